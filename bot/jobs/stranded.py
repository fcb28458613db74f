"""Moves what waits for people on a channel that is not served any more: Telegram was switched off, Zalo is there."""

from __future__ import annotations

from datetime import timedelta

from bot.conversation.moving import moved
from bot.jobs.base import Bench, every
from bot.messages import Outgoing
from storage.transaction import Transaction

LOOK_SECONDS = 60.0
PATIENCE = timedelta(minutes=10)
"""Whoever serves the channel may be starting anew; so long nobody who lives leaves a message lying."""
LATER = timedelta(hours=1)
"""When it is looked at again, where the person has no other channel yet."""
MOST_AT_ONCE = 100


async def run(bench: Bench) -> None:
    """Look until cancelled."""

    async def look() -> None:
        bench.post(await bench.store.transact(lambda tx: rescue(tx, bench)))

    await every(LOOK_SECONDS, look)


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
