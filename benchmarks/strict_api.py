"""A strict loopback Bot API for announcements, in a process of its own: `python -m benchmarks.strict_api`.

It takes 30 messages in any one second and answers 429 above that; some of its people have blocked the bot; and by
chance it refuses with 429 or 500, or answers slowly. It counts what every chat got, and every message that came while
it had asked to wait. POST /rules sets the chances, POST /talk lets people write and measures how long they wait for the
reply, GET /report tells everything.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import random
import time
from collections import Counter, deque
from collections.abc import Callable
from typing import Any

from aiohttp import web

from benchmarks.bot_api import BOT, Json, Updates, parameters

PER_SECOND = 30
RETRY_AFTER = 1
ON_ITS_WAY = 0.5
"""Seconds after a 429 in which a message may still come that left before the bot had read it: on a busy machine an
answer is read late. Whatever comes after that was sent although we were asked to wait."""
SLOW_SHARE, SLOW_SECONDS = 0.05, 2.0
"""So many answers take up to so long; the others take up to a tenth of a second."""


class StrictApi:
    """The server, its people and its book."""

    def __init__(self, seed: int, now: Callable[[], float] = time.perf_counter) -> None:
        self._now = now
        self._random = random.Random(seed)
        self._updates = Updates()
        self._ids = itertools.count(1001)
        self._window: deque[float] = deque()
        self._braked_from = self._braked_until = 0.0
        self.rules = {"flood": 0.0, "blocked": 0.0, "error": 0.0, "slow": 0.0}
        self._blocked: dict[int, bool] = {}
        self._got: Counter[int] = Counter()
        self._counts: Counter[str] = Counter()
        self._waiting: dict[int, asyncio.Future[float]] = {}
        self._last = 0.0

    def app(self) -> web.Application:
        """The routes."""
        app = web.Application()
        app.router.add_route("*", "/bot{token}/{method}", self._method)
        app.router.add_get("/polled", self._polled)
        app.router.add_get("/report", self._report)
        app.router.add_post("/rules", self._set_rules)
        app.router.add_post("/talk", self._talk)
        return app

    async def _method(self, request: web.Request) -> web.Response:
        arrived = self._now()
        given = await parameters(request)
        match request.match_info["method"]:
            case "getUpdates":
                offset, limit, seconds = (int(given.get(name) or 0) for name in ("offset", "limit", "timeout"))
                result: Any = await self._updates.get(offset, limit or 100, seconds)
            case "sendMessage":
                return await self._sent(int(given["chat_id"]), str(given["text"]), arrived)
            case "getMe":
                result = BOT
            case _:
                result = True
        return web.json_response({"ok": True, "result": result})

    async def _sent(self, chat: int, text: str, arrived: float) -> web.Response:
        if arrived < self._braked_until:
            self._counts["broke the wait" if arrived > self._braked_from + ON_ITS_WAY else "were on their way"] += 1
        chance = self._random.random()
        if self._is_too_much(arrived):
            self._counts["429 for too much"] += 1
            return await self._flood(arrived)
        if chance < self.rules["flood"]:
            self._counts["429 by chance"] += 1
            return await self._flood(arrived)
        self._window.append(arrived)
        if chance < self.rules["flood"] + self.rules["error"]:
            self._counts["500"] += 1
            await self._think()
            return _refusal(500, "Internal Server Error")
        await self._think()
        if chat not in self._waiting and self._has_blocked(chat):
            self._counts["403"] += 1
            return _refusal(403, "Forbidden: bot was blocked by the user")
        if (waiting := self._waiting.get(chat)) is not None:
            if not waiting.done():
                waiting.set_result(arrived)
        else:
            self._got[chat] += 1
            self._last = arrived
        message = {"message_id": next(self._ids), "date": 1_600_000_000, "chat": {"id": chat, "type": "private"}}
        return web.json_response({"ok": True, "result": {**message, "text": text, "from": BOT}})

    def _is_too_much(self, arrived: float) -> bool:
        while self._window and self._window[0] <= arrived - 1:
            self._window.popleft()
        return len(self._window) >= PER_SECOND

    async def _flood(self, arrived: float) -> web.Response:
        if self.rules["slow"]:
            await asyncio.sleep(self._random.uniform(0, 0.1))  # a refusal costs the vendor no work
        if arrived >= self._braked_until:
            self._braked_from = self._now()
        self._braked_until = max(self._braked_until, self._now() + RETRY_AFTER)
        return _refusal(429, f"Too Many Requests: retry after {RETRY_AFTER}", retry_after=RETRY_AFTER)

    def _has_blocked(self, chat: int) -> bool:
        return self._blocked.setdefault(chat, self._random.random() < self.rules["blocked"])

    async def _think(self) -> None:
        if self.rules["slow"]:
            is_slow = self._random.random() < SLOW_SHARE
            await asyncio.sleep(self._random.uniform(0, SLOW_SECONDS if is_slow else 0.1))

    async def _polled(self, request: web.Request) -> web.Response:
        await self._updates.polled.wait()
        return web.Response()

    async def _set_rules(self, request: web.Request) -> web.Response:
        self.rules |= await request.json()
        return web.Response()

    async def _talk(self, request: web.Request) -> web.Response:
        """People write one after the other, so many a second, and each waits for one reply."""
        wanted = await request.json()
        talks: list[asyncio.Task[float]] = []
        async with asyncio.TaskGroup() as tasks:
            for chat in itertools.cycle(wanted["chats"]):
                if len(talks) >= wanted["seconds"] * wanted["per_second"]:
                    break
                talks.append(tasks.create_task(self._ask(chat)))
                await asyncio.sleep(1 / wanted["per_second"])
        return web.json_response([talk.result() for talk in talks])

    async def _ask(self, chat: int) -> float:
        waiting = self._waiting[chat] = asyncio.get_running_loop().create_future()
        asked = self._now()
        place = {"id": chat, "type": "private", "first_name": f"Head {chat}"}
        sender = {"id": chat, "is_bot": False, "first_name": f"Head {chat}"}
        message = {"message_id": next(self._ids), "date": 1_600_000_000, "chat": place, "from": sender, "text": "menu"}
        self._updates.add("message", message)
        async with asyncio.timeout(60):
            answered: float = await waiting
            return answered - asked

    async def _report(self, request: web.Request) -> web.Response:
        return web.json_response(self.report())

    def report(self) -> Json:
        """All that is on record."""
        blocked = sorted(chat for chat, has_blocked in self._blocked.items() if has_blocked)
        return {"got": dict(self._got), "blocked": blocked, "counts": dict(self._counts), "last": self._last}


def _refusal(code: int, description: str, **parameters: int) -> web.Response:
    answer = {"ok": False, "error_code": code, "description": description, "parameters": parameters}
    return web.json_response(answer, status=code)


def main() -> None:
    """Serve until killed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--port", type=int, required=True)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    web.run_app(StrictApi(given.seed).app(), host="127.0.0.1", port=given.port, access_log=None, print=None)


if __name__ == "__main__":
    main()
