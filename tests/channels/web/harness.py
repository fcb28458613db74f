"""Lan with the web chat: the real routes over HTTP, without a browser."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Any

import aiohttp
from aiohttp.test_utils import TestClient, TestServer

from bot.messages import Reply
from channels.server import application
from channels.web.accounts import CHAT_COOKIE, Accounts
from channels.web.channel import WebChannel
from tests.channels.conformance import Shown
from tests.channels.device import Device
from tests.channels.memory import MemoryLog

SECRET_KEY = b"a key for tests"
PUBLIC_URL = "http://khom.example"
SECRET = "Lan" + "x" * 40
Json = dict[str, Any]


class WebChat(Device):
    """One browser, without the page's scripts: it posts what they post and reads what they read."""

    channel: WebChannel

    def __init__(self, public_url: str = PUBLIC_URL) -> None:
        super().__init__()
        self.log = MemoryLog(self.inbox)
        self.channel = WebChannel(
            secret_key=SECRET_KEY,
            public_url=public_url,
            clock=self.log.clock,
            log=self.log,
            put_file=self.files.put,
            read_file=self.files.read,
        )
        self.app = application([self.channel.mount], healthy=self.inbox.is_well)
        self.browser = TestClient(TestServer(self.app), cookie_jar=aiohttp.CookieJar(unsafe=True))
        self.browser.session.cookie_jar.update_cookies({CHAT_COOKIE: SECRET})
        self.accounts = Accounts(SECRET_KEY, public_url)
        self.lan = self.accounts.address(SECRET)
        self._lines = 0
        self._last: Callable[[], Coroutine[Any, Any, bool]] = self._nothing

    async def types(self, text: str) -> bool:
        return await self._post({"id": self._new_id(), "text": text})

    async def presses(self, label: str) -> bool:
        buttons = [
            (line["id"], choice["id"])
            for line in await self.lines()
            if line["side"] == "heard"
            for row in line["rows"]
            for choice in row
            if choice["label"] == label
        ]
        message, choice = buttons[-1]
        return await self._post({"id": self._new_id(), "choice": choice, "label": label, "pressed": message})

    async def sends_photo(self, content: bytes) -> bool:
        line_id = self._new_id()

        async def deliver() -> bool:
            form = aiohttp.FormData()
            form.add_field("id", line_id)
            form.add_field("file", content, filename="anh.jpg", content_type="image/jpeg")
            return (await self.browser.post("/chat/upload", data=form)).ok

        self._last = deliver
        return await deliver()

    async def opens_invitation(self, token: str) -> bool:
        page = await self.browser.get(f"/chat/join/{token}")
        entered = await self.browser.post(f"/chat/join/{token}", allow_redirects=False)
        secret = entered.cookies[CHAT_COOKIE].value
        self.lan = self.accounts.address(secret)
        return page.ok and entered.status == 303

    async def again(self) -> bool:
        return await self._last()

    async def reply(self, reply: Reply) -> None:
        self.log.add(self.lan, reply)
        await super().reply(reply)

    async def lines(self, place: str = "") -> list[Json]:
        """The whole log as the page gets it."""
        answer = await self.browser.get("/chat/lines", params={"place": place})
        lines: list[Json] = (await answer.json())["lines"]
        return lines

    async def shown(self) -> Sequence[Shown]:
        cards: dict[str, Json] = {}
        for line in await self.lines():
            if line["side"] == "heard":
                cards[line["settles"] or line["id"]] = line
        return [_shown(line) for line in cards.values()]

    async def _post(self, line: Json) -> bool:
        async def deliver() -> bool:
            return (await self.browser.post("/chat/lines", json=line)).ok

        self._last = deliver
        return await deliver()

    async def _nothing(self) -> bool:
        raise AssertionError("nothing was delivered yet")

    def _new_id(self) -> str:
        self._lines += 1
        return f"line-{self._lines:08}"


def _shown(line: Json) -> Shown:
    return Shown(
        text="\n".join(part for part in (line["heading"], line["text"], line["hint"]) if part),
        buttons=tuple(choice["label"] for row in line["rows"] for choice in row),
        files=tuple(file["name"] for file in line["files"]),
    )


def web_chat() -> AbstractAsyncContextManager[WebChat]:
    """Lan's browser on a running server."""
    return web_chat_at(PUBLIC_URL)


@asynccontextmanager
async def web_chat_at(public_url: str) -> AsyncIterator[WebChat]:
    """The same, on a server that people reach by that address."""
    chat = WebChat(public_url)
    async with chat.browser, asyncio.TaskGroup() as tasks:
        listening = tasks.create_task(chat.channel.listen(chat.inbox.receive))
        await asyncio.sleep(0)
        yield chat
        listening.cancel()
