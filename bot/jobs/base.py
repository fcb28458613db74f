"""What a job is given, and the two ways: of those that look now and then, and of those that serve requests."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol, TypeVar

import structlog

from bot.announcements.outlets import Outlets
from bot.clock import Clock
from bot.conversation.brake import Brake
from bot.conversation.channel import LinkFile
from bot.conversation.doors import Doors
from bot.messages import Address, Outgoing, Reply
from storage.errors import StorageError
from storage.store import Store
from storage.transaction import Transaction

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
    link_file: LinkFile
    doors: Doors
    """Where invited people come in."""
    data_dir: Path
    jobs_url: str
    instance: str
    """Name of this process, empty where it is the only one."""


Job = Callable[[Bench], Coroutine[Any, Any, None]]
"""Runs until cancelled."""


async def every(seconds: float, look: Callable[[], Awaitable[None]]) -> None:
    """Look until cancelled; while the disk is full or the database away, what is to be seen stays for the next look."""
    while True:
        try:
            await look()
        except StorageError as failure:
            log.warning("storage failed", problem=str(failure))
        await asyncio.sleep(seconds)


class Request(Protocol):
    """What somebody waits for at an address."""

    @property
    def id(self) -> int:
        """Its row."""

    @property
    def address(self) -> Address:
        """Where the answer goes."""


R = TypeVar("R", bound=Request)

GiveUp = Callable[[Transaction, R, str], Reply | None]
"""Settles a request that could not be served; what is said to whoever waits for it, with the code in the log.

None: another process has settled it, and has said what came of it.
"""


async def serve_all(
    bench: Bench,
    look: Callable[[Transaction], Iterable[R]],
    serve: Callable[[Bench, R], Awaitable[None]],
    give_up: GiveUp[R],
) -> None:
    """Serve whatever requests are open, one after the other, until cancelled."""
    tried: set[int] = set()
    while True:
        try:
            for request in await bench.store.read(look):
                await _serve(bench, request, serve, give_up, tried)
        except StorageError as failure:
            # The disk is full or the database is away: the requests stay open, and the operator is at it.
            log.warning("storage failed", problem=str(failure))
        await asyncio.sleep(LOOK_SECONDS)


async def _serve(
    bench: Bench, request: R, serve: Callable[[Bench, R], Awaitable[None]], give_up: GiveUp[R], tried: set[int]
) -> None:
    """`tried`: for which the storage failed before. Once it may have been away; again, a file is lost or damaged."""
    try:
        await serve(bench, request)
    except Exception as failure:  # the border of a job: one bad request must not stop the others
        if isinstance(failure, StorageError) and request.id not in tried:
            tried.add(request.id)
            log.warning("storage failed", problem=str(failure), request=request.id)
            return
        code = uuid.uuid4().hex[:8]
        log.exception("request failed", code=code, kind=type(request).__name__, request=request.id)

        def settle(tx: Transaction) -> list[Outgoing]:
            reply = give_up(tx, request, code)
            return [] if reply is None else [tx.outbox.add(request.address, None, reply, bench.clock())]

        bench.post(await bench.store.transact(settle))
