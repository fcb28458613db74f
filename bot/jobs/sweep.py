"""Sees to it that what is to be announced is being announced: by us, if nobody does it.

Looks every second. Where something is running and its drain gives no sign of life, the process behind it is dead: a new
generation is begun here. So a restart, a lost machine and a deleted job database all end the same way.
"""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

import structlog

from bot.announcements.drain import NAME, Drain
from bot.announcements.send import Post
from bot.jobs.base import Bench
from bot.jobs.engine import ALONE, JobEngine
from storage.errors import StorageError
from storage.transaction import Transaction

LOOK_SECONDS = 1.0
STALE = timedelta(seconds=10)
"""Without a sign of life for so long, a drain is dead; it gives one several times a second."""
FAREWELL_SECONDS = 5.0
"""How long what is on its way may take when we are asked to stop."""

log = structlog.get_logger()


async def run(bench: Bench) -> None:
    """Look until cancelled; then let what is on its way arrive."""
    office = Post(
        store=bench.store,
        clock=bench.clock,
        brake=bench.brake,
        outlets=bench.outlets,
        post=bench.post,
        link_file=bench.link_file,
    )
    drain = Drain(office)
    engine = JobEngine(url=bench.jobs_url, data_dir=bench.data_dir, instance=bench.instance, works={NAME: drain.run})
    sweeper = _Sweeper(bench, engine)
    try:
        await sweeper.begin()
        while True:
            await sweeper.look()
            await asyncio.sleep(LOOK_SECONDS)
    finally:
        await _farewell(drain)
        await engine.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """What one look brought."""

    is_needed: bool
    """Whether there is something to send, and nobody who does it."""
    brakes: Mapping[str, float]
    """Seconds for which nothing may be sent, by channel: told to another process, or to us before we were restarted."""


class _Sweeper:
    def __init__(self, bench: Bench, engine: JobEngine) -> None:
        self._bench = bench
        self._engine = engine
        self._name = bench.instance or ALONE

    async def begin(self) -> None:
        """What our own earlier life had claimed is nobody's now."""

        def work(tx: Transaction) -> None:
            if tx.drains.holder(NAME) == self._name:
                tx.drains.vacate(NAME, self._name)
                tx.deliveries.release_all(self._bench.clock())

        try:
            await self._bench.store.transact(work)
        except StorageError as failure:
            log.warning("storage failed", problem=str(failure))

    async def look(self) -> None:
        """Brake as others were asked to, and take over where it is needed."""
        try:
            look = await self._bench.store.read(self._look)
            for channel, seconds in look.brakes.items():
                self._bench.brake.hold(channel, seconds)
            if look.is_needed:
                await self._take_over()
        except StorageError as failure:
            log.warning("storage failed", problem=str(failure))
        except Exception:  # the border of a job: the next look tries again
            log.exception("job engine failed")

    def _look(self, tx: Transaction) -> _Look:
        now = self._bench.clock()
        return _Look(
            is_needed=tx.announcements.has_work(now) and not tx.drains.is_alive(NAME, now - STALE),
            brakes={place[0]: (until - now).total_seconds() for place, until in tx.drains.brakes(now).items()},
        )

    async def _take_over(self) -> None:
        now = self._bench.clock()
        taken = await self._bench.store.transact(lambda tx: tx.drains.take(NAME, self._name, now, now - STALE))
        if taken is not None:
            await self._engine.run(NAME, taken)


async def _farewell(drain: Drain) -> None:
    try:
        async with asyncio.timeout(FAREWELL_SECONDS):
            await drain.finish()
    except TimeoutError:
        log.warning("stopped with announcements under way; what was not answered may come twice")
