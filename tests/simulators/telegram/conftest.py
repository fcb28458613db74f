"""A running simulator, Lan with her phone, and a client that sends exactly what a test says."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Any

import aiohttp
import pytest_asyncio

from tests.support.telegram import Person, TelegramServer


class RawClient:
    """Calls methods without a library in between, so that wrong requests can be made too."""

    def __init__(self, http: aiohttp.ClientSession, server: TelegramServer) -> None:
        self.http = http
        self.server = server

    async def answer(self, method: str, form: aiohttp.FormData | None = None, /, **values: Any) -> dict[str, Any]:
        """The whole answer, whatever it is."""
        url = f"{self.server.base}/bot{self.server.token}/{method}"
        body: dict[str, Any] = {"data": form} if form is not None else {"json": values}
        async with self.http.post(url, **body) as response:
            answer: dict[str, Any] = await response.json()
            return answer

    async def result(self, method: str, form: aiohttp.FormData | None = None, /, **values: Any) -> Any:
        """The result of a call that must succeed."""
        answer = await self.answer(method, form, **values)
        assert answer["ok"], answer
        return answer["result"]

    async def refusal(self, method: str, form: aiohttp.FormData | None = None, /, **values: Any) -> str:
        """The description of a call that must fail."""
        answer = await self.answer(method, form, **values)
        assert not answer["ok"], answer
        return str(answer["description"])


@pytest_asyncio.fixture
async def telegram() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as server:
        yield server


@pytest_asyncio.fixture
async def client(telegram: TelegramServer) -> AsyncIterator[RawClient]:
    async with aiohttp.ClientSession() as http:
        yield RawClient(http, telegram)


@pytest_asyncio.fixture
async def lan(telegram: TelegramServer) -> Person:
    return telegram.person("Lan", started=True)
