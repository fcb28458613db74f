"""What is noted though each request is in order by itself."""

from __future__ import annotations

import asyncio

import aiohttp
import pytest

from tests.channels.waiting import until
from tests.simulators.zalo_bot.conftest import Opened, Platform
from tests.support.zalo_bot import limits
from tests.support.zalo_bot.world import Webhook

LONG = 60.0
"""Seconds that pass between two requests on no machine, however busy."""


async def test_polling_while_a_webhook_is_set_is_refused_and_noted(zalo: Platform) -> None:
    await zalo.gets("setWebhook", url="http://127.0.0.1:9/", secret_token="a-long-secret")
    assert "while a webhook is set" in await zalo.is_refused("getUpdates")
    assert zalo.problems == ["polls although a webhook is set"]


async def test_a_poller_cannot_know_at_once_of_a_webhook_that_somebody_sets(zalo: Platform) -> None:
    await zalo.asks("getUpdates", timeout=0.01)
    zalo.server.world.webhook = Webhook(url="https://elsewhere.example/")
    await zalo.is_refused("getUpdates")
    assert zalo.problems == []
    await zalo.is_refused("getUpdates")
    assert "polls although a webhook is set" in zalo.problems


async def test_polling_for_the_same_old_update_without_a_pause_is_noted(
    platform: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "POLL_FLOOR_SECONDS", LONG)
    async with platform(queue="replay") as zalo:
        zalo.lan.says("một")
        for _ in range(3):
            await zalo.gets("getUpdates")
        assert zalo.problems == []
        await zalo.gets("getUpdates")
        assert len(zalo.problems) == 1


async def test_polling_again_and_again_after_an_error_is_noted(zalo: Platform, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "POLL_FLOOR_SECONDS", LONG)
    zalo.server.faults.answer_next(400, times=3, method="getUpdates")
    for _ in range(2):
        await zalo.is_refused("getUpdates")
    assert zalo.problems == []
    await zalo.is_refused("getUpdates")
    assert len(zalo.problems) == 1


async def test_going_on_from_poll_to_poll_is_in_order(zalo: Platform) -> None:
    for text in ("một", "hai", "ba", "bốn"):
        zalo.lan.says(text)
        await zalo.gets("getUpdates", timeout=1)
        await zalo.asks("getUpdates", timeout=0.001)
    assert zalo.problems == []


async def test_two_polls_at_once_are_noted(zalo: Platform) -> None:
    poll = asyncio.create_task(zalo.asks("getUpdates", timeout=LONG))
    await until(lambda: zalo.server.updates.listening)
    await zalo.asks("getUpdates", timeout=0.01)
    assert zalo.problems == ["two polls at once"]
    zalo.lan.says("đây")
    await poll


async def test_a_quota_is_not_hammered_at(platform: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "RETRY_FLOOR_SECONDS", LONG)
    async with platform(most_messages=0) as zalo:
        chat = await zalo.knows_lan()
        await zalo.is_refused("sendMessage", chat_id=chat, text="một")
        await zalo.is_refused("sendMessage", chat_id=chat, text="hai")
        assert zalo.problems == []
        await zalo.is_refused("sendMessage", chat_id=chat, text="một")
        assert zalo.problems == ["sends again at once although the quota is used up"]


async def test_what_was_refused_for_good_is_not_sent_again(zalo: Platform) -> None:
    for _ in range(2):
        await zalo.is_refused("sendMessage", chat_id="nobody", text="chào")
    assert zalo.problems == ["sends again what was refused with 400"]


async def test_a_gateways_page_shows_the_token_and_may_be_tried_again(zalo: Platform) -> None:
    chat = await zalo.knows_lan()
    zalo.server.faults.answer_next(502, method="sendMessage")
    url = f"{zalo.server.base}/bot{zalo.server.token}/sendMessage"
    async with zalo.http.post(url, json={"chat_id": chat, "text": "một"}) as answer:
        assert answer.status == 502
        assert zalo.server.token in await answer.text()
    await zalo.gets("sendMessage", chat_id=chat, text="một")
    assert zalo.problems == []


async def test_an_answer_may_be_lost_after_the_work_was_done(zalo: Platform) -> None:
    chat = await zalo.knows_lan()
    zalo.server.faults.lose_next_answer(method="sendMessage")
    with pytest.raises(aiohttp.ClientError):
        await zalo.asks("sendMessage", chat_id=chat, text="một")
    assert [message.text for message in zalo.lan.screen] == ["một"]


async def test_the_token_belongs_into_no_message(zalo: Platform) -> None:
    chat = await zalo.knows_lan()
    await zalo.gets("sendMessage", chat_id=chat, text=f"Lỗi ở {zalo.server.base}/bot{zalo.server.token}/getMe")
    assert zalo.problems == ["the token is in what is sent"]
