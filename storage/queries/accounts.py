"""Addresses on channels, and whose they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, select, update

from bot.domain.errors import Missing
from bot.domain.people import AccountId, Person, PersonId
from bot.messages import Address
from storage.dialects.upsert import insert
from storage.queries.addresses import is_at, place
from storage.queries.base import Queries
from storage.tables import accounts

SEEN_EXACTLY = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelAccount:
    """One address from which we were written to; `person` is None for somebody we do not know."""

    id: AccountId
    address: Address
    person: PersonId | None
    gone: bool
    """The channel told us that the person cannot be reached there any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """Whoever writes from a known address."""

    account: AccountId
    person: Person | None
    """None for somebody whom we do not know."""
    seen_at: datetime
    """When it was noted last."""
    is_gone: bool

    def is_known_to_be_here(self, at: datetime) -> bool:
        """Whether there is nothing to note: only minutes matter, and people write every few seconds."""
        return not self.is_gone and at - self.seen_at < SEEN_EXACTLY


_FIND = select(accounts.c.id, accounts.c.person, accounts.c.gone_at).where(*is_at(accounts))
_ADD = insert(accounts).on_conflict_do_nothing().returning(accounts.c.id)
_GONE_AT = (
    update(accounts)
    .where(
        # Names of their own: those of the columns are taken by the SET clause.
        accounts.c.channel == bindparam("on_channel"),
        accounts.c.bot == bindparam("of_bot"),
        accounts.c.chat == bindparam("in_chat"),
    )
    .values(gone_at=bindparam("at"))
)
_CHANGE = update(accounts).where(accounts.c.id == bindparam("key"))


class Accounts(Queries):
    """Addresses on channels."""

    __slots__ = ()

    def find(self, address: Address) -> ChannelAccount | None:
        """The account of that address."""
        row = self._connection.execute(_FIND, place(address)).one_or_none()
        if row is None:
            return None
        person = None if row.person is None else PersonId(row.person)
        return ChannelAccount(id=AccountId(row.id), address=address, person=person, gone=row.gone_at is not None)

    def add(self, address: Address, person: PersonId | None, at: datetime) -> AccountId:
        """A new account; the one there is, unchanged, if the address is known."""
        row = {**place(address), "person": person, "added_at": at, "seen_at": at}
        id = self._connection.execute(_ADD, row).scalar_one_or_none()
        if id is None:
            id = self._connection.execute(_FIND, place(address)).one().id
        return AccountId(id)

    def link(self, account: AccountId, person: PersonId) -> None:
        """The account is this person's from now on."""
        self._change(account, person=person, preferred_at=None)

    def seen(self, account: AccountId, at: datetime) -> None:
        """The person wrote from there, so can be reached there (again)."""
        self._change(account, seen_at=at, gone_at=None)

    def gone(self, account: AccountId, at: datetime) -> None:
        """The person cannot be reached there any more: blocked us, or left."""
        self._change(account, gone_at=at)

    def gone_at(self, address: Address, at: datetime) -> None:
        """Nobody can be reached at that address any more; an unknown address is no matter."""
        where = {"on_channel": address.channel, "of_bot": address.bot, "in_chat": address.chat}
        self._connection.execute(_GONE_AT, {**where, "at": at})

    def _change(self, account: AccountId, **columns: object) -> None:
        if not self._connection.execute(_CHANGE, {"key": account, **columns}).rowcount:
            raise Missing("account", id=account)
