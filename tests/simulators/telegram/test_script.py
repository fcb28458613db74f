"""The simulator as a program: people played from lines of text, and a process of its own to point a bot at."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

import aiohttp
import pytest

from tests.support.telegram import TelegramServer
from tests.support.telegram.script import Script

from .conftest import RawClient

ASK = {"inline_keyboard": [[{"text": "Có", "callback_data": "yes"}]]}


async def test_lines_make_people_act(telegram: TelegramServer, client: RawClient, tmp_path: Path) -> None:
    script = Script(telegram)
    report = tmp_path / "bao-cao.txt"
    report.write_text("412", encoding="utf-8")
    assert [script.play(line) for line in ("Lan: /start moi-123", "Lan: 412", f"Lan+ {report}")] == [""] * 3
    updates = await client.result("getUpdates")
    messages = [update["message"] for update in updates]
    assert [message.get("text", "document") for message in messages] == ["/start moi-123", "412", "document"]
    await client.result("sendMessage", chat_id=messages[0]["from"]["id"], text="Đúng?", reply_markup=ASK)
    assert script.news() == ["bot -> Lan: Đúng?\n  [Có]"]
    script.play("Lan! Có")
    (press,) = await client.result("getUpdates", offset=updates[-1]["update_id"] + 1)
    assert press["callback_query"]["data"] == "yes"
    assert script.news() == []


@pytest.mark.parametrize(
    ("line", "answer"),
    [
        ("Lan! Có", "no button 'Có'"),
        ("Lan+ nothing.jpg", "No such file"),
        ("Lan?", "(an empty chat)"),
        ("what now", "Lan presses the newest button"),
        ("", ""),
    ],
)
async def test_lines_that_cannot_be_played_are_explained(line: str, answer: str, telegram: TelegramServer) -> None:
    assert answer in Script(telegram).play(line)


async def test_a_process_of_its_own_serves_a_bot_and_plays_its_input() -> None:
    arguments = ("-m", "tests.support.telegram", "--port", "0", "--token", "7:abc")
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(sys.executable, *arguments, stdin=pipe, stdout=pipe)
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        base = (await process.stdout.readline()).decode().strip().removeprefix("TELEGRAM_API_BASE=")
        assert await process.stdout.readline() == b"TELEGRAM_BOT_TOKEN=7:abc\n"
        process.stdin.write(b"Lan: /start\n")
        await process.stdin.drain()
        async with aiohttp.ClientSession() as http:
            async with http.get(f"{base}/bot7:abc/getUpdates?timeout=20") as response:
                (update,) = (await response.json())["result"]
            assert update["message"]["text"] == "/start"
            reply = {"chat_id": update["message"]["from"]["id"], "text": "Chào Lan"}
            async with http.post(f"{base}/bot7:abc/sendMessage", json=reply) as response:
                assert response.status == 200
        while (line := await process.stdout.readline()) == b"\n":
            pass
        assert line.decode() == "bot -> Lan: Chào Lan\n"
    finally:
        process.kill()
        await process.communicate()
