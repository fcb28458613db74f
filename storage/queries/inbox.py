"""The durable inbox: an update is stored first, understood later, and never accepted twice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, func, select, update

from bot.domain.errors import Missing
from bot.messages import Address, RawUpdate
from storage.dialects.upsert import insert
from storage.queries.base import AnyRow, Queries
from storage.tables import inbox


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredUpdate:
    """An update in the inbox; `tries` counts the turns that failed on it."""

    id: int
    update: RawUpdate
    tries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """An update as the log of a chat shows it."""

    key: int
    at: datetime
    update: RawUpdate


_COLUMNS = (
    inbox.c.id,
    inbox.c.channel,
    inbox.c.bot,
    inbox.c.update_id,
    inbox.c.lane,
    inbox.c.sequence,
    inbox.c.body,
    inbox.c.tries,
)
_PUT = insert(inbox).on_conflict_do_nothing().returning(inbox.c.id)
_GET = select(*_COLUMNS).where(inbox.c.id == bindparam("id"))
_NEXT_IN_LANE = (
    select(*_COLUMNS)
    .where(
        inbox.c.channel == bindparam("channel"),
        inbox.c.bot == bindparam("bot"),
        inbox.c.lane == bindparam("lane"),
        inbox.c.closed_at.is_(None),
    )
    .order_by(inbox.c.sequence, inbox.c.id)
    .limit(1)
    .with_for_update()
)
_SAID = select(*_COLUMNS, inbox.c.received_at).where(
    inbox.c.channel == bindparam("channel"),
    inbox.c.bot == bindparam("bot"),
    inbox.c.lane == bindparam("lane"),
    inbox.c.body != "",
)
_SAID_AFTER = _SAID.where(inbox.c.id > bindparam("key")).order_by(inbox.c.id).limit(bindparam("limit"))
_LATEST_SAID = _SAID.order_by(inbox.c.id.desc()).limit(bindparam("limit"))
_OPEN_LANES = (
    select(inbox.c.channel, inbox.c.bot, inbox.c.lane)
    .where(inbox.c.closed_at.is_(None))
    .group_by(inbox.c.channel, inbox.c.bot, inbox.c.lane)
    .order_by(func.min(inbox.c.id))
    .limit(bindparam("limit"))
)
_BY_KEY = inbox.c.id == bindparam("key")
_CLOSE = update(inbox).where(_BY_KEY)
_FAIL = update(inbox).where(_BY_KEY).values(tries=inbox.c.tries + 1, error=bindparam("what")).returning(inbox.c.tries)
_FORGET = (
    update(inbox)
    .where(inbox.c.closed_at < bindparam("before"), inbox.c.parked.is_(False), inbox.c.body != "")
    .values(body="")
)


class Inbox(Queries):
    """Updates as the vendors delivered them."""

    __slots__ = ()

    def put(self, updates: Sequence[RawUpdate], at: datetime) -> list[int]:
        """Store the updates; the ids of those that are new. A repeat of an update, however old, is dropped."""
        if not updates:
            return []
        rows = [_as_row(raw, at) for raw in updates]
        return self._connection.execute(_PUT, rows[0] if len(rows) == 1 else rows).scalars()

    def get(self, id: int) -> StoredUpdate:
        """The update of that id."""
        row = self._connection.execute(_GET, {"id": id}).one_or_none()
        if row is None:
            raise Missing("update", id=id)
        return _stored(row)

    def lock_lane(self, channel: str, bot: str, lane: str) -> None:
        """Keep other processes out of the lane until the transaction ends."""
        self._locks.name(self._connection, "lane", channel, bot, lane)

    def next_in_lane(self, channel: str, bot: str, lane: str) -> StoredUpdate | None:
        """The oldest open update of the lane."""
        row = self._connection.execute(_NEXT_IN_LANE, {"channel": channel, "bot": bot, "lane": lane}).one_or_none()
        return None if row is None else _stored(row)

    def said_after(self, address: Address, key: int, limit: int) -> list[Said]:
        """What came from an address after the row of that key, oldest first; forgotten bodies are left out."""
        return _said(self._connection.execute(_SAID_AFTER, {**_lane(address), "key": key, "limit": limit}))

    def latest_said(self, address: Address, limit: int) -> list[Said]:
        """What came last from an address, oldest first; forgotten bodies are left out."""
        return _said(reversed(self._connection.execute(_LATEST_SAID, {**_lane(address), "limit": limit})))

    def open_lanes(self, limit: int) -> list[tuple[str, str, str]]:
        """The lanes (channel, bot, lane) with open updates, the one that waits longest first."""
        rows = self._connection.execute(_OPEN_LANES, {"limit": limit})
        return [(row.channel, row.bot, row.lane) for row in rows]

    def done(self, id: int, at: datetime) -> None:
        """The turn of this update is over."""
        self._connection.execute(_CLOSE, {"key": id, "closed_at": at})

    def failed(self, id: int, error: str) -> int:
        """Note a failed turn; how often it has failed by now. The update stays open."""
        tries = self._connection.execute(_FAIL, {"key": id, "what": error}).scalar_one_or_none()
        if tries is None:
            raise Missing("update", id=id)
        return int(tries)

    def park(self, id: int, at: datetime, error: str) -> None:
        """Set a poison update aside, with its body, so that the lane goes on and somebody can look at it."""
        self._connection.execute(_CLOSE, {"key": id, "closed_at": at, "parked": True, "error": error})

    def forget_bodies(self, before: datetime) -> int:
        """Empty what people wrote in updates that were done before then; how many. Their keys stay for ever."""
        return self._connection.execute(_FORGET, {"before": before}).rowcount


def _as_row(raw: RawUpdate, at: datetime) -> dict[str, Any]:
    return {
        "channel": raw.channel,
        "bot": raw.bot,
        "update_id": raw.update_id,
        "lane": raw.lane,
        "sequence": raw.sequence,
        "body": raw.body,
        "received_at": at,
        "parked": False,
        "tries": 0,
        "error": "",
    }


def _stored(row: AnyRow) -> StoredUpdate:
    raw = RawUpdate(
        channel=row.channel,
        bot=row.bot,
        update_id=row.update_id,
        lane=row.lane,
        sequence=row.sequence,
        body=row.body,
    )
    return StoredUpdate(id=row.id, update=raw, tries=row.tries)


def _lane(address: Address) -> dict[str, Any]:
    return {"channel": address.channel, "bot": address.bot, "lane": address.chat}


def _said(rows: Iterable[AnyRow]) -> list[Said]:
    return [Said(key=row.id, at=row.received_at, update=_stored(row).update) for row in rows]
