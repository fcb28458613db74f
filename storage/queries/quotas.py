"""What vendors allow a bot, and what of it was used in which month."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import Integer, and_, bindparam, exists, func, or_, select, update

from bot.domain.quotas import Quota, Usage
from bot.messages import Served
from storage.dialects.upsert import insert
from storage.queries.base import Queries
from storage.tables import accounts, message_counts, quotas

_c = message_counts.c
_KEY = ["channel", "bot", "month"]
_insert_quota = insert(quotas)
_SET = _insert_quota.on_conflict_do_update(
    index_elements=["channel", "bot"],
    set_={"messages": _insert_quota.excluded.messages, "people": _insert_quota.excluded.people},
)
_insert_count = insert(message_counts)
# Whatever was refused before: a message that is taken shows that there are some left.
_ADD = _insert_count.on_conflict_do_update(
    index_elements=_KEY, set_={"messages": _c.messages + _insert_count.excluded.messages, "refused_at": None}
)
_REFUSED = _insert_count.on_conflict_do_update(
    index_elements=_KEY, set_={"refused_at": _insert_count.excluded.refused_at}
)
_MAKE = _insert_count.on_conflict_do_nothing()
_PEOPLE = (
    select(func.count())
    .select_from(accounts)
    .where(accounts.c.channel == quotas.c.channel, accounts.c.bot == quotas.c.bot)
    .scalar_subquery()
)
_USAGES = (
    select(
        quotas.c.channel,
        quotas.c.bot,
        quotas.c.messages.label("most_messages"),
        quotas.c.people.label("most_people"),
        _c.messages,
        _c.refused_at,
        _PEOPLE.label("people"),
    )
    .outerjoin(
        message_counts,
        and_(_c.channel == quotas.c.channel, _c.bot == quotas.c.bot, _c.month == bindparam("month")),
    )
    .order_by(quotas.c.channel, quotas.c.bot)
)
_OF_MONTH = (
    _c.channel == bindparam("of_channel"),
    _c.bot == bindparam("of_bot"),
    _c.month == bindparam("of_month"),
)
_WARN_MESSAGES = (
    update(message_counts)
    .where(*_OF_MONTH, _c.messages_warned_at.is_(None))
    .values(messages_warned_at=bindparam("now"))
)
_WARN_PEOPLE = (
    update(message_counts).where(*_OF_MONTH, _c.people_warned_at.is_(None)).values(people_warned_at=bindparam("now"))
)
# Whoever was warned of one plan has to be warned of another.
_FORGET_WARNINGS = (
    update(message_counts)
    .where(
        exists().where(
            quotas.c.channel == _c.channel,
            quotas.c.bot == _c.bot,
            or_(
                quotas.c.messages.is_distinct_from(bindparam("of_messages", type_=Integer)),
                quotas.c.people.is_distinct_from(bindparam("of_people", type_=Integer)),
            ),
        ),
        _c.channel == bindparam("of_channel"),
        _c.bot == bindparam("of_bot"),
    )
    .values(messages_warned_at=None, people_warned_at=None)
)
_EMPTY = {"messages": 0, "refused_at": None, "messages_warned_at": None, "people_warned_at": None}


class Quotas(Queries):
    """What bots may say, and what they have said. A month is 2020-12, in Vietnam's time."""

    __slots__ = ()

    def set(self, channel: str, bot: str, quota: Quota) -> None:
        """What the vendor allows this bot from now on."""
        row = {"channel": channel, "bot": bot, "messages": quota.messages, "people": quota.people}
        self._connection.execute(_FORGET_WARNINGS, {f"of_{name}": value for name, value in row.items()})
        self._connection.execute(_SET, row)

    def add(self, counted: Iterable[tuple[str, str, int]], month: str) -> None:
        """The vendors took so many messages more, by channel and bot."""
        # In one order, so that two processes never wait for each other's rows.
        for channel, bot, messages in sorted(counted):
            self._connection.execute(
                _ADD, {**_EMPTY, "channel": channel, "bot": bot, "month": month, "messages": messages}
            )

    def refused(self, channel: str, bot: str, month: str, at: datetime) -> None:
        """The vendor says that the month's messages are used up."""
        row = {**_EMPTY, "channel": channel, "bot": bot, "month": month, "refused_at": at}
        self._connection.execute(_REFUSED, row)

    def usages(self, month: str, served: Served | None = None) -> list[Usage]:
        """The bots that have a quota, and what they have used of it; None: also those that are not served any more."""
        return [
            Usage(
                channel=row.channel,
                bot=row.bot,
                quota=Quota(messages=row.most_messages, people=row.most_people),
                messages=row.messages or 0,
                people=row.people,
                refused_at=row.refused_at,
            )
            for row in self._connection.execute(_USAGES, {"month": month})
            if served is None or (row.channel, row.bot) in served
        ]

    def warn_of_messages(self, usage: Usage, month: str, at: datetime) -> bool:
        """Whether this is the month's first warning of it."""
        return self._connection.execute(_WARN_MESSAGES, self._warned(usage, month, at)).rowcount == 1

    def warn_of_people(self, usage: Usage, month: str, at: datetime) -> bool:
        """Whether this is the month's first warning of it."""
        return self._connection.execute(_WARN_PEOPLE, self._warned(usage, month, at)).rowcount == 1

    def _warned(self, usage: Usage, month: str, at: datetime) -> dict[str, object]:
        row = {**_EMPTY, "channel": usage.channel, "bot": usage.bot, "month": month}
        self._connection.execute(_MAKE, row)
        return {"of_channel": usage.channel, "of_bot": usage.bot, "of_month": month, "now": at}
