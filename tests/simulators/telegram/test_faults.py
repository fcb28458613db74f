"""Bad days on demand: refusals by script, floods, slow answers and lost ones."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from tests.support.telegram import FloodLimit, Person, TelegramServer

from .conftest import RawClient


async def test_scripted_refusals_come_in_telegrams_shape(
    telegram: TelegramServer, client: RawClient, lan: Person
) -> None:
    telegram.faults.answer_next(429, retry_after=3, times=2, method="sendMessage")
    assert (await client.answer("getMe"))["ok"]
    for _ in range(2):
        assert await client.answer("sendMessage", chat_id=lan.id, text="a") == {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 3",
            "parameters": {"retry_after": 3},
        }
    await client.result("sendMessage", chat_id=lan.id, text="a")
    assert (len(lan.screen), telegram.violations) == (1, [])


@pytest.mark.parametrize("code", [400, 401, 403, 500, 502])
async def test_any_code_can_be_scripted(code: int, telegram: TelegramServer, client: RawClient, lan: Person) -> None:
    telegram.faults.answer_next(code)
    assert (await client.answer("sendMessage", chat_id=lan.id, text="a"))["error_code"] == code
    assert lan.screen == []


async def test_the_flood_limit_counts_one_second(
    telegram: TelegramServer, client: RawClient, lan: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    began = telegram.clock.now()
    monkeypatch.setattr(telegram.clock, "now", lambda: began)
    minh = telegram.person("Minh", started=True)
    telegram.faults.flood = FloodLimit(overall=3, per_chat=2, retry_after=7)
    for person, expected in ((lan, True), (lan, True), (lan, False), (minh, True), (minh, False)):
        answer = await client.answer("sendMessage", chat_id=person.id, text="a")
        assert answer["ok"] is expected
        assert expected or answer["parameters"] == {"retry_after": 7}
    monkeypatch.setattr(telegram.clock, "now", lambda: began + 1.1)
    await client.result("sendMessage", chat_id=lan.id, text="a")


async def test_a_lost_answer_was_carried_out(telegram: TelegramServer, client: RawClient, lan: Person) -> None:
    telegram.faults.lose_next_answer(method="sendMessage")
    with pytest.raises(aiohttp.ClientError):
        await client.answer("sendMessage", chat_id=lan.id, text="a")
    assert [message.text for message in lan.screen] == ["a"]


async def test_answers_can_be_slow(telegram: TelegramServer, client: RawClient) -> None:
    telegram.faults.latency = 0.1
    loop = asyncio.get_running_loop()
    began = loop.time()
    await client.result("getMe")
    assert loop.time() - began >= 0.1
