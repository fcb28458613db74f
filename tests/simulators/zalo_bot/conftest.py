"""A running simulator with any options, and a client that sends exactly what a test says."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import aiohttp
import pytest

from tests.support.zalo_bot import Options, Person, ZaloBotServer


class Platform:
    """The server, a client of it, and Lan, who has written to the bot once."""

    def __init__(self, server: ZaloBotServer, http: aiohttp.ClientSession) -> None:
        self.server = server
        self.http = http
        self.lan: Person = server.person("Lan")

    async def posts(self, method: str, /, *, token: str = "", **how: Any) -> tuple[int, dict[str, Any]]:
        """The HTTP status and the answer; `how` as for aiohttp: json=, data=, params=."""
        url = f"{self.server.base}/bot{token or self.server.token}/{method}"
        async with self.http.post(url, **how) as answer:
            return answer.status, await answer.json()

    async def asks(self, method: str, /, **values: Any) -> dict[str, Any]:
        """The whole answer to a call with JSON, whatever it is."""
        return (await self.posts(method, json=values))[1]

    async def gets(self, method: str, /, **values: Any) -> Any:
        """The result of a call that must succeed."""
        answer = await self.asks(method, **values)
        assert answer["ok"], answer
        return answer["result"]

    async def is_refused(self, method: str, /, **values: Any) -> str:
        """The description of a call that must fail."""
        answer = await self.asks(method, **values)
        assert not answer["ok"], answer
        return str(answer["description"])

    async def knows_lan(self) -> str:
        """Lan has written, and the bot has read it; her chat."""
        self.lan.says("chào")
        if self.server.options.queue != "live_only":
            await self.gets("getUpdates", timeout=1)
        return self.lan.id

    @property
    def problems(self) -> list[str]:
        """What was noted so far."""
        return [violation.problem for violation in self.server.violations]


Opened = Callable[..., AbstractAsyncContextManager[Platform]]


@pytest.fixture
def platform() -> Opened:
    """`async with platform(queue="replay") as zalo:`."""

    @asynccontextmanager
    async def opened(**options: Any) -> AsyncIterator[Platform]:
        async with ZaloBotServer(Options(**options)) as server, aiohttp.ClientSession() as http:
            yield Platform(server, http)

    return opened


@pytest.fixture
async def zalo(platform: Opened) -> AsyncIterator[Platform]:
    """With the ordinary options."""
    async with platform() as opened:
        yield opened
