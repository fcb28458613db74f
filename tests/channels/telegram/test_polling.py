"""Polling goes on whatever stands in Telegram's place: a gateway, a page of a hotel, half an answer."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from contextlib import suppress

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.messages import RawUpdate
from channels.telegram import poller

STRANGE = [
    {"ok": True},
    {"ok": True, "result": None},
    {"ok": True, "result": [{"message": {}}]},
    {"ok": True, "result": ["?"]},
    {"ok": False, "parameters": None},
    [],
]


async def test_a_strange_answer_is_waited_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(poller, "LONGEST_PAUSE", 0.01)
    answers = [*STRANGE, {"ok": True, "result": [{"update_id": 7, "message": {"chat": {"id": 1}}}]}]
    came: list[RawUpdate] = []
    stored = asyncio.Event()

    async def answer(request: web.Request) -> web.Response:
        return web.json_response(answers.pop(0) if answers else {"ok": True, "result": []})

    async def receive(updates: Sequence[RawUpdate]) -> None:
        came.extend(updates)
        stored.set()

    app = web.Application()
    app.add_routes([web.post("/getUpdates", answer)])
    async with TestServer(app) as server:
        polling = asyncio.create_task(poller.poll(str(server.make_url("/getUpdates")), "1", receive))
        hearing = asyncio.create_task(stored.wait())
        done, _ = await asyncio.wait({polling, hearing}, timeout=20, return_when=asyncio.FIRST_COMPLETED)
        assert polling not in done, "the poller has ended"
        polling.cancel()
        with suppress(asyncio.CancelledError):
            await polling
    assert [update.update_id for update in came] == ["7"]
