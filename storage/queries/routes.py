"""Where people are told what they have not just asked for: their accounts, in the order in which they are tried."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import bindparam, select, update

from bot.domain.people import AccountId, PersonId
from bot.domain.windows import Heard
from bot.messages import UNSEEN, Route, Served
from storage.queries.addresses import as_address
from storage.queries.base import Queries
from storage.tables import accounts

_c = accounts.c
_ORDER = (_c.channel.in_(sorted(UNSEEN)), _c.preferred_at.is_(None), _c.seen_at.desc(), _c.id.desc())
"""The chosen one first, then the one used last; a terminal after all others."""
_OF = (
    select(_c.id, _c.person, _c.channel, _c.bot, _c.chat, _c.preferred_at, _c.seen_at)
    .where(_c.person.in_(bindparam("people", expanding=True)), _c.gone_at.is_(None))
    .order_by(*_ORDER)
)
_HEARD = (
    select(_c.person, _c.channel, _c.bot, _c.seen_at)
    .where(_c.person.is_not(None), _c.gone_at.is_(None))
    .order_by(*_ORDER)
)
_CHOOSE_NONE = update(accounts).where(_c.person == bindparam("whose")).values(preferred_at=None)
_CHOOSE = update(accounts).where(_c.id == bindparam("key"), _c.person == bindparam("whose"))
_CHOOSE_NO_OTHER = _CHOOSE_NONE.where(_c.id != bindparam("key"))


class Routes(Queries):
    """One answer to the question where a person is told something, for all who ask it."""

    __slots__ = ()

    def of(self, people: Collection[PersonId]) -> dict[PersonId, list[Route]]:
        """For each the routes in their order; nobody stands in it who cannot be reached."""
        found: dict[PersonId, list[Route]] = {}
        for row in self._connection.execute(_OF, {"people": list(people)}):
            route = Route(
                account=AccountId(row.id),
                address=as_address(row),
                chosen=row.preferred_at is not None,
                heard_at=row.seen_at,
            )
            found.setdefault(PersonId(row.person), []).append(route)
        return found

    def of_one(self, person: PersonId) -> list[Route]:
        """The same for one person; empty where there is none."""
        return self.of([person]).get(person, [])

    def heard(self, served: Served | None = None) -> dict[PersonId, list[Heard]]:
        """When those were last heard who can be reached there (None: anywhere), for each the routes in their order."""
        found: dict[PersonId, list[Heard]] = {}
        for row in self._connection.execute(_HEARD):
            if served is None or (row.channel, row.bot) in served:
                found.setdefault(PersonId(row.person), []).append(Heard(channel=row.channel, at=row.seen_at))
        return found

    def choose(self, person: PersonId, account: AccountId | None, at: datetime) -> bool:
        """Try that account of the person first; None: whichever is used last. False if it is not the person's."""
        if account is None:
            self._connection.execute(_CHOOSE_NONE, {"whose": person})
            return True
        its = {"key": account, "whose": person}
        if self._connection.execute(_CHOOSE, {**its, "preferred_at": at}).rowcount != 1:
            return False
        self._connection.execute(_CHOOSE_NO_OTHER, its)
        return True
