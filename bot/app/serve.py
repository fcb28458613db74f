"""Running the process: everything in one task group, until a signal asks to stop."""

from __future__ import annotations

import asyncio
import gc
import signal
import socket
from collections.abc import Callable, Coroutine
from datetime import datetime
from typing import Any

import structlog

from bot.actions.forms import publish_shipped
from bot.actions.installation import create_sample
from bot.app.parts import Parts, opened
from bot.clock import Clock, local_date, utc_now
from bot.domain.errors import Invalid
from bot.jobs import JOBS
from bot.settings import Settings
from channels.server import serving
from storage.transaction import Transaction

FAREWELL_SECONDS = 5.0
"""How long answers under way may take after a signal; what is left over is taken up at the next start."""

log = structlog.get_logger()
Announce = Callable[[Parts], Coroutine[Any, Any, None]]


async def serve(settings: Settings, *, announce: Announce, sample: bool = False, clock: Clock = utc_now) -> None:
    """Run until SIGINT or SIGTERM. `announce` is called once everything is up, to print what the operator needs.

    With `sample` an empty database gets the sample ward first.
    """
    if settings.port == 0:
        settings = settings.model_copy(update={"port": free_port(settings.host)})
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    async with opened(settings, clock=clock) as parts:
        await parts.store.transact(lambda tx: _prepare(tx, clock(), sample=sample))
        for channel in parts.channels:
            await channel.prepare()
        async with serving(parts.server, settings.host, settings.port):
            await _run(parts, stop, announce)


def _prepare(tx: Transaction, at: datetime, *, sample: bool) -> None:
    publish_shipped(tx, at)
    if sample and not tx.units.wards(local_date(at)):
        create_sample(tx, at)


async def _run(parts: Parts, stop: asyncio.Event, announce: Announce) -> None:
    ready = asyncio.Event()
    try:
        async with asyncio.TaskGroup() as tasks:
            work = [tasks.create_task(parts.engine.run(ready.set))]
            await ready.wait()
            listening = [tasks.create_task(channel.listen(parts.engine.receive)) for channel in parts.channels]
            work += [tasks.create_task(job(parts.bench)) for job in JOBS]
            # What is loaded by now stays to the end: the garbage collector need not look through it again and again.
            gc.collect()
            gc.freeze()
            await announce(parts)
            await stop.wait()
            for task in listening:
                task.cancel()
            await _farewell(parts)
            for task in work:
                task.cancel()
    except* Invalid as refused:
        raise refused.exceptions[0] from None


async def _farewell(parts: Parts) -> None:
    try:
        async with asyncio.timeout(FAREWELL_SECONDS):
            await parts.engine.finish()
    except TimeoutError:
        log.warning("stopped with answers under way; they are sent at the next start")


def free_port(host: str) -> int:
    """A port that nobody uses at this moment."""
    with socket.socket() as probe:
        probe.bind((host, 0))
        port: int = probe.getsockname()[1]
        return port
