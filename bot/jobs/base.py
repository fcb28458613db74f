"""What a job is given, and the way of those that serve requests."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import structlog

from bot.announcements.outlets import FileLink, Outlets
from bot.clock import Clock
from bot.conversation.brake import Brake
from bot.messages import Outgoing
from storage.errors import StorageError
from storage.store import Store
from storage.transaction import Transaction

T = TypeVar("T")

LOOK_SECONDS = 0.5
"""How often open requests are looked for."""

log = structlog.get_logger()


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """The parts that jobs work with."""

    store: Store
    post: Callable[[Iterable[Outgoing]], None]
    """Hands committed outbox rows over for sending."""
    clock: Clock
    brake: Brake
    outlets: Outlets
    """Where announcements leave."""
    file_link: FileLink
    data_dir: Path
    jobs_url: str
    instance: str
    """Name of this process, empty where it is the only one."""


Job = Callable[[Bench], Coroutine[Any, Any, None]]
"""Runs until cancelled."""


async def serve_all(
    bench: Bench, look: Callable[[Transaction], Iterable[T]], serve: Callable[[Bench, T], Awaitable[None]]
) -> None:
    """Serve whatever requests are open, one after the other, until cancelled."""
    while True:
        try:
            for request in await bench.store.read(look):
                await serve(bench, request)
        except StorageError as failure:
            # The disk is full or the database is away: the requests stay open, and the operator is at it.
            log.warning("storage failed", problem=str(failure))
        await asyncio.sleep(LOOK_SECONDS)
