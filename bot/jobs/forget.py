"""Forgets the words in which people said something, once a season has passed: the answers are kept, which they gave."""

from __future__ import annotations

from datetime import timedelta

import structlog

from bot.jobs.base import Bench, every

KEPT_FOR = timedelta(days=90)
"""Long enough for whoever has to find out how a report of the last quarter came about."""
LOOK_SECONDS = 24 * 3600.0

log = structlog.get_logger()


async def run(bench: Bench) -> None:
    """Once a day, until cancelled."""
    await every(LOOK_SECONDS, lambda: forget(bench))


async def forget(bench: Bench) -> None:
    """Forget what is old by now. What failed is kept until somebody has looked at it."""
    before = bench.clock() - KEPT_FOR
    if count := await bench.store.transact(lambda tx: tx.inbox.forget_bodies(before)):
        log.info("old words forgotten", updates=count)
