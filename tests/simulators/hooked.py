"""A bot's webhook on this machine."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

from aiohttp import web
from aiohttp.test_utils import TestServer


@asynccontextmanager
async def hooked(take: Callable[[web.Request], Awaitable[web.Response]]) -> AsyncIterator[str]:
    """Whatever is posted to the address is given to `take`; the address."""
    app = web.Application()
    app.router.add_post("/hook", take)
    async with TestServer(app) as server:
        yield str(server.make_url("/hook"))
