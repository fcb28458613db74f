"""Sounds and films in the chat page: played there, loaded in parts as an iPhone asks for them."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
import pytest_asyncio

from bot.messages import Attachment, AttachmentKind, Reply
from channels.web.links import Links
from tests.channels.web.harness import SECRET_KEY, WebChat, web_chat

CONTENT = bytes(range(100))


@pytest_asyncio.fixture
async def lan() -> AsyncIterator[WebChat]:
    async with web_chat() as chat:
        yield chat


async def link(lan: WebChat) -> str:
    file = Attachment(kind=AttachmentKind.VOICE, name="nghe.mp3", digest=await lan.keep(CONTENT))
    return Links(SECRET_KEY, lan.log.clock).link(lan.lan.chat, file)


@pytest.mark.parametrize(
    ("asked", "part", "said"),
    [
        ("bytes=0-1", CONTENT[:2], "bytes 0-1/100"),
        ("bytes=90-", CONTENT[90:], "bytes 90-99/100"),
        ("bytes=-5", CONTENT[-5:], "bytes 95-99/100"),
        ("bytes=50-500", CONTENT[50:], "bytes 50-99/100"),
    ],
)
async def test_a_part_of_a_file_is_given(lan: WebChat, asked: str, part: bytes, said: str) -> None:
    answer = await lan.browser.get(await link(lan), headers={"Range": asked})
    assert (answer.status, await answer.read(), answer.headers["Content-Range"]) == (206, part, said)
    assert answer.headers["Accept-Ranges"] == "bytes"


@pytest.mark.parametrize("asked", ["", "bytes", "bytes=x-y", "lines=1-2"])
async def test_whoever_asks_for_no_part_gets_the_whole(lan: WebChat, asked: str) -> None:
    answer = await lan.browser.get(await link(lan), headers={"Range": asked} if asked else {})
    assert (answer.status, await answer.read()) == (200, CONTENT)


async def test_a_part_beyond_the_end_is_refused(lan: WebChat) -> None:
    answer = await lan.browser.get(await link(lan), headers={"Range": "bytes=100-200"})
    assert (answer.status, answer.headers["Content-Range"]) == (416, "bytes */100")


async def test_the_page_is_told_what_to_play(lan: WebChat) -> None:
    kinds = (AttachmentKind.VOICE, AttachmentKind.VIDEO, AttachmentKind.DOCUMENT)
    digest = await lan.keep(CONTENT)
    files = tuple(Attachment(kind=kind, name=kind.value, digest=digest) for kind in kinds)
    await lan.reply(Reply(text="Nghe và xem ạ.", attachments=files))
    [line] = await lan.lines()
    assert [file["plays"] for file in line["files"]] == ["audio", "video", ""]
