"""Setting a webhook, its probe, and how updates come there."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web

from tests.channels.waiting import until
from tests.simulators.hooked import hooked
from tests.simulators.zalo_bot.conftest import Opened, Platform

SECRET = "a-secret-of-eight-and-more"


class Hook:
    """A webhook that keeps what comes."""

    def __init__(self) -> None:
        self.url = ""
        self.status = 200
        self.came: list[tuple[Any, str]] = []

    async def take(self, request: web.Request) -> web.Response:
        body = await request.read()
        assert request.headers["User-Agent"].startswith("Java/")
        secret = request.headers.get("X-Bot-Api-Secret-Token", "")
        self.came.append((json.loads(body) if body else None, secret))
        return web.Response(status=self.status)

    @property
    def texts(self) -> list[str]:
        return [body["message"]["text"] for body, _ in self.came if body]


@pytest.fixture
async def hook() -> AsyncIterator[Hook]:
    hook = Hook()
    async with hooked(hook.take) as hook.url:
        yield hook


async def test_setting_it_tries_it_with_an_empty_unsigned_call(zalo: Platform, hook: Hook) -> None:
    told = await zalo.gets("setWebhook", url=hook.url, secret_token=SECRET)
    assert told["verification"]["outcome"] == "webhook.ok"
    assert hook.came == [(None, "")]
    assert (await zalo.gets("getWebhookInfo"))["url"] == hook.url


@pytest.mark.parametrize(("probe", "calls"), [("signed", [(None, SECRET)]), ("none", [])])
async def test_the_probe_may_be_signed_or_not_come(
    platform: Opened, hook: Hook, probe: str, calls: list[object]
) -> None:
    async with platform(probe=probe) as zalo:
        await zalo.gets("setWebhook", url=hook.url, secret_token=SECRET)
        assert hook.came == calls


async def test_a_webhook_that_refuses_the_probe_is_kept_all_the_same(zalo: Platform, hook: Hook) -> None:
    hook.status = 403
    told = await zalo.gets("setWebhook", url=hook.url, secret_token=SECRET)
    assert told["verification"]["outcome"] == "webhook.http.403"
    assert not told["verification"]["ok"]
    assert (await zalo.gets("getWebhookInfo"))["url"] == hook.url


async def test_older_answers_tell_nothing_of_the_probe(platform: Opened, hook: Hook) -> None:
    async with platform(verification=False) as zalo:
        assert set(await zalo.gets("setWebhook", url=hook.url, secret_token=SECRET)) == {"url", "updated_at"}


async def test_nobody_at_the_address(zalo: Platform) -> None:
    told = await zalo.gets("setWebhook", url="http://127.0.0.1:9/hook", secret_token=SECRET)
    assert told["verification"]["outcome"] == "webhook.err.unreachable"


@pytest.mark.parametrize("secret", ["short", "x" * 257, ""])
async def test_a_secret_has_eight_to_256_characters(zalo: Platform, hook: Hook, secret: str) -> None:
    assert await zalo.is_refused("setWebhook", url=hook.url, secret_token=secret)


@pytest.mark.parametrize("url", ["http://phuong.example/hook", "https://127.0.0.1/hook", "https://localhost/hook"])
async def test_the_real_platform_takes_only_public_addresses(platform: Opened, url: str) -> None:
    async with platform(local=False) as zalo:
        assert await zalo.is_refused("setWebhook", url=url, secret_token=SECRET)


async def test_who_never_had_one_is_told_not_found(zalo: Platform) -> None:
    assert await zalo.is_refused("getWebhookInfo") == "Not Found"
    assert (await zalo.gets("deleteWebhook"))["url"] == ""
    assert (await zalo.gets("getWebhookInfo"))["url"] == ""


async def test_updates_come_flat_with_the_secret(zalo: Platform, hook: Hook) -> None:
    await zalo.gets("setWebhook", url=hook.url, secret_token=SECRET)
    zalo.lan.says("chào")
    await until(lambda: zalo.server.settled)
    assert hook.came[-1][0]["event_name"] == "message.text.received"
    assert hook.came[-1][1] == SECRET


async def test_updates_come_wrapped_as_documented(platform: Opened, hook: Hook) -> None:
    async with platform(body="wrapped") as zalo:
        await zalo.gets("setWebhook", url=hook.url, secret_token=SECRET)
        zalo.lan.says("chào")
        await until(lambda: zalo.server.settled)
        assert hook.came[-1][0]["result"]["event_name"] == "message.text.received"


@pytest.mark.parametrize(
    ("deliveries", "came"),
    [
        ("once", ["một", "hai", "ba"]),
        ("twice", ["một", "một", "hai", "hai", "ba", "ba"]),
        ("disordered", ["ba", "hai", "một"]),
    ],
)
async def test_updates_come_once_twice_or_in_disorder(
    platform: Opened, hook: Hook, deliveries: str, came: list[str]
) -> None:
    async with platform(deliveries=deliveries, probe="none") as zalo:
        await zalo.gets("setWebhook", url=hook.url, secret_token=SECRET)
        for text in ("một", "hai", "ba"):
            zalo.lan.says(text)
        await until(lambda: zalo.server.settled)
        assert hook.texts == came


async def test_in_disorder_an_old_one_comes_again_after_a_new_one(platform: Opened, hook: Hook) -> None:
    async with platform(deliveries="disordered", probe="none") as zalo:
        await zalo.gets("setWebhook", url=hook.url, secret_token=SECRET)
        for text in ("một", "hai"):
            zalo.lan.says(text)
            await until(lambda: zalo.server.settled)
        assert hook.texts == ["một", "hai", "một"]


async def test_trying_it_again_and_again_ends_for_the_day(zalo: Platform, hook: Hook) -> None:
    await zalo.gets("setWebhook", url=hook.url, secret_token=SECRET)
    for _ in range(10):
        assert (await zalo.gets("testWebhook"))["ok"]
    assert (await zalo.asks("testWebhook"))["errorCode"] == 426
