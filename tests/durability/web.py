"""The trial on the web chat: clients that speak the page's protocol, and send again what was not acknowledged."""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any

import aiohttp

from tests.durability.head import Head
from tests.durability.pace import Pace
from tests.durability.trial import PATIENCE, Side, Trial
from tests.durability.ward import Invited
from tests.support.ports import held_port

PAUSE = 0.05
"""Seconds before a page tries to reach the server again."""
NO_CONNECTION = (aiohttp.ClientError, ConnectionError, TimeoutError)
Json = dict[str, Any]


class WebPhone:
    """A page: posts lines until they are taken, and reads along by WebSocket from where it was."""

    def __init__(self, base: str) -> None:
        self.calls = 0
        self.sent: list[str] = []
        self.taken: list[str] = []
        self._base = base
        # The server has no name, and by default cookies are kept only for names.
        self._http = aiohttp.ClientSession(
            base, cookie_jar=aiohttp.CookieJar(unsafe=True), timeout=aiohttp.ClientTimeout(total=PATIENCE)
        )
        self._place = ""
        self._lines: dict[tuple[str, str], Json] = {}
        self._news = asyncio.Event()
        self._looked = 0
        self._reading = asyncio.create_task(self._reads())

    async def joins(self, token: str) -> None:
        """Opens the link and presses the button behind it, until the chat opens."""
        await self._until_taken("get", f"/chat/join/{token}")
        await self._until_taken("post", f"/chat/join/{token}")

    async def says(self, text: str) -> None:
        """Posts a line."""
        await self._post({"text": text})

    async def presses(self, label: str) -> None:
        """Posts the choice of the newest button of that label."""
        for line in reversed(self._heard):
            for choice in (choice for row in line["rows"] for choice in row):
                if choice["label"] == label:
                    await self._post({"choice": choice["id"], "label": label, "pressed": line["id"]})
                    return
        raise AssertionError(f"there is no button {label!r} to press")

    async def sees(self, text: str) -> None:
        """Waits for a new line with the text."""
        async with asyncio.timeout(PATIENCE):
            while True:
                for place, heard in enumerate(self.heard[self._looked :], start=self._looked + 1):
                    if text in heard:
                        self._looked = place
                        return
                self._news.clear()
                await self._news.wait()

    @property
    def heard(self) -> Sequence[str]:
        """What the bot said, as the page shows it."""
        return ["\n".join((line["heading"], line["text"])) for line in self._heard]

    @property
    def said(self) -> set[str]:
        """The ids of the lines that the page shows as the person's own, the opened invitation among them."""
        return {id for side, id in self._lines if side == "said"}

    async def close(self) -> None:
        """The page is closed."""
        self._reading.cancel()
        with suppress(asyncio.CancelledError):
            await self._reading
        await self._http.close()

    @property
    def _heard(self) -> list[Json]:
        return [line for (side, _), line in self._lines.items() if side == "heard" and not line["settles"]]

    async def _reads(self) -> None:
        """Reads along until cancelled, and connects again whenever the server has died."""
        while True:
            with suppress(*NO_CONNECTION):
                await self._read()
            await asyncio.sleep(PAUSE)

    async def _read(self) -> None:
        query = {"place": self._place} if self._place else {}
        async with self._http.ws_connect("/chat/socket", params=query, origin=self._base) as connection:
            async for message in connection:
                news = message.json()
                self.calls += 1
                self._place = news["place"]
                # What the page has it keeps: after a reconnect some lines come again.
                self._lines |= {(line["side"], line["id"]): line for line in news["lines"]}
                self._news.set()

    async def _post(self, line: Json) -> None:
        id = str(uuid.uuid4())
        self.sent.append(id)
        await self._until_taken("post", "/chat/lines", {"id": id, **line})
        self.taken.append(id)

    async def _until_taken(self, method: str, path: str, body: Json | None = None) -> None:
        async with asyncio.timeout(PATIENCE):
            while True:
                try:
                    async with self._http.request(method, path, json=body, allow_redirects=False) as response:
                        self.calls += 1
                        if response.status < 400:
                            return
                        if response.status < 500:
                            raise AssertionError(f"{path} answered {response.status}: {await response.text()}")
                except NO_CONNECTION:
                    pass
                await asyncio.sleep(PAUSE)


class WebSide:
    """The web chat as the killer and the judge see it."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.phones: list[WebPhone] = []

    @property
    def settings(self) -> dict[str, str]:
        """What the process needs."""
        return {"PORT": str(self._port)}

    @property
    def calls(self) -> int:
        """How often a page has heard of the process."""
        return sum(phone.calls for phone in self.phones)

    @property
    def sent(self) -> set[str]:
        """The ids of all lines so far."""
        return {id for phone in self.phones for id in (*phone.sent, *phone.said)}

    @property
    def acknowledged(self) -> set[str]:
        """The ids of the lines that were taken."""
        return {id for phone in self.phones for id in phone.taken}

    def died(self, kept: Collection[str]) -> None:
        """A page posts its lines again until they are taken."""

    def head(self, number: int, invited: Invited, trial: Trial, pace: Pace) -> Head:
        """A head with a page."""
        phone = WebPhone(f"http://127.0.0.1:{self._port}")
        self.phones.append(phone)
        return Head(number, invited, phone, pace, trial.random)


async def kill_on_web(trial: Trial) -> None:
    """Kill the process while heads report on the web chat."""
    async with _web_side() as side:
        await trial.run(side)


@asynccontextmanager
async def _web_side() -> AsyncIterator[Side]:
    with held_port() as port:
        side = WebSide(port)
        try:
            yield side
        finally:
            for phone in side.phones:
                await phone.close()
