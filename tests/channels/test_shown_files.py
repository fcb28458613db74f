"""Pictures, sounds and films go out on every channel, with their words, and each can be had (CH06)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
import pytest_asyncio

from bot.messages import Attachment, AttachmentKind, Reply
from tests.channels import samples
from tests.channels.conformance import Harness
from tests.channels.harnesses import HARNESSES
from tests.channels.telegram.harness import Phone, telegram

KINDS = {
    AttachmentKind.PHOTO: ("ban-do.jpg", "image/jpeg", samples.photo()),
    AttachmentKind.VOICE: ("huong-dan.mp3", "audio/mpeg", b"ID3 a sound"),
    AttachmentKind.VIDEO: ("cach-lam.mp4", "video/mp4", b"a film"),
}


@pytest_asyncio.fixture(params=HARNESSES, ids=lambda opened: opened.__name__)
async def harness(request: pytest.FixtureRequest) -> AsyncIterator[Harness]:
    async with request.param() as opened:
        yield opened


async def kept(harness: Harness, kind: AttachmentKind, content: bytes | None = None) -> Attachment:
    name, mime, usual = KINDS[kind]
    content = usual if content is None else content
    return Attachment(kind=kind, name=name, mime=mime, size=len(content), digest=await harness.keep(content))


@pytest.mark.parametrize("kind", KINDS)
async def test_a_file_that_a_form_shows_comes_with_the_question(harness: Harness, kind: AttachmentKind) -> None:
    await harness.reply(replace(samples.QUESTION, attachments=(await kept(harness, kind),)))
    shown = await harness.shown()
    assert len([name for message in shown for name in message.files]) == 1
    assert samples.QUESTION.text in "\n".join(message.text for message in shown)


async def test_several_files_come_with_one_question(harness: Harness) -> None:
    files = tuple([await kept(harness, kind) for kind in KINDS])
    await harness.reply(replace(samples.QUESTION, attachments=files))
    shown = await harness.shown()
    assert len([name for message in shown for name in message.files]) == len(KINDS)
    assert "\n".join(message.text for message in shown).count(samples.QUESTION.text) == 1


async def test_a_question_with_a_picture_is_settled_like_any_other(harness: Harness) -> None:
    can = harness.channel.capabilities
    if not (can.buttons and can.edits):
        pytest.skip("what was pressed cannot be changed on this channel")
    await harness.reply(replace(samples.QUESTION, attachments=(await kept(harness, AttachmentKind.PHOTO),)))
    await harness.presses("Quay lại")
    incoming = harness.channel.parse(harness.inbox.stored[-1])
    assert incoming is not None
    await harness.reply(Reply(text="Khóm có tất cả bao nhiêu hộ ạ? 412 hộ", settles=incoming.pressed))
    assert [message.buttons for message in await harness.shown() if message.buttons] == []


@pytest_asyncio.fixture
async def phone() -> AsyncIterator[Phone]:
    async with telegram() as opened:
        yield opened


@pytest.mark.parametrize(
    ("kind", "mime", "sent_as"),
    [
        (AttachmentKind.PHOTO, "image/jpeg", "photo"),
        (AttachmentKind.VOICE, "audio/mpeg", "voice"),
        (AttachmentKind.VOICE, "audio/x-wav", "document"),
        (AttachmentKind.VIDEO, "video/mp4", "video"),
        (AttachmentKind.VIDEO, "video/webm", "document"),
        (AttachmentKind.DOCUMENT, "application/pdf", "document"),
    ],
)
async def test_telegram_plays_what_it_can_play(phone: Phone, kind: AttachmentKind, mime: str, sent_as: str) -> None:
    content = samples.photo() if kind is AttachmentKind.PHOTO else b"some bytes"
    file = Attachment(kind=kind, name="tep", mime=mime, digest=await phone.keep(content))
    await phone.reply(Reply(text="Nhà lá", attachments=(file,)))
    [message] = phone.person.screen
    assert (message.text, [one.kind for one in message.files]) == ("Nhà lá", [sent_as])


async def test_a_picture_that_telegram_refuses_goes_as_a_file_and_the_question_comes(phone: Phone) -> None:
    strip = await kept(phone, AttachmentKind.PHOTO, samples.photo(2000, 20))
    await phone.channel.send(phone.lan, replace(samples.QUESTION, attachments=(strip,)))
    shown = phone.person.screen
    assert [one.kind for message in shown for one in message.files] == ["document"]
    assert samples.QUESTION.text in shown[-1].text
    # The refusal is the simulator's own record of it.
    [violation] = phone.telegram.violations
    assert "PHOTO_INVALID_DIMENSIONS" in str(violation)
    phone.telegram.violations.clear()
