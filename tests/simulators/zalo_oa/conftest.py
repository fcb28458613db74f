"""A running simulator, Lan with her phone, a client that sends exactly what a test says, and a webhook of ours."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

import aiohttp
import pytest
import pytest_asyncio
from aiohttp import web

from tests.simulators.hooked import hooked
from tests.support.zalo_oa import Options, Person, ZaloOaServer
from tests.support.zalo_oa.signing import RETRY, SIGNATURE, TIMESTAMP

CS = "/v3.0/oa/message/cs"
Json = dict[str, Any]


class RawClient:
    """Calls without a library in between, so that wrong requests can be made too."""

    def __init__(self, http: aiohttp.ClientSession, zalo: ZaloOaServer) -> None:
        self.http = http
        self.zalo = zalo

    @property
    def headers(self) -> dict[str, str]:
        return {"access_token": self.zalo.tokens.access_token}

    async def call(self, method: str, path: str, headers: dict[str, str] | None = None, **more: Any) -> Json:
        """The whole answer, whatever it is; its status is always 200."""
        given = self.headers if headers is None else headers
        async with self.http.request(method, f"{self.zalo.base}{path}", headers=given, **more) as response:
            assert response.status == 200
            answer: Json = await response.json()
            return answer

    async def send(self, to: Person, message: Json) -> Json:
        return await self.call("POST", CS, json={"recipient": {"user_id": to.id}, "message": message})

    async def upload(self, kind: str, content: bytes, name: str) -> Json:
        form = aiohttp.FormData(quote_fields=False)  # else Zalo would show a%20b
        form.add_field("file", BytesIO(content), filename=name)
        return await self.call("POST", f"/v2.0/oa/upload/{kind}", data=form)

    async def get(self, path: str, **data: object) -> Json:
        return await self.call("GET", path, params={"data": json.dumps(data)} if data else {})

    async def refresh(self, token: str, **more: str) -> Json:
        form = {"app_id": self.zalo.app_id, "grant_type": "refresh_token", "refresh_token": token, **more}
        headers = {"secret_key": self.zalo.app_secret}
        return await self.call("POST", "/v4/oa/access_token", headers=headers, data=form)


@dataclass
class Webhook:
    """What came, with its headers; it fails as often as it is told to: 0 breaks the connection."""

    url: str = ""
    fails_with: list[int] = field(default_factory=list)
    slow: asyncio.Event | None = None
    """As long as it is not set, nothing is answered."""
    bodies: list[bytes] = field(default_factory=list)
    signatures: list[str] = field(default_factory=list)
    timestamps: list[str] = field(default_factory=list)
    retries: list[str] = field(default_factory=list)
    taken: list[Json] = field(default_factory=list)
    news: asyncio.Event = field(default_factory=asyncio.Event)

    async def take(self, request: web.Request) -> web.Response:
        raw = await request.read()
        self.bodies.append(raw)
        self.signatures.append(request.headers.get(SIGNATURE, ""))
        self.timestamps.append(request.headers.get(TIMESTAMP, ""))
        self.retries.append(request.headers.get(RETRY, ""))
        if self.slow is not None:
            await self.slow.wait()
        if raw.strip(b"{}") and self.fails_with:
            status = self.fails_with.pop(0)
            if status:
                return web.Response(status=status)
            assert request.transport is not None
            request.transport.abort()
        elif raw.strip(b"{}"):
            self.taken.append(json.loads(raw))
            self.news.set()
        return web.Response()

    async def has(self, count: int) -> list[Json]:
        async with asyncio.timeout(60):
            while len(self.taken) < count:
                self.news.clear()
                await self.news.wait()
        return self.taken

    @property
    def texts(self) -> list[str]:
        return [event["message"]["text"] for event in self.taken]


@pytest.fixture
def options(request: pytest.FixtureRequest) -> Options:
    """The defaults; @pytest.mark.parametrize("options", [Options(...)]) plays others."""
    return getattr(request, "param", Options())


@pytest_asyncio.fixture
async def zalo(options: Options) -> AsyncIterator[ZaloOaServer]:
    async with ZaloOaServer(options) as server:
        server.tokens.new_pair()
        server.delivery.second = 0.001
        yield server


@pytest_asyncio.fixture
async def client(zalo: ZaloOaServer) -> AsyncIterator[RawClient]:
    async with aiohttp.ClientSession() as http:
        yield RawClient(http, zalo)


@pytest_asyncio.fixture
async def lan(zalo: ZaloOaServer) -> Person:
    return zalo.person("Lan", follows=True)


@pytest_asyncio.fixture
async def webhook(zalo: ZaloOaServer) -> AsyncIterator[Webhook]:
    hook = Webhook()
    async with hooked(hook.take) as hook.url:
        yield hook


Violated = Callable[[str], bool]


@pytest.fixture
def violated(zalo: ZaloOaServer) -> Violated:
    """Whether there is a violation that says so."""
    return lambda words: any(words in violation.problem for violation in zalo.violations)
