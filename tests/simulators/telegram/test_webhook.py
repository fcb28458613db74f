"""The webhook: secret, order within a queue, independence of queues, and failures that come again."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
import pytest_asyncio
from aiohttp import web

from tests.channels.waiting import until
from tests.simulators.hooked import hooked
from tests.support.telegram import Person, TelegramServer, limits

from .conftest import RawClient


@dataclass
class Bot:
    """A bot's webhook that fails as often as it is told to."""

    url: str = ""
    retry_after: str = ""
    fails: dict[str, int] = field(default_factory=dict)
    got: list[str] = field(default_factory=list)
    secrets: set[str | None] = field(default_factory=set)
    news: asyncio.Event = field(default_factory=asyncio.Event)

    async def take(self, request: web.Request) -> web.Response:
        update: dict[str, Any] = await request.json()
        self.secrets.add(request.headers.get("X-Telegram-Bot-Api-Secret-Token"))
        text = update["message"]["text"]
        if self.fails.get(text, 0):
            self.fails[text] -= 1
            headers = {"Retry-After": self.retry_after} if self.retry_after else {}
            return web.Response(status=500, headers=headers)
        self.got.append(text)
        self.news.set()
        return web.Response()

    async def has(self, count: int) -> list[str]:
        async with asyncio.timeout(60):
            while len(self.got) < count:
                self.news.clear()
                await self.news.wait()
        return self.got


@pytest_asyncio.fixture
async def bot(telegram: TelegramServer) -> AsyncIterator[Bot]:
    bot = Bot()
    telegram.delivery.second = 0.02
    async with hooked(bot.take) as bot.url:
        yield bot


async def test_updates_come_with_the_secret_and_in_order(client: RawClient, lan: Person, bot: Bot) -> None:
    lan.says("một")
    await client.result("setWebhook", url=bot.url, secret_token="mat-khau")
    lan.says("hai")
    lan.says("ba")
    assert await bot.has(3) == ["một", "hai", "ba"]
    assert bot.secrets == {"mat-khau"}


async def test_a_failure_holds_up_its_own_queue_only(
    telegram: TelegramServer, client: RawClient, lan: Person, bot: Bot
) -> None:
    minh = telegram.person("Minh", started=True)
    bot.fails["một"] = 3
    await client.result("setWebhook", url=bot.url)
    lan.says("một")
    lan.says("hai")
    minh.says("Minh đây")
    assert await bot.has(3) == ["Minh đây", "một", "hai"]
    await until(lambda: not telegram.updates.waiting())
    info = await client.result("getWebhookInfo")
    assert (info["pending_update_count"], info["last_error_message"]) == (0, "Wrong response from the webhook: 500")


async def test_the_webhook_and_polling_exclude_each_other(
    telegram: TelegramServer, client: RawClient, lan: Person, bot: Bot
) -> None:
    poll = asyncio.ensure_future(client.answer("getUpdates", timeout=50))
    await until(lambda: bool(telegram.world.poll))
    await client.result("setWebhook", url=bot.url)
    assert (await poll)["description"] == "Conflict: terminated by setWebhook request"
    await client.result("deleteWebhook")
    lan.says("412")
    assert len(await client.result("getUpdates")) == 1
    assert bot.got == []


async def test_nobody_polls_while_there_is_a_webhook(client: RawClient, bot: Bot) -> None:
    await client.result("setWebhook", url=bot.url)
    answer = await client.answer("getUpdates")
    assert (answer["error_code"], "webhook is active" in answer["description"]) == (409, True)


async def test_the_second_conflict_in_a_row_is_held_back(
    client: RawClient, bot: Bot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "CONFLICT_SECONDS", 100.0)
    await client.result("setWebhook", url=bot.url)
    async with asyncio.timeout(60):
        await client.answer("getUpdates")
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.5):
            await client.answer("getUpdates")


@pytest.mark.parametrize("method", ["setWebhook", "deleteWebhook"])
async def test_what_waits_can_be_thrown_away(method: str, client: RawClient, lan: Person, bot: Bot) -> None:
    lan.says("một")
    url = {"url": bot.url} if method == "setWebhook" else {}
    await client.result(method, drop_pending_updates=True, **url)
    assert (await client.result("getWebhookInfo"))["pending_update_count"] == 0
    assert bot.got == []


async def test_updates_can_be_posted_twice(telegram: TelegramServer, client: RawClient, lan: Person, bot: Bot) -> None:
    telegram.updates.repeats = True
    await client.result("setWebhook", url=bot.url)
    lan.says("một")
    assert await bot.has(2) == ["một", "một"]


async def test_a_bot_that_is_down_gets_everything_when_it_is_back(
    telegram: TelegramServer, client: RawClient, lan: Person, bot: Bot
) -> None:
    telegram.delivery.second = 60
    await client.result("setWebhook", url="http://127.0.0.1:9/hook")
    lan.says("một")
    await until(lambda: bool(telegram.delivery.answers))
    assert "Connection failed" in (await client.result("getWebhookInfo"))["last_error_message"]
    await client.result("setWebhook", url=bot.url)
    assert await bot.has(1) == ["một"]


async def test_a_bot_may_ask_for_a_pause(client: RawClient, lan: Person, bot: Bot) -> None:
    bot.fails["một"], bot.retry_after = 1, "3"
    await client.result("setWebhook", url=bot.url)
    lan.says("một")
    loop = asyncio.get_running_loop()
    began = loop.time()
    assert await bot.has(1) == ["một"]
    assert loop.time() - began >= 3 * client.server.delivery.second
