"""Files that people send come from an address that holds the token: what fails there says nothing of it."""

from __future__ import annotations

import traceback
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.domain.errors import SendError
from bot.messages import Attachment, AttachmentKind
from channels.telegram.channel import TelegramChannel
from tests.channels.memory import MemoryFiles
from tests.support.telegram import TOKEN

PHOTO = Attachment(kind=AttachmentKind.PHOTO, remote="photo-1", size=4)


class Telegram:
    """Knows every file, and answers for each with one status."""

    status = 200

    async def known(self, request: web.Request) -> web.Response:
        file = {"file_id": "photo-1", "file_unique_id": "1", "file_size": 4, "file_path": "photos/1.jpg"}
        return web.json_response({"ok": True, "result": file})

    async def file(self, request: web.Request) -> web.StreamResponse:
        if not self.status and request.transport is not None:
            request.transport.abort()
        return web.Response(status=self.status or 200, body=b"jpeg")


@pytest.fixture
def telegram() -> Telegram:
    return Telegram()


@pytest.fixture
async def channel(telegram: Telegram) -> AsyncIterator[TelegramChannel]:
    app = web.Application()
    app.add_routes([web.post("/bot{token}/getFile", telegram.known), web.get("/file/{rest:.+}", telegram.file)])
    async with TestServer(app) as server:
        channel = TelegramChannel(
            token=TOKEN,
            api_base=str(server.make_url("")),
            webhook_secret="",
            public_url="",
            read_file=MemoryFiles().read,
        )
        yield channel
        await channel.close()


async def test_a_file_is_fetched(channel: TelegramChannel) -> None:
    assert await channel.fetch(PHOTO) == b"jpeg"


@pytest.mark.parametrize(
    ("status", "code", "retryable"),
    [
        (404, "file_lost", False),
        (401, "token_refused", True),
        (429, "unreachable", True),
        (502, "unreachable", True),
        (0, "unreachable", True),
    ],
)
async def test_what_keeps_a_file_from_us_is_told_apart_and_the_token_is_not_said(
    channel: TelegramChannel, telegram: Telegram, status: int, code: str, retryable: bool
) -> None:
    telegram.status = status
    with pytest.raises(SendError) as caught:
        await channel.fetch(PHOTO)
    assert (caught.value.code, caught.value.retryable) == (code, retryable)
    assert TOKEN not in "".join(traceback.format_exception(caught.value))
