"""The durable outbox: replies are written with the turn that made them, sent after it, and swept up if that failed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Executable, bindparam, insert, select, tuple_, update

from bot.domain.people import AccountId, PersonId
from bot.messages import UNSEEN, Address, Outgoing, Reply
from storage.queries.addresses import as_address, is_at, place
from storage.queries.base import AnyRow, Queries
from storage.tables import outbox

LEASE = timedelta(seconds=30)
"""How long a sender that took a reply has it to itself; a sender that died lets others try after that."""


MOST_AT_ONCE = 8
"""Rows that one statement writes: a turn says less, and a statement is kept for each number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A reply that is not written yet."""

    address: Address
    account: AccountId | None
    reply: Reply
    to: PersonId | None = None
    """For whom it is, wherever he is reached; None: an answer, that is said in this chat or nowhere."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undelivered:
    """A reply that is for a person wherever he is reached, and was not taken by any of these accounts."""

    to: PersonId
    reply: Reply
    address: Address
    """The one that did not take it last."""
    tried: tuple[AccountId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A reply as the log of a chat shows it, sent or still waiting."""

    key: int
    at: datetime
    reply: Reply


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Receipt:
    """That a channel took a reply; `ref` is the vendor's id of the message."""

    key: int
    at: datetime
    ref: str | None


_COLUMNS = (
    outbox.c.id,
    outbox.c.channel,
    outbox.c.bot,
    outbox.c.chat,
    outbox.c.reply,
    outbox.c.added_at,
    outbox.c.tries,
)
_AT_ADDRESS = is_at(outbox)
_ADD = insert(outbox).returning(outbox.c.id)
_WRITTEN = ("channel", "bot", "chat", "account", "reply", "added_at", "due", "tries", "error", "person")
_SETTLE = update(outbox).where(outbox.c.id == bindparam("key"))
_SETTLE_OPEN = _SETTLE.where(outbox.c.due.is_not(None))
_UNDELIVERED = select(outbox).where(outbox.c.id == bindparam("key"), outbox.c.person.is_not(None))
_PUT_OFF = _SETTLE_OPEN.values(due=bindparam("next_due"), error=bindparam("what"))
_RETRY = _PUT_OFF.values(tries=outbox.c.tries + 1)
_KEEP = _SETTLE.where(outbox.c.due == bindparam("was")).values(due=bindparam("next_due"))
_SERVED = tuple_(outbox.c.channel, outbox.c.bot).in_(bindparam("served", expanding=True))
_TAKE_OVER = (
    update(outbox).where(outbox.c.due.is_not(None), _SERVED).values(due=bindparam("until")).returning(*_COLUMNS)
)
_older = outbox.alias("older")
_DUE = (
    select(*_COLUMNS)
    .where(
        outbox.c.due <= bindparam("now"),
        _SERVED,
        # A chat is read from top to bottom: nothing overtakes an older reply that still waits.
        ~select(_older.c.id)
        .where(
            _older.c.channel == outbox.c.channel,
            _older.c.bot == outbox.c.bot,
            _older.c.chat == outbox.c.chat,
            _older.c.id < outbox.c.id,
            _older.c.due.is_not(None),
        )
        .exists(),
    )
    .order_by(outbox.c.id)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True, of=outbox)
)
_STRANDED = (
    select(outbox.c.id)
    .where(
        outbox.c.due <= bindparam("before"),
        outbox.c.person.is_not(None),
        ~_SERVED,
        # A terminal is served whenever somebody sits down at it.
        outbox.c.channel.not_in(sorted(UNSEEN)),
    )
    # As the index of open rows has them: in another order all that was ever said would be read.
    .order_by(outbox.c.channel, outbox.c.bot, outbox.c.chat, outbox.c.id)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
)
_LEASE = update(outbox).where(outbox.c.id.in_(bindparam("keys", expanding=True))).values(due=bindparam("until"))
_SINCE = (
    select(*_COLUMNS)
    .where(*_AT_ADDRESS, outbox.c.id > bindparam("key"))
    .order_by(outbox.c.id)
    .limit(bindparam("limit"))
)
_LATEST = select(*_COLUMNS).where(*_AT_ADDRESS).order_by(outbox.c.id.desc()).limit(bindparam("limit"))
_SENT_AS = select(outbox).where(outbox.c.id == bindparam("key"), outbox.c.ref.is_not(None))


