"""What comes to the webhook: genuine calls are stored before they are acknowledged, all others change nothing."""

from __future__ import annotations

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator
from contextlib import suppress

import aiohttp
import pytest
import pytest_asyncio
from prometheus_client.registry import REGISTRY

from channels.webhooks import MAX_BODY
from channels.zalo_oa.webhook import PATH
from tests.channels.waiting import until
from tests.channels.zalo_oa.harness import Phone, opened
from tests.support.zalo_oa import Options

OTHERS = (
    Options(signed_with="app_secret"),
    Options(signed_for="oa_id"),
    Options(timestamp_header=True),
    Options(signed_with="app_secret", signed_for="oa_id", timestamp_header=True),
)


@pytest_asyncio.fixture
async def phone() -> AsyncIterator[Phone]:
    async with opened() as found:
        yield found


def refused(why: str) -> float:
    return REGISTRY.get_sample_value("khombot_webhook_calls_refused_total", {"channel": "zalo_oa", "why": why}) or 0.0


def body(text: str = "412", *, at: str = "1751100041636") -> bytes:
    """With blanks of its own: whoever writes it anew before hashing gets another hash."""
    return (
        f'{{ "event_name" :"user_send_text","sender":{{"id":"7"}}, "message":{{"text":{json.dumps(text)},'
        f'"msg_id":"{text}"}},"timestamp":"{at}" }}'
    ).encode()


def signed(phone: Phone, raw: bytes, *, at: str = "1751100041636", secret: str = "") -> str:
    parts = phone.zalo.app_id.encode() + raw + at.encode() + (secret or phone.zalo.secret_key).encode()
    return "mac=" + hashlib.sha256(parts).hexdigest()


@pytest.mark.parametrize("options", OTHERS, ids=str)
async def test_either_secret_either_id_and_either_place_of_the_time(options: Options) -> None:
    async with opened(options) as phone:
        assert await phone.types("412")
        assert len(phone.inbox.stored) == 1


async def test_a_call_that_we_sign_ourselves_is_taken(phone: Phone) -> None:
    raw = body()
    assert await phone.zalo.delivery.post(raw, signed(phone, raw)) == 200
    assert len(phone.inbox.stored) == 1


async def test_forged_calls_are_refused_counted_and_told_nothing(phone: Phone) -> None:
    raw, before = body(), refused("forged")
    good = signed(phone, raw)
    forged = (
        (raw, ""),
        (raw, "mac="),
        (raw, "mac=" + "0" * 64),
        (raw, signed(phone, raw, secret="guessed")),
        (raw, good[:-1] + ("0" if good[-1] == "1" else "1")),
        (raw, signed(phone, raw, at="1751100041637")),
        (raw.replace(b"412", b"413"), good),
        (json.dumps(json.loads(raw)).encode(), good),
        (b"[]", ""),
        (b"not json", "mac=" + "0" * 64),
        (b'{"timestamp":' + b"[" * 5_000 + b"]" * 5_000 + b"}", good),
    )
    for content, signature in forged:
        assert await phone.zalo.delivery.post(content, signature) == 403, content[:80]
    assert refused("forged") == before + len(forged)
    assert not phone.inbox.offered


async def test_a_giant_is_refused_before_it_is_understood(phone: Phone) -> None:
    before = refused("giant")
    raw = body("x" * MAX_BODY)
    assert await phone.zalo.delivery.post(raw, signed(phone, raw)) == 413
    assert refused("giant") == before + 1
    assert not phone.inbox.offered


async def test_the_console_tries_the_address_without_a_signature(phone: Phone) -> None:
    for trial in (b"", b"{}", b" { } "):
        assert await phone.zalo.delivery.post(trial) == 200
    assert not phone.inbox.offered


async def test_a_replay_is_acknowledged_and_changes_nothing_however_late(phone: Phone) -> None:
    assert await phone.types("412")
    assert await phone.again()
    assert await phone.again()
    assert len(phone.inbox.stored) == 1


async def test_unknown_events_and_echoes_are_acknowledged_and_dropped(phone: Phone) -> None:
    phone.person.sends("user_discovers_something")
    phone.person.sees_by_staff("Chào chị")
    await until(lambda: not phone.zalo.queue.waiting())
    assert {status for _, status in phone.zalo.delivery.answers} == {200}
    assert not phone.inbox.offered


async def test_what_cannot_be_stored_has_no_answer_so_that_it_surely_comes_again() -> None:
    async with opened(Options(retries="no_connection")) as phone:
        phone.zalo.delivery.second = 0.01
        phone.inbox.failing = True
        assert not await phone.types("412")
        await until(lambda: phone.inbox.refused > 0)
        await until(lambda: phone.zalo.delivery.answers[-1][1] == 0)
        phone.inbox.failing = False
        await until(lambda: len(phone.inbox.stored) == 1)


async def test_what_comes_while_we_stop_is_kept_for_the_next_process(phone: Phone) -> None:
    listening = asyncio.create_task(phone.channel.listen(phone.inbox.receive))
    await asyncio.sleep(0.01)
    listening.cancel()
    with suppress(asyncio.CancelledError):
        await listening
    assert await phone.types("412")
    assert len(phone.inbox.stored) == 1


async def test_in_disorder_every_message_has_its_place() -> None:
    async with opened(Options(disorder=True, twice=True)) as phone:
        for number in range(6):
            phone.person.says(str(number))
        await until(lambda: not phone.zalo.queue.waiting())
        in_order = sorted(phone.inbox.stored, key=lambda update: update.sequence)
        said = [phone.channel.parse(update) for update in in_order]
        assert [each.text for each in said if each and each.text != "/start"] == ["0", "1", "2", "3", "4", "5"]


async def test_the_page_behind_the_consent_says_what_to_do(phone: Phone) -> None:
    async with aiohttp.ClientSession() as browser, browser.get(f"{phone.url}/zalo-oa/callback?code=x") as page:
        assert page.status == 200
        assert "dán vào cửa sổ lệnh" in await page.text()
    async with aiohttp.ClientSession() as browser, browser.get(f"{phone.url}{PATH}") as page:
        assert page.status == 200
