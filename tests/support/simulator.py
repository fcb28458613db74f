"""What the simulators of all vendors are as HTTP servers."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import Coroutine
from contextlib import AsyncExitStack, suppress
from dataclasses import dataclass
from types import TracebackType
from typing import Any

from aiohttp import web


@dataclass(frozen=True, slots=True, kw_only=True)
class Violation:
    """A request that a correct client never makes."""

    method: str
    problem: str


class Simulator:
    """Listens at `base` on this machine, on a free port unless one is given, within `async with`."""

    def __init__(self, port: int) -> None:
        self.port = port
        self._stack = AsyncExitStack()

    @property
    def base(self) -> str:
        """What the setting that names the vendor's server is set to."""
        return f"http://127.0.0.1:{self.port}"

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool | None:
        return await self._stack.__aexit__(kind, error, trace)

    async def _listen(
        self, app: web.Application, port: int = 0, *, secured: ssl.SSLContext | None = None, cancels: bool = False
    ) -> int:
        """Until the end; the port, also if 0 asked for a free one. `cancels`: a call ends when its client is gone."""
        runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.01, handler_cancellation=cancels)
        await runner.setup()
        self._stack.push_async_callback(runner.cleanup)
        await web.TCPSite(runner, "127.0.0.1", port, ssl_context=secured).start()
        taken: int = runner.addresses[0][1]
        return taken

    def _deliver(self, delivery: Coroutine[Any, Any, None]) -> None:
        """Run it until the end."""
        # Not a TaskGroup around the test: it would wrap a failing assertion into an ExceptionGroup.
        self._stack.push_async_callback(_stop, asyncio.get_running_loop().create_task(delivery))


def hang_up(request: web.Request) -> web.Response:
    """Break the connection: the client sees neither success nor failure."""
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def _stop(task: asyncio.Task[None]) -> None:
    """End the task; an error of its own comes out here instead of being lost."""
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
