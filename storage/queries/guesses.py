"""Wrong codes: how many came lately, from one account and over one channel."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import and_, bindparam, case, delete, func, insert, select

from bot.domain.people import AccountId
from storage.queries.base import Queries
from storage.tables import code_guesses

HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Guesses:
    """Wrong codes of the last hour and day."""

    account_in_hour: int
    channel_in_hour: int
    channel_in_day: int


_c = code_guesses.c
_ADD = insert(code_guesses)
_FORGET = delete(code_guesses).where(_c.channel == bindparam("on_channel"), _c.at <= bindparam("day_ago"))
_IN_HOUR = _c.at > bindparam("hour_ago")
_COUNT = select(
    func.coalesce(func.sum(case((and_(_IN_HOUR, _c.account == bindparam("by")), 1), else_=0)), 0).label("account"),
    func.coalesce(func.sum(case((_IN_HOUR, 1), else_=0)), 0).label("hour"),
    func.count().label("day"),
).where(_c.channel == bindparam("on_channel"), _c.at > bindparam("day_ago"))


class CodeGuesses(Queries):
    """Wrong codes."""

    __slots__ = ()

    def add(self, account: AccountId, channel: str, at: datetime) -> None:
        """One more; what is older than a day is forgotten."""
        self._connection.execute(_FORGET, {"on_channel": channel, "day_ago": at - DAY})
        self._connection.execute(_ADD, {"account": account, "channel": channel, "at": at})

    def lately(self, account: AccountId, channel: str, at: datetime) -> Guesses:
        """How many came before now."""
        span = {"hour_ago": at - HOUR, "day_ago": at - DAY}
        row = self._connection.execute(_COUNT, {"by": account, "on_channel": channel, **span}).one()
        return Guesses(account_in_hour=row.account, channel_in_hour=row.hour, channel_in_day=row.day)
