"""A fast loopback Bot API, and heads who talk through it, in a process of its own: `python -m benchmarks.bot_api`.

It checks nothing, so that what is measured is the bot. Long polling is as the vendor's: an update is handed out until a
larger offset confirms it. POST /play lets heads play the script and answers with how long each reply took.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import json
import time
from collections.abc import Mapping
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from benchmarks.script import Step, steps

Json = dict[str, Any]

BOT = {"id": 700000001, "is_bot": True, "first_name": "khom", "username": "khom_bot"}


class Head:
    """One chat; `answered` is set by the bot's next new message."""

    def __init__(self, chat: int) -> None:
        self.chat = chat
        self.user = {"id": chat, "is_bot": False, "first_name": f"Head {chat}"}
        self.answered = asyncio.Event()
        self.last: Json = {}
        self.at = 0.0

    def hears(self, message: Json) -> None:
        """The bot's message has arrived."""
        self.at = time.perf_counter()
        self.last = message
        self.answered.set()

    def data_of(self, label: str) -> str:
        """What the button of that label on the last message carries."""
        rows = self.last.get("reply_markup", {}).get("inline_keyboard", [])
        for button in itertools.chain.from_iterable(rows):
            if button["text"] == label:
                return str(button["callback_data"])
        raise LookupError(f"no button {label!r} on {self.last.get('text')!r}")


class Updates:
    """What the bot has not confirmed yet."""

    def __init__(self) -> None:
        self._waiting: list[Json] = []
        self._come = asyncio.Event()
        self._ids = itertools.count(700_000_001)
        self.polled = asyncio.Event()

    def add(self, kind: str, content: Json) -> None:
        """Queue an update."""
        self._waiting.append({"update_id": next(self._ids), kind: content})
        self._come.set()

    async def get(self, offset: int, limit: int, seconds: float) -> list[Json]:
        """What getUpdates answers."""
        self._waiting = [update for update in self._waiting if update["update_id"] >= offset]
        if not self._waiting and seconds:
            self._come.clear()
            self.polled.set()
            try:
                async with asyncio.timeout(seconds):
                    await self._come.wait()
            except TimeoutError:
                return []
        return self._waiting[:limit]


class BotApi:
    """The server and its heads."""

    def __init__(self) -> None:
        self._updates = Updates()
        self._heads: dict[int, Head] = {}
        self._message_ids = itertools.count(1001)

    def app(self) -> web.Application:
        """The routes."""
        app = web.Application()
        app.router.add_route("*", "/bot{token}/{method}", self._method)
        app.router.add_get("/polled", self._polled)
        app.router.add_post("/play", self._play)
        return app

    async def _method(self, request: web.Request) -> web.Response:
        given = await parameters(request)
        match request.match_info["method"]:
            case "getUpdates":
                result: Any = await self._updates.get(
                    int(given.get("offset") or 0), int(given.get("limit") or 100), float(given.get("timeout") or 0)
                )
            case "sendMessage":
                result = self._sent(given)
            case "editMessageText":
                result = self._message(int(given["message_id"]), int(given["chat_id"]), given)
            case "getMe":
                result = BOT
            case _:
                result = True
        return web.json_response({"ok": True, "result": result})

    def _sent(self, given: Mapping[str, Any]) -> Json:
        chat = int(given["chat_id"])
        message = self._message(next(self._message_ids), chat, given)
        self._heads[chat].hears(message)
        return message

    def _message(self, number: int, chat: int, given: Mapping[str, Any]) -> Json:
        markup = given.get("reply_markup")
        message = {
            "message_id": number,
            "date": 1_600_000_000,
            "chat": {"id": chat, "type": "private", "first_name": f"Head {chat}"},
            "from": BOT,
            "text": given["text"],
        }
        if markup:
            message["reply_markup"] = json.loads(markup) if isinstance(markup, str) else markup
        return message

    async def _polled(self, request: web.Request) -> web.Response:
        await self._updates.polled.wait()
        return web.Response()

    async def _play(self, request: web.Request) -> web.Response:
        wanted = await request.json()
        chats = range(wanted["first"], wanted["first"] + wanted["heads"])
        self._heads |= {chat: Head(chat) for chat in chats}
        gate = _Gate(wanted["rate"])
        begun = time.perf_counter()
        seconds = await asyncio.gather(*(self._fill_in(self._heads[chat], gate) for chat in chats))
        took = time.perf_counter() - begun
        return web.json_response({"seconds": took, "waits": list(itertools.chain.from_iterable(seconds))})

    async def _fill_in(self, head: Head, gate: _Gate) -> list[float]:
        waits = []
        for step in steps(head.chat):
            await gate.passed()
            head.answered.clear()
            begun = time.perf_counter()
            self._does(head, step)
            await head.answered.wait()
            waits.append(head.at - begun)
        return waits

    def _does(self, head: Head, step: Step) -> None:
        if step.press:
            data = head.data_of(step.press)
            press = {"id": f"{head.chat}-{step.press}", "from": head.user, "chat_instance": "1", "data": data}
            self._updates.add("callback_query", {**press, "message": head.last})
            return
        chat = {"id": head.chat, "type": "private", "first_name": head.user["first_name"]}
        message = {"message_id": next(self._message_ids), "date": 1_600_000_000, "chat": chat, "from": head.user}
        self._updates.add("message", {**message, "text": step.text})


class _Gate:
    """Lets so many steps a second through, evenly; all of them at once where no rate is given."""

    def __init__(self, rate: float | None) -> None:
        self._pause = 1 / rate if rate else 0.0
        self._next = 0.0

    async def passed(self) -> None:
        if not self._pause:
            return
        now = time.perf_counter()
        self._next = max(self._next + self._pause, now)
        await asyncio.sleep(self._next - now)


async def parameters(request: web.Request) -> Mapping[str, Any]:
    if request.content_type == "application/json":
        given: Mapping[str, Any] = json.loads(await request.read())
        return given
    if request.content_type == "application/x-www-form-urlencoded":
        return dict(parse_qsl((await request.read()).decode()))
    return {name: str(value) for name, value in (await request.post()).items()}


def main() -> None:
    """Serve until killed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, required=True)
    web.run_app(BotApi().app(), host="127.0.0.1", port=parser.parse_args().port, access_log=None, print=None)


if __name__ == "__main__":
    main()
