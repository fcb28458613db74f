"""A phone with the web chat: it posts what the page's scripts post, and asks for news as they do without WebSocket."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import partial
from typing import Any

import aiohttp

from tests.support.talk.phone import Seen, SeenFile

Json = dict[str, Any]


class WebPhone:
    """One browser. What the server refuses is shown at once, as the page does."""

    def __init__(self, base: str) -> None:
        self._base = base
        self._http = aiohttp.ClientSession(
            base, cookie_jar=aiohttp.CookieJar(unsafe=True), headers={"Origin": base.rstrip("/")}
        )
        self._events: list[Seen] = []
        self._known: set[str] = set()
        self._place = ""
        self._lines = 0
        self.chat = ""
        self.repeats = False
        """Everything is posted twice, as by a page that has not heard that it arrived."""

    async def joins(self, token: str) -> None:
        async with self._http.get(f"/chat/join/{token}") as door:
            assert door.ok, await door.text()
        async with self._http.post(f"/chat/join/{token}", allow_redirects=False) as entered:
            assert entered.status == 303
        await self.opens()

    async def opens(self) -> None:
        """Open the page, which makes an account for a browser that has none."""
        async with self._http.get("/chat/") as page:
            self.chat = _chat_of(await page.text())

    async def types(self, text: str) -> None:
        await self._post({"text": text})

    async def presses(self, label: str, on: Seen) -> None:
        assert isinstance(on.source, dict)
        choices = {choice["label"]: choice["id"] for row in on.source["rows"] for choice in row}
        await self._post({"choice": choices[label], "label": label, "pressed": on.source["id"]})

    async def forges(self, choice: str) -> None:
        await self._post({"choice": choice, "label": "?", "pressed": "1"})

    async def sends(self, content: bytes, name: str) -> None:
        form = aiohttp.FormData()
        form.add_field("id", self._new_id())
        form.add_field("file", content, filename=name)
        async with self._http.post("/chat/upload", params=await self._query(), data=form) as answer:
            await self._note(answer)

    async def shares_place(self, latitude: float, longitude: float) -> None:
        await self.types(f"{latitude}, {longitude}")

    async def delivered(self) -> None:
        """The answer to the post says so."""

    async def events(self) -> Sequence[Seen]:
        params = await self._query() | {"place": self._place}
        async with self._http.get("/chat/lines", params=params) as answer:
            news = await answer.json()
        self._place = news["place"]
        for line in news["lines"]:
            if line["side"] == "heard" and line["id"] not in self._known:
                self._known.add(line["id"])
                self._events.append(self._seen(line))
        return self._events

    async def close(self) -> None:
        """Close the browser."""
        await self._http.close()

    def _seen(self, line: Json) -> Seen:
        return Seen(
            key=line["settles"] or line["id"],
            text="\n".join(part for part in (line["heading"], line["text"], line["hint"]) if part),
            buttons=tuple(choice["label"] for row in line["rows"] for choice in row),
            files=tuple(
                SeenFile(name=file["name"], fetch=partial(self._fetch, file["href"])) for file in line["files"]
            ),
            source=line,
        )

    async def can_open(self, href: str) -> bool:
        """Whether this browser gets the file behind somebody's link."""
        await self._query()
        async with self._http.get(href) as answer:
            return answer.ok

    async def _fetch(self, href: str) -> bytes:
        async with self._http.get(href) as answer:
            assert answer.ok, await answer.text()
            return await answer.read()

    async def _post(self, line: Json) -> None:
        body = {"id": self._new_id(), **line}
        for _ in range(2 if self.repeats else 1):
            async with self._http.post("/chat/lines", params=await self._query(), json=body) as answer:
                await self._note(answer)

    async def _note(self, answer: aiohttp.ClientResponse) -> None:
        if not answer.ok:
            refused = await answer.json()
            self._events.append(Seen(key=f"note {len(self._events)}", text=refused["sentence"]))

    async def _query(self) -> dict[str, str]:
        if not self.chat:
            await self.opens()
        return {"chat": self.chat}

    def _new_id(self) -> str:
        self._lines += 1
        return f"line-{self._lines:08}"


def _chat_of(page: str) -> str:
    found = re.search(r'<script[^>]*type="application/json"[^>]*>(.*?)</script>', page, re.DOTALL)
    assert found, page
    chat: str = json.loads(found[1])["chat"]
    return chat
