"""getUpdates: what counts as acknowledged, what grows too old, and the disorder that can be ordered."""

from __future__ import annotations

import asyncio
from random import Random
from typing import Any

from tests.channels.waiting import until
from tests.support.telegram import Person, TelegramServer

from .conftest import RawClient

SOON = 30
"""Seconds: less than a poll waits, and time enough for a busy machine."""
KEYBOARD = {"inline_keyboard": [[{"text": "Có", "callback_data": "yes"}]]}


def texts(updates: list[dict[str, Any]]) -> list[str]:
    return [update["message"]["text"] if "message" in update else "press" for update in updates]


async def test_only_a_larger_offset_acknowledges(client: RawClient, lan: Person) -> None:
    for text in ("một", "hai", "ba"):
        lan.says(text)
    first = await client.result("getUpdates")
    assert texts(first) == texts(await client.result("getUpdates")) == ["một", "hai", "ba"]
    assert texts(await client.result("getUpdates", offset=first[0]["update_id"])) == ["một", "hai", "ba"]
    assert texts(await client.result("getUpdates", offset=first[1]["update_id"], limit=1)) == ["hai"]
    assert texts(await client.result("getUpdates")) == ["hai", "ba"]
    assert [update["update_id"] - first[0]["update_id"] for update in first] == [0, 1, 2]


async def test_a_negative_offset_keeps_only_the_last(client: RawClient, lan: Person) -> None:
    for text in ("một", "hai", "ba"):
        lan.says(text)
    assert texts(await client.result("getUpdates", offset=-2)) == ["hai", "ba"]
    assert texts(await client.result("getUpdates")) == ["hai", "ba"]
    assert texts(await client.result("getUpdates", offset=-9)) == ["hai", "ba"]


async def test_a_negative_offset_drops_nothing_that_comes_during_the_poll(client: RawClient, lan: Person) -> None:
    poll = asyncio.ensure_future(client.result("getUpdates", offset=-1, timeout=50))
    await until(lambda: bool(client.server.world.poll))
    lan.says("một")
    lan.says("hai")
    assert texts(await asyncio.wait_for(poll, SOON)) == ["một", "hai"]


async def test_a_long_poll_returns_as_soon_as_somebody_writes(client: RawClient, lan: Person) -> None:
    poll = asyncio.ensure_future(client.result("getUpdates", timeout=50))
    await until(lambda: bool(client.server.world.poll))
    assert not poll.done()
    lan.says("412")
    assert texts(await asyncio.wait_for(poll, SOON)) == ["412"]


async def test_a_long_poll_ends_empty_when_its_time_is_over(client: RawClient) -> None:
    assert await client.result("getUpdates", timeout=1) == []


async def test_a_second_poll_ends_the_first(client: RawClient, lan: Person) -> None:
    first = asyncio.ensure_future(client.answer("getUpdates", timeout=50))
    await until(lambda: bool(client.server.world.poll))
    second = asyncio.ensure_future(client.result("getUpdates", timeout=50))
    answer = await asyncio.wait_for(first, SOON)
    assert (answer["error_code"], answer["description"][:33]) == (409, "Conflict: terminated by other get")
    lan.says("412")
    assert texts(await second) == ["412"]


async def test_a_poll_that_need_not_wait_leaves_the_waiting_one_alone(client: RawClient, lan: Person) -> None:
    waiting = asyncio.ensure_future(client.result("getUpdates", timeout=50))
    await until(lambda: bool(client.server.world.poll))
    assert await client.result("getUpdates") == []
    lan.says("412")
    assert texts(await asyncio.wait_for(waiting, SOON)) == ["412"]


async def test_a_press_is_dropped_after_150_seconds_and_a_text_after_a_day(
    telegram: TelegramServer, client: RawClient, lan: Person
) -> None:
    await client.result("sendMessage", chat_id=lan.id, text="?", reply_markup=KEYBOARD)
    lan.presses("Có")
    lan.says("có")
    assert texts(await client.result("getUpdates")) == ["press", "có"]
    telegram.clock.advance(151)
    assert texts(await client.result("getUpdates")) == ["có"]
    telegram.clock.advance(24 * 3600)
    assert await client.result("getUpdates") == []


async def test_only_wanted_kinds_are_queued(client: RawClient, lan: Person) -> None:
    await client.result("getUpdates", allowed_updates=["message"])
    lan.edits(lan.says("412"), "421")
    lan.blocks_bot()
    assert texts(await client.result("getUpdates")) == ["412"]


async def test_updates_can_come_twice(telegram: TelegramServer, client: RawClient, lan: Person) -> None:
    telegram.updates.repeats = True
    lan.says("412")
    (update,) = await client.result("getUpdates")
    after = update["update_id"] + 1
    assert await client.result("getUpdates", offset=after) == [update]
    assert await client.result("getUpdates", offset=after) == []


async def test_presses_and_texts_can_change_places_but_not_texts_among_themselves(
    telegram: TelegramServer, client: RawClient, lan: Person
) -> None:
    await client.result("sendMessage", chat_id=lan.id, text="?", reply_markup=KEYBOARD)
    telegram.updates.shuffle = Random(1)
    lan.says("một")
    lan.says("hai")
    lan.presses("Có")
    lan.says("ba")
    orders = {tuple(texts(await client.result("getUpdates"))) for _ in range(30)}
    assert len(orders) > 1
    assert {tuple(text for text in order if text != "press") for order in orders} == {("một", "hai", "ba")}


async def test_update_ids_can_start_anew(telegram: TelegramServer, client: RawClient, lan: Person) -> None:
    telegram.updates.next_id = 5
    lan.says("412")
    assert [update["update_id"] for update in await client.result("getUpdates")] == [5]
