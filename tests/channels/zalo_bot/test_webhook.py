"""The webhook takes what is Zalo's and whole, and tells nobody else anything."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from io import BytesIO
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from prometheus_client.registry import REGISTRY

from bot.clock import utc_now
from channels.server import application
from channels.webhooks import MAX_BODY
from channels.zalo_bot.webhook import PATH, SECRET_HEADER, Webhook
from tests.channels.recording import RecordingInbox
from tests.channels.waiting import until
from tests.channels.zalo_bot.harness import SECRET, opened
from tests.channels.zalo_bot.test_inbound import DOCUMENTED, LIVE
from tests.support.zalo_bot import Options

SIGNED = {SECRET_HEADER: SECRET, "User-Agent": "Java/17.0.2"}
Zalo = TestClient[web.Request, web.Application]


@pytest.fixture
def inbox() -> RecordingInbox:
    return RecordingInbox()


@pytest.fixture
async def zalo(inbox: RecordingInbox) -> AsyncIterator[Zalo]:
    webhook = Webhook(SECRET, "1", utc_now, patience=1.5)
    webhook.receive = inbox.receive
    async with TestClient(TestServer(application([webhook.mount], healthy=inbox.is_well))) as client:
        yield client


def counted(name: str, why: str) -> float:
    return REGISTRY.get_sample_value(name, {"channel": "zalo_bot", "why": why}) or 0.0


async def status_of(zalo: Zalo, body: Any, headers: Mapping[str, str] = SIGNED) -> int:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    async with zalo.post(PATH, data=data, headers=headers) as answer:
        assert await answer.read() == b"", "nobody is told why"
        return answer.status


@pytest.mark.parametrize("body", [LIVE, DOCUMENTED], ids=["flat", "wrapped"])
async def test_an_update_is_stored_and_then_acknowledged(zalo: Zalo, inbox: RecordingInbox, body: object) -> None:
    assert await status_of(zalo, body) == 200
    assert [update.update_id for update in inbox.stored] == ["2d758cb5e222177a4e35"]


async def test_a_database_that_is_away_for_a_moment_costs_nothing(inbox: RecordingInbox) -> None:
    webhook = Webhook(SECRET, "1", utc_now, patience=60)
    webhook.receive = inbox.receive
    async with TestClient(TestServer(application([webhook.mount], healthy=inbox.is_well))) as zalo:
        inbox.failing = True
        status = asyncio.create_task(status_of(zalo, LIVE))
        await until(lambda: inbox.refused > 0)
        inbox.failing = False
        assert await status == 200
    assert [update.update_id for update in inbox.stored] == ["2d758cb5e222177a4e35"]


async def test_an_update_that_cannot_be_stored_is_not_acknowledged(zalo: Zalo, inbox: RecordingInbox) -> None:
    inbox.failing = True
    async with zalo.post(PATH, json=LIVE, headers=SIGNED) as answer:
        assert answer.status == 500
        assert "No space" not in await answer.text()


@pytest.mark.parametrize(
    ("body", "headers"),
    [(b"", {}), (b"", SIGNED), (b"  \n", SIGNED), (b"{}", {}), (b" { } ", SIGNED)],
)
async def test_zalo_may_try_whether_somebody_is_there(
    zalo: Zalo, inbox: RecordingInbox, body: bytes, headers: Mapping[str, str]
) -> None:
    assert await status_of(zalo, body, headers) == 200
    assert not inbox.stored


async def test_an_operator_may_open_the_address(zalo: Zalo) -> None:
    async with zalo.get(PATH) as answer:
        assert answer.status == 200
        assert await answer.read() == b""


@pytest.mark.parametrize("given", [None, "", "wrong", SECRET + "x", SECRET[:-1], SECRET.upper(), "bí-mật"])
async def test_what_is_forged_is_refused_and_counted(zalo: Zalo, inbox: RecordingInbox, given: str | None) -> None:
    before = counted("khombot_webhook_calls_refused_total", "forged")
    assert await status_of(zalo, LIVE, {} if given is None else {SECRET_HEADER: given}) == 403
    assert not inbox.offered
    assert counted("khombot_webhook_calls_refused_total", "forged") == before + 1


@pytest.mark.parametrize("body", [b"{", b"412", b"[]", b"\xff\xfe", b'"' + b"x" * 99, b"[" * 50_000, b"null"])
async def test_what_is_malformed_is_refused_and_counted(zalo: Zalo, inbox: RecordingInbox, body: bytes) -> None:
    before = counted("khombot_webhook_calls_refused_total", "malformed")
    assert await status_of(zalo, body) == 400
    assert not inbox.offered
    assert counted("khombot_webhook_calls_refused_total", "malformed") == before + 1


@pytest.mark.parametrize("size", [MAX_BODY + 1, 3 * 1024 * 1024])
@pytest.mark.parametrize("says_so", [True, False])
async def test_what_is_giant_is_refused_and_counted(
    zalo: Zalo, inbox: RecordingInbox, size: int, *, says_so: bool
) -> None:
    async def in_parts() -> AsyncIterator[bytes]:
        for _ in range(0, size, 64 * 1024):
            yield b" " * 64 * 1024

    before = counted("khombot_webhook_calls_refused_total", "giant")
    async with zalo.post(PATH, data=BytesIO(b" " * size) if says_so else in_parts(), headers=SIGNED) as answer:
        assert answer.status == 413
        assert await answer.read() == b""
    assert not inbox.offered
    assert counted("khombot_webhook_calls_refused_total", "giant") == before + 1


@pytest.mark.parametrize(
    ("body", "why"),
    [
        ({"event_name": "user.follow", "user": {"id": "7"}}, "unknown_event"),
        ({"hello": "world"}, "unknown_event"),
        ({"event_name": "message.unsupported.received"}, "nobody"),
        ({"event_name": "message.text.received", "message": {"chat": {"chat_type": "GROUP"}}}, "group"),
    ],
)
async def test_what_needs_no_answer_is_acknowledged_and_counted(
    zalo: Zalo, inbox: RecordingInbox, body: dict[str, Any], why: str
) -> None:
    before = counted("khombot_updates_ignored_total", why)
    assert await status_of(zalo, body) == 200
    assert not inbox.offered
    assert counted("khombot_updates_ignored_total", why) == before + 1


async def test_before_anybody_listens_nothing_is_acknowledged(inbox: RecordingInbox) -> None:
    webhook = Webhook(SECRET, "1", utc_now)
    async with TestClient(TestServer(application([webhook.mount], healthy=inbox.is_well))) as zalo:
        assert await status_of(zalo, LIVE) == 503
        assert await status_of(zalo, b"", {}) == 200


@pytest.mark.parametrize("body", ["flat", "wrapped"])
@pytest.mark.parametrize("deliveries", ["twice", "disordered"])
async def test_what_comes_twice_or_in_disorder_is_stored_once_and_in_order(body: str, deliveries: str) -> None:
    options = Options(body=body, deliveries=deliveries)  # type: ignore[arg-type]  # two of its words
    async with opened(options, called=True) as phone:
        for text in ("410", "411", "412"):
            await phone.types(text)
        stored = sorted(phone.inbox.stored, key=lambda update: update.sequence)
        incoming = [phone.channel.parse(update) for update in stored]
        assert [each.text for each in incoming if each is not None] == ["410", "411", "412"]
        assert len(phone.inbox.offered) > 3
