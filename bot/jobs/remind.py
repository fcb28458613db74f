"""Reminds heads of their reports, and tells the officers each morning how things stand.

All that is due is worked out anew at every tick, from due dates and from what was said already: so it matters neither
how often a tick comes, nor whether two processes have it, nor what happened to the one before.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta

import structlog

from bot.actions.digesting import officers_to_tell, tell
from bot.actions.reminding import due_now, remind_one
from bot.clock import local_date
from bot.domain.people import PersonId
from bot.domain.units import UnitId
from bot.jobs.base import Bench
from bot.messages import Outgoing, Served
from storage.errors import StorageError
from storage.transaction import Transaction

Say = Callable[[Transaction, UnitId, PersonId, datetime, Served], list[Outgoing]]

PAUSE_SECONDS = 0.05
"""After each message: Telegram takes thirty a second from a bot, and people's answers must not wait behind these."""

log = structlog.get_logger()


async def run(bench: Bench) -> None:
    """A tick at the start and at every full hour, until cancelled."""
    while True:
        now = bench.clock()
        try:
            await remind(bench, now)
        except StorageError as failure:
            # Nobody is forgotten: whoever should have heard is still due at the next tick.
            log.warning("storage failed", problem=str(failure))
        next_hour = now.replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
        await asyncio.sleep(max(1.0, (next_hour - bench.clock()).total_seconds()))


async def remind(bench: Bench, tick: datetime) -> None:
    """Everything that is due, whoever calls: `tick` is the moment for which it was planned.

    A tick of another day is dropped, for what it would say is no longer true.
    """
    now = bench.clock()
    if local_date(tick) != local_date(now):
        log.info("stale tick dropped", tick=tick.isoformat())
        return
    for ward in await bench.store.read(lambda tx: [unit.id for unit in tx.units.wards(local_date(now))]):
        await _remind_heads(bench, ward)
        await _tell_officers(bench, ward)


async def _remind_heads(bench: Bench, ward: UnitId) -> None:
    for found in await bench.store.read(lambda tx: due_now(tx, ward, bench.clock(), bench.outlets)):
        await _one(bench, ward, found.person, remind_one)


async def _tell_officers(bench: Bench, ward: UnitId) -> None:
    found = await bench.store.read(lambda tx: officers_to_tell(tx, ward, bench.clock(), bench.outlets))
    for officer in found:
        await _one(bench, ward, officer, tell)


async def _one(bench: Bench, ward: UnitId, person: PersonId, say: Say) -> None:
    """A transaction of its own for each: nobody else waits long, and one person's trouble is not the others'."""
    try:
        written = await bench.store.transact(lambda tx: say(tx, ward, person, bench.clock(), bench.outlets))
    except StorageError:
        raise
    except Exception:  # the border of a job
        log.exception("reminder failed", person=person)
        return
    bench.post(written)
    if written:
        await asyncio.sleep(PAUSE_SECONDS)
