"""What polls get, in each of the three ways that were observed."""

from __future__ import annotations

import asyncio
import time

import pytest

from tests.channels.samples import photo
from tests.channels.waiting import until
from tests.simulators.zalo_bot.conftest import Opened, Platform


async def test_one_poll_gives_one_update_in_the_documented_shape(zalo: Platform) -> None:
    zalo.lan.says("một")
    zalo.lan.says("hai")
    first, second = [await zalo.gets("getUpdates", timeout=1) for _ in range(2)]
    assert first["event_name"] == "message.text.received"
    assert (first["message"]["text"], second["message"]["text"]) == ("một", "hai")
    assert first["message"]["chat"] == {"id": zalo.lan.id, "chat_type": "PRIVATE"}
    assert first["message"]["from"] == {"id": zalo.lan.id, "display_name": "Lan", "is_bot": False}
    assert first["message"]["date"] > 1_000_000_000_000


@pytest.mark.parametrize(("idle", "status"), [("http_200", 200), ("http_408", 408)])
async def test_a_poll_in_which_nothing_comes_times_out(platform: Opened, idle: str, status: int) -> None:
    async with platform(idle=idle) as zalo:
        begun = time.monotonic()
        got, answer = await zalo.posts("getUpdates", json={"timeout": "0.2"})
        assert time.monotonic() - begun >= 0.2
        assert got == status
        assert answer == {"ok": False, "description": "Request timeout", "error_code": 408}
        assert zalo.problems == []


async def test_a_poll_waits_for_what_comes(zalo: Platform) -> None:
    poll = asyncio.create_task(zalo.gets("getUpdates", timeout=50))
    await until(lambda: zalo.server.updates.listening)
    zalo.lan.says("đây")
    assert (await poll)["message"]["text"] == "đây"


async def test_what_is_read_is_gone(platform: Opened) -> None:
    async with platform(queue="remove") as zalo:
        zalo.lan.says("một")
        await zalo.gets("getUpdates", timeout=1)
        assert await zalo.is_refused("getUpdates", timeout=0.1) == "Request timeout"


async def test_what_is_read_comes_again_until_something_new_comes(platform: Opened) -> None:
    async with platform(queue="replay") as zalo:
        zalo.lan.says("một")
        assert [(await zalo.gets("getUpdates"))["message"]["text"] for _ in range(2)] == ["một", "một"]
        zalo.lan.says("hai")
        assert (await zalo.gets("getUpdates"))["message"]["text"] == "hai"


async def test_what_comes_while_nobody_listens_is_lost(platform: Opened) -> None:
    async with platform(queue="live_only") as zalo:
        lost = zalo.lan.says("một")
        assert zalo.server.updates.lost == [lost]
        assert await zalo.is_refused("getUpdates", timeout=0.1) == "Request timeout"


async def test_a_poll_whose_client_has_gone_takes_nothing(zalo: Platform) -> None:
    poll = asyncio.create_task(zalo.gets("getUpdates", timeout=50))
    await until(lambda: zalo.server.updates.listening)
    poll.cancel()
    await until(lambda: not zalo.server.updates.listening)
    zalo.lan.says("một")
    assert (await zalo.gets("getUpdates", timeout=1))["message"]["text"] == "một"


async def test_nothing_is_settled_before_the_bot_comes_back(zalo: Platform) -> None:
    zalo.lan.says("một")
    await zalo.gets("getUpdates", timeout=1)
    assert not zalo.server.settled
    await zalo.asks("getUpdates", timeout=0.01)
    assert zalo.server.settled


@pytest.mark.parametrize("field", ["photo_url", "photo"])
async def test_a_photo_is_a_link_that_can_be_opened(platform: Opened, field: str) -> None:
    async with platform(photo_field=field) as zalo:
        zalo.lan.sends_photo(photo(), caption="sân nhà")
        message = (await zalo.gets("getUpdates", timeout=1))["message"]
        assert message["caption"] == "sân nhà"
        async with zalo.http.get(message[field]) as answer:
            assert answer.content_type == "image/jpeg"
            assert await answer.read() == photo()


async def test_a_link_expires(zalo: Platform) -> None:
    zalo.lan.sends_photo(photo(), seconds=60)
    message = (await zalo.gets("getUpdates", timeout=1))["message"]
    zalo.server.clock.advance(61)
    async with zalo.http.get(message["photo_url"]) as answer:
        assert answer.status == 404


@pytest.mark.parametrize(("lie", "told"), [("octet_stream", "application/octet-stream"), ("html", "text/html")])
async def test_a_link_may_lie_about_its_type(platform: Opened, lie: str, told: str) -> None:
    async with platform(media_type=lie) as zalo:
        zalo.lan.sends_voice(b"\xff\xf1" + bytes(20))
        message = (await zalo.gets("getUpdates", timeout=1))["message"]
        async with zalo.http.get(message["voice_url"]) as answer:
            assert answer.content_type == told


@pytest.mark.parametrize(("unsupported", "tells"), [("with_chat", True), ("without_message", False)])
async def test_a_file_is_only_said_to_have_come(platform: Opened, unsupported: str, tells: bool) -> None:
    async with platform(unsupported=unsupported) as zalo:
        zalo.lan.sends_something_else()
        update = await zalo.gets("getUpdates", timeout=1)
        assert update["event_name"] == "message.unsupported.received"
        assert ("message" in update) is tells


async def test_nothing_of_a_protected_person_is_told(zalo: Platform) -> None:
    zalo.server.person("Bé Na", protected=True).says("chào")
    assert await zalo.gets("getUpdates", timeout=1) == {"event_name": "message.unsupported.received"}
