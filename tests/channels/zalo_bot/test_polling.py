"""Polling, with each of the three queues that were seen, and on bad days."""

from __future__ import annotations

import asyncio
import time

import pytest

from channels.zalo_bot import poller
from channels.zalo_bot.poller import pause
from tests.channels.waiting import until
from tests.channels.zalo_bot.harness import Phone, opened
from tests.support.zalo_bot import Options
from tests.support.zalo_bot.world import Webhook

QUEUES = ("remove", "replay", "live_only")


def texts(phone: Phone) -> list[str]:
    incoming = [phone.channel.parse(update) for update in phone.inbox.stored]
    return [each.text for each in incoming if each is not None]


@pytest.mark.parametrize("queue", QUEUES)
async def test_a_conversation_comes_whole_from_every_queue(queue: str) -> None:
    async with opened(Options(queue=queue)) as phone:  # type: ignore[arg-type]  # one of its words
        for number in range(4):
            phone.person.says(str(number))
            await until(lambda: len(phone.inbox.stored) == number + 1)  # noqa: B023 - awaited at once
            await until(lambda: queue == "replay" or phone.zalo.updates.listening)
        assert texts(phone) == ["0", "1", "2", "3"]
        assert not phone.zalo.updates.lost


async def test_a_queue_that_repeats_itself_is_asked_once_a_second() -> None:
    async with opened(Options(queue="replay")) as phone:
        await phone.types("412")
        polls, began = phone.zalo.updates.polls, time.monotonic()
        await asyncio.sleep(1.5)
        assert phone.zalo.updates.polls - polls <= time.monotonic() - began + 1
        assert texts(phone) == ["412"]


@pytest.mark.parametrize("idle", ["http_200", "http_408"])
async def test_a_poll_in_which_nothing_came_is_no_failure(
    idle: str, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(poller, "POLL_SECONDS", 1)
    async with opened(Options(idle=idle)) as phone:  # type: ignore[arg-type]  # one of its words
        await until(lambda: phone.zalo.updates.polls > 1)
        assert await phone.types("412")
    assert "failed" not in "".join(capfd.readouterr())


async def test_what_could_not_be_stored_is_not_taken_for_received() -> None:
    """The next poll may only come once the update is on the disk."""
    async with opened() as phone:
        phone.inbox.open.clear()
        polls = phone.zalo.updates.polls
        assert not await phone.types("412")
        assert phone.zalo.updates.polls == polls
        phone.inbox.open.set()
        await until(lambda: phone.zalo.settled)
        assert texts(phone) == ["412"]


async def test_what_was_read_is_stored_once_the_disk_comes_back_though_zalo_never_hands_it_out_again() -> None:
    async with opened(Options(queue="live_only")) as phone:
        phone.inbox.failing = True
        assert not await phone.types("412")
        phone.inbox.failing = False
        await until(lambda: texts(phone) == ["412"])


@pytest.mark.parametrize("code", [502, 429])
async def test_a_bad_answer_is_waited_out(code: int) -> None:
    async with opened() as phone:
        phone.zalo.faults.answer_next(code, times=1, method="getUpdates")
        phone.person.says("411")
        began = time.monotonic()
        await until(lambda: phone.zalo.updates.polls > 1)
        phone.person.says("412")
        await until(lambda: "412" in texts(phone))
        assert time.monotonic() - began > 1


def test_failures_in_a_row_are_waited_out_longer_and_longer_up_to_a_minute() -> None:
    assert [pause(failures) for failures in (1, 2, 3, 7, 5000)] == [1.0, 2.0, 4.0, 60.0, 60.0]


async def test_a_token_that_is_taken_back_ends_the_polling_and_says_so(capfd: pytest.CaptureFixture[str]) -> None:
    async with opened() as phone:
        phone.zalo.faults.answer_next(401, times=5, method="getUpdates")
        phone.person.says("412")
        await until(lambda: bool(texts(phone)))
        await until(lambda: "copy the token anew" in "".join(capfd.readouterr()))
        polls = phone.zalo.updates.polls
        await asyncio.sleep(1.2)
        assert phone.zalo.updates.polls == polls


async def test_somebody_elses_webhook_stops_the_polling_until_it_is_gone(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(poller, "POLL_SECONDS", 1)
    async with opened() as phone:
        world = phone.zalo.world
        phone.person.says("411")
        await until(lambda: bool(texts(phone)))
        world.webhook = _webhook("https://somewhere.example.vn/hook")
        await until(lambda: "khombot zalo-bot remove-webhook" in "".join(capfd.readouterr()))
        polls = phone.zalo.updates.polls
        world.webhook = _webhook("")
        await until(lambda: phone.zalo.updates.polls > polls)
        assert await phone.types("412")


async def test_what_needs_no_answer_is_passed_over() -> None:
    async with opened(Options(unsupported="without_message")) as phone:
        phone.person.does_something_new()
        phone.person.sends_something_else()
        phone.person.says("412")
        await until(lambda: bool(phone.inbox.stored))
        assert texts(phone) == ["412"]


def _webhook(url: str) -> Webhook:
    return Webhook(url=url, secret_token="12345678" if url else "", updated_at=1)
