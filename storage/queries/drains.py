"""Who drains a ledger, and how long vendors asked us to wait: shared by processes, and by one and its next life."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import bindparam, or_, select, update

from storage.dialects.upsert import insert
from storage.queries.base import Queries
from storage.tables import brakes, drains

_MAKE = insert(drains).on_conflict_do_nothing()
_TAKE = (
    update(drains)
    .where(
        drains.c.name == bindparam("key"),
        or_(drains.c.beat_at.is_(None), drains.c.beat_at <= bindparam("stale")),
    )
    .values(generation=drains.c.generation + 1, holder=bindparam("taker"), beat_at=bindparam("now"))
    .returning(drains.c.generation)
)
_BEAT = (
    update(drains)
    .where(drains.c.name == bindparam("key"), drains.c.generation == bindparam("own"))
    .values(beat_at=bindparam("now"))
)
_LEAVE = _BEAT.values(beat_at=None)
_VACATE = (
    update(drains).where(drains.c.name == bindparam("key"), drains.c.holder == bindparam("dead")).values(beat_at=None)
)
_ALIVE = select(drains.c.name).where(drains.c.name == bindparam("name"), drains.c.beat_at > bindparam("stale"))
_HOLDER = select(drains.c.holder).where(drains.c.name == bindparam("name"))
_insert_brake = insert(brakes)
_HOLD = _insert_brake.on_conflict_do_update(
    index_elements=["channel", "bot"],
    set_={"until": _insert_brake.excluded.until},
    where=brakes.c.until < _insert_brake.excluded.until,
)
_BRAKES = select(brakes).where(brakes.c.until > bindparam("now"))


class Drains(Queries):
    """Whose turn it is to send."""

    __slots__ = ()

    def take(self, name: str, holder: str, now: datetime, stale: datetime) -> int | None:
        """Become the holder, if there is none or it gave no sign of life since `stale`; the new generation."""
        self._connection.execute(_MAKE, {"name": name, "generation": 0, "holder": "", "beat_at": None})
        params = {"key": name, "taker": holder, "now": now, "stale": stale}
        generation: int | None = self._connection.execute(_TAKE, params).scalar_one_or_none()
        return generation

    def beat(self, name: str, generation: int, now: datetime) -> bool:
        """A sign of life. False: somebody has taken over."""
        return self._connection.execute(_BEAT, {"key": name, "own": generation, "now": now}).rowcount == 1

    def is_alive(self, name: str, stale: datetime) -> bool:
        """Whether somebody holds it who gave a sign of life since `stale`."""
        return bool(self._connection.execute(_ALIVE, {"name": name, "stale": stale}))

    def holder(self, name: str) -> str:
        """Who held it last."""
        found: str | None = self._connection.execute(_HOLDER, {"name": name}).scalar_one_or_none()
        return found or ""

    def vacate(self, name: str, holder: str) -> None:
        """That holder is dead, which only its next life can know."""
        self._connection.execute(_VACATE, {"key": name, "dead": holder})

    def leave(self, name: str, generation: int) -> None:
        """Nobody holds it any more."""
        self._connection.execute(_LEAVE, {"key": name, "own": generation})

    def hold(self, channel: str, bot: str, until: datetime) -> None:
        """The vendor asks us to send nothing until then; an earlier, longer wish stays in force."""
        self._connection.execute(_HOLD, {"channel": channel, "bot": bot, "until": until})

    def brakes(self, now: datetime) -> dict[tuple[str, str], datetime]:
        """Until when nothing may be sent, by (channel, bot)."""
        return {(row.channel, row.bot): row.until for row in self._connection.execute(_BRAKES, {"now": now})}