class Outbox(Queries):
    """Replies on their way."""

    __slots__ = ()

    def add(
        self,
        address: Address,
        account_id: AccountId | None,
        reply: Reply,
        at: datetime,
        *,
        to: PersonId | None = None,
        tried: Sequence[AccountId] = (),
    ) -> Outgoing:
        """Keep the reply; for LEASE it is left to the caller, then the sweeper takes it.

        `to`: see Letter. `tried`: the accounts that did not take it.
        """
        row = {**_row(address, account_id, reply, at, to), "tried": list(tried) or None}
        key = self._connection.execute(_ADD, row).scalar_one()
        return Outgoing(key=key, address=address, reply=reply, due=row["due"])

    def add_all(self, letters: Sequence[Letter], at: datetime) -> list[Outgoing]:
        """Keep the replies in their order, as `add` does, with as few statements as can be."""
        written: list[Outgoing] = []
        for start in range(0, len(letters), MOST_AT_ONCE):
            some = letters[start : start + MOST_AT_ONCE]
            if len(some) == 1:
                written.append(self.add(some[0].address, some[0].account, some[0].reply, at, to=some[0].to))
                continue
            values = {
                f"{name}_{place}": value
                for place, letter in enumerate(some)
                for name, value in _row(letter.address, letter.account, letter.reply, at, letter.to).items()
            }
            # No database promises the order in which it says them; keys rise in the order of the rows.
            keys = sorted(self._connection.execute(_add(len(some)), values).scalars())
            written += [
                Outgoing(key=key, address=letter.address, reply=letter.reply, due=at + LEASE)
                for key, letter in zip(keys, some, strict=True)
            ]
        return written

    def sent(self, key: int, at: datetime, ref: str | None) -> None:
        """The channel took it; `ref` is the vendor's id of the message."""
        self.all_sent([Receipt(key=key, at=at, ref=ref)])

    def all_sent(self, receipts: Iterable[Receipt]) -> None:
        """The channel took them."""
        rows = [
            {"key": receipt.key, "due": None, "sent_at": receipt.at, "ref": receipt.ref, "error": ""}
            # In one order, so that two processes never wait for each other's rows.
            for receipt in sorted(receipts, key=lambda receipt: receipt.key)
        ]
        self._connection.execute(_SETTLE, rows[0] if len(rows) == 1 else rows)

    def retry(self, key: int, due: datetime, error: str) -> None:
        """The channel did not take it: try again at `due`. Nothing happens if it was settled meanwhile."""
        self._connection.execute(_RETRY, {"key": key, "next_due": due, "what": error})

    def put_off(self, key: int, due: datetime, error: str) -> None:
        """The same, where it is nothing against the reply: it was asked to wait, or nobody sends there just now."""
        self._connection.execute(_PUT_OFF, {"key": key, "next_due": due, "what": error})

    def dead(self, key: int, at: datetime, error: str) -> bool:
        """It will never be delivered there; False if it was settled meanwhile."""
        given_up = {"key": key, "due": None, "dead_at": at, "error": error}
        return self._connection.execute(_SETTLE_OPEN, given_up).rowcount == 1

    def undelivered(self, key: int) -> Undelivered | None:
        """A reply that may be said elsewhere; None where it is an answer."""
        row = self._connection.execute(_UNDELIVERED, {"key": key}).one_or_none()
        if row is None:
            return None
        tried = (*(row.tried or ()), *(() if row.account is None else (row.account,)))
        return Undelivered(
            to=PersonId(row.person),
            reply=Reply.from_json(row.reply),
            address=as_address(row),
            tried=tuple(AccountId(each) for each in tried),
        )

    def take_over(self, now: datetime, served: Collection[tuple[str, str]]) -> list[Outgoing]:
        """Take everything that is open on these (channel, bot), oldest first: whoever had taken it is dead."""
        until = now + LEASE
        rows = self._connection.execute(_TAKE_OVER, {"until": until, "served": list(served)})
        return sorted(_outgoing(rows, until), key=lambda taken: taken.key)

    def due(self, now: datetime, limit: int, served: Collection[tuple[str, str]]) -> list[Outgoing]:
        """Take what is to be sent now on these (channel, bot), oldest first and one per address.

        It is the caller's alone for LEASE.
        """
        until = now + LEASE
        rows = self._connection.execute(_DUE, {"now": now, "limit": limit, "served": list(served)})
        if rows:
            self._connection.execute(_LEASE, {"keys": [row.id for row in rows], "until": until})
        return _outgoing(rows, until)

    def keep(self, key: int, taken_until: datetime, until: datetime) -> bool:
        """Whoever took it needs longer; False if another took it meanwhile, or has settled it."""
        params = {"key": key, "was": taken_until, "next_due": until}
        return self._connection.execute(_KEEP, params).rowcount == 1

    def stranded(self, before: datetime, served: Collection[tuple[str, str]], limit: int) -> list[int]:
        """What waits for a person since before that time on a (channel, bot) that is none of these."""
        params = {"before": before, "served": list(served), "limit": limit}
        return list(self._connection.execute(_STRANDED, params).scalars())

    def heard_after(self, address: Address, key: int, limit: int) -> list[Heard]:
        """The replies to an address after the one of that key, oldest first: what a page missed while away."""
        return _heard(self._connection.execute(_SINCE, {**place(address), "key": key, "limit": limit}))

    def latest_heard(self, address: Address, limit: int) -> list[Heard]:
        """The last replies to an address, oldest first."""
        return _heard(reversed(self._connection.execute(_LATEST, {**place(address), "limit": limit})))

    def sent_as(self, key: int) -> tuple[Address, str] | None:
        """Where this reply went, and which of the vendor's messages it became; None while it is on its way.

        A channel that has no ids of its own knows it by its key.
        """
        row = self._connection.execute(_SENT_AS, {"key": key}).one_or_none()
        return None if row is None else (as_address(row), row.ref or str(key))


@cache
def _add(count: int) -> Executable:
    """So many rows at once."""
    rows = [
        {name: bindparam(f"{name}_{place}", type_=outbox.c[name].type) for name in _WRITTEN} for place in range(count)
    ]
    return insert(outbox).values(rows).returning(outbox.c.id)


def _row(
    address: Address, account: AccountId | None, reply: Reply, at: datetime, to: PersonId | None
) -> dict[str, Any]:
    return {
        **place(address),
        "account": account,
        "reply": reply.to_json(),
        "added_at": at,
        "due": at + LEASE,
        "tries": 0,
        "error": "",
        "person": to,
    }


def _outgoing(rows: Iterable[AnyRow], until: datetime) -> list[Outgoing]:
    return [
        Outgoing(
            key=row.id,
            address=as_address(row),
            reply=Reply.from_json(row.reply),
            due=until,
            tries=row.tries,
        )
        for row in rows
    ]


def _heard(rows: Iterable[AnyRow]) -> list[Heard]:
    return [Heard(key=row.id, at=row.added_at, reply=Reply.from_json(row.reply)) for row in rows]
