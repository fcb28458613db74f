"""The webhook takes what is Telegram's and whole; anything else is refused without a word, and counted."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from prometheus_client.registry import REGISTRY

from channels.telegram.webhook import PATH, SECRET_HEADER, Webhook
from tests.channels.recording import RecordingInbox

SECRET = "a-secret-of-the-webhook"
UPDATE = {"update_id": 7, "message": {"chat": {"id": 5, "type": "private"}, "text": "412"}}
Telegram = TestClient[web.Request, web.Application]


@pytest.fixture
def inbox() -> RecordingInbox:
    return RecordingInbox()


@pytest.fixture
def webhook(inbox: RecordingInbox) -> Webhook:
    found = Webhook(SECRET, "1")
    found.receive = inbox.receive
    return found


@pytest.fixture
async def telegram(webhook: Webhook) -> AsyncIterator[Telegram]:
    app = web.Application()
    app.add_routes([web.post(PATH, webhook.take)])
    async with TestClient(TestServer(app)) as client:
        yield client


async def status_of(telegram: Telegram, body: Any, secret: str = SECRET) -> int:
    data = body if isinstance(body, bytes) else json.dumps(body).encode()
    async with telegram.post(PATH, data=data, headers={SECRET_HEADER: secret}) as answer:
        assert await answer.read() == b"", "nobody is told why"
        return answer.status


def refused(why: str) -> float:
    return REGISTRY.get_sample_value("khombot_webhook_calls_refused_total", {"channel": "telegram", "why": why}) or 0.0


async def test_an_update_is_stored_and_then_acknowledged(telegram: Telegram, inbox: RecordingInbox) -> None:
    assert await status_of(telegram, UPDATE) == 200
    assert [update.update_id for update in inbox.stored] == ["7"]


@pytest.mark.parametrize("given", ["", "wrong", SECRET + "x", "bí-mật"])
async def test_what_is_forged_is_refused_and_counted(telegram: Telegram, inbox: RecordingInbox, given: str) -> None:
    before = refused("forged")
    assert await status_of(telegram, UPDATE, given) == 403
    assert not inbox.offered
    assert refused("forged") == before + 1


async def test_bytes_that_are_no_text_are_a_wrong_secret_too(telegram: Telegram) -> None:
    reader, writer = await asyncio.open_connection(telegram.host, telegram.port)
    lines = (f"POST {PATH} HTTP/1.1", "Host: x", "Content-Length: 0", f"{SECRET_HEADER}: ÿ", "", "")
    writer.write("\r\n".join(lines).encode("latin-1"))
    assert (await reader.readline()).split()[1] == b"403"
    writer.close()


@pytest.mark.parametrize("body", [b"{", b"412", b"[]", b"\xff\xfe", b"null", b"[" * 50_000, {"update_id": "x"}, {}])
async def test_what_is_malformed_is_refused_and_counted(
    telegram: Telegram, inbox: RecordingInbox, body: object
) -> None:
    before = refused("malformed")
    assert await status_of(telegram, body) == 400
    assert not inbox.offered
    assert refused("malformed") == before + 1
