"""The chain of tokens of a Zalo Official Account: who may renew it, and what it is now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, or_, select, update

from storage.dialects.upsert import insert
from storage.queries.base import Queries
from storage.tables import zalo_tokens


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPair:
    """The pair in force; `access` and `refresh` are sealed."""

    app: str
    account: str
    access: str
    refresh: str
    generation: int
    renewed_at: datetime
    expires_at: datetime
    leased_until: datetime | None
    broken_at: datetime | None
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPair:
    """A pair that was made at a moment; sealed."""

    access: str
    refresh: str
    at: datetime
    expires_at: datetime


_c = zalo_tokens.c
_GET = select(zalo_tokens).where(_c.app == bindparam("app"))
_OF_GENERATION = (_c.app == bindparam("key"), _c.generation == bindparam("known"))
_LEASE = (
    update(zalo_tokens)
    .where(
        *_OF_GENERATION,
        _c.broken_at.is_(None),
        or_(_c.leased_until.is_(None), _c.leased_until <= bindparam("now")),
    )
    .values(leased_until=bindparam("until"))
)
_RELEASE = update(zalo_tokens).where(*_OF_GENERATION).values(leased_until=None)
_RENEW = (
    update(zalo_tokens)
    .where(*_OF_GENERATION)
    .values(
        access=bindparam("new_access"),
        refresh=bindparam("new_refresh"),
        renewed_at=bindparam("at"),
        expires_at=bindparam("until"),
        generation=_c.generation + 1,
        leased_until=None,
        broken_at=None,
        why="",
    )
)
_BREAK = (
    update(zalo_tokens)
    .where(*_OF_GENERATION, _c.broken_at.is_(None))
    .values(broken_at=bindparam("at"), why=bindparam("reason"), leased_until=None)
)
_NAME = update(zalo_tokens).where(_c.app == bindparam("key")).values(account=bindparam("called"))
_insert = insert(zalo_tokens)
_PLANT = _insert.on_conflict_do_nothing()
_BEGIN = _insert.on_conflict_do_update(
    index_elements=["app"],
    set_={
        "account": _insert.excluded.account,
        "access": _insert.excluded.access,
        "refresh": _insert.excluded.refresh,
        "generation": _c.generation + 1,
        "renewed_at": _insert.excluded.renewed_at,
        "expires_at": _insert.excluded.expires_at,
        "leased_until": None,
        "broken_at": None,
        "why": "",
    },
)


class ZaloTokens(Queries):
    """One row per application."""

    __slots__ = ()

    def get(self, app: str) -> StoredPair | None:
        """The pair in force; None before the first one."""
        row = self._connection.execute(_GET, {"app": app}).one_or_none()
        return None if row is None else StoredPair(**row._asdict())

    def plant(self, app: str, access: str, refresh: str, at: datetime) -> None:
        """The refresh token that an operator gave, with no access token yet; nothing happens if there is a chain."""
        self._connection.execute(_PLANT, _row(app, "", NewPair(access=access, refresh=refresh, at=at, expires_at=at)))

    def begin(self, app: str, account: str, pair: NewPair) -> None:
        """A chain begins, or begins anew: its first pair, whatever was there before."""
        self._connection.execute(_BEGIN, _row(app, account, pair))

    def lease(self, app: str, generation: int, now: datetime, until: datetime) -> bool:
        """Be the only one who may renew the pair of that generation. False: somebody else is, or has done so."""
        params = {"key": app, "known": generation, "now": now, "until": until}
        return self._connection.execute(_LEASE, params).rowcount == 1

    def release(self, app: str, generation: int) -> None:
        """The refresh token was surely not used."""
        self._connection.execute(_RELEASE, {"key": app, "known": generation})

    def renew(self, app: str, generation: int, pair: NewPair) -> bool:
        """The next pair. False: the generation is not that any more."""
        params = {
            "key": app,
            "known": generation,
            "new_access": pair.access,
            "new_refresh": pair.refresh,
            "at": pair.at,
            "until": pair.expires_at,
        }
        return self._connection.execute(_RENEW, params).rowcount == 1

    def break_off(self, app: str, generation: int, at: datetime, why: str) -> bool:
        """The chain is broken at that generation. False: somebody knew already, or has mended it."""
        params = {"key": app, "known": generation, "at": at, "reason": why}
        return self._connection.execute(_BREAK, params).rowcount == 1

    def name(self, app: str, account: str) -> None:
        """The Official Account has said who it is."""
        self._connection.execute(_NAME, {"key": app, "called": account})


def _row(app: str, account: str, pair: NewPair) -> dict[str, Any]:
    return {
        "app": app,
        "account": account,
        "access": pair.access,
        "refresh": pair.refresh,
        "generation": 1,
        "renewed_at": pair.at,
        "expires_at": pair.expires_at,
        "leased_until": None,
        "broken_at": None,
        "why": "",
    }
