"""Moves what waits for people on a channel that is not served any more: Telegram was switched off, Zalo is there."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import structlog

from bot.conversation.moving import moved
from bot.jobs.base import Bench
from bot.messages import Outgoing
from storage.errors import StorageError
from storage.transaction import Transaction

LOOK_SECONDS = 60.0
PATIENCE = timedelta(minutes=10)
"""Whoever serves the channel may be starting anew; so long nobody who lives leaves a message lying."""
LATER = timedelta(hours=1)
"""When it is looked at again, where the person has no other channel yet."""
MOST_AT_ONCE = 100

log = structlog.get_logger()


async def run(bench: Bench) -> None:
    """Look until cancelled."""
    while True:
        try:
            bench.post(await bench.store.transact(lambda tx: rescue(tx, bench)))
        except StorageError as failure:
            log.warning("storage failed", problem=str(failure))
        await asyncio.sleep(LOOK_SECONDS)


def rescue(tx: Transaction, bench: Bench) -> list[Outgoing]:
    """What is on its way over another channel now."""
    now = bench.clock()
    rescued: list[Outgoing] = []
    for key in tx.outbox.stranded(now - PATIENCE, tuple(bench.outlets), MOST_AT_ONCE):
        elsewhere = moved(tx, key, bench.outlets, now)
        if elsewhere:
            tx.outbox.dead(key, now, "not_served")
        else:
            tx.outbox.put_off(key, now + LATER, "not_served")
        rescued += elsewhere
    return rescued
