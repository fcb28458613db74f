"""Telling many on Telegram: what it does not take as a picture goes as a plain file, and is offered once."""

from __future__ import annotations

import pytest

from bot.announcements.outlets import at_once
from bot.domain.errors import SendError
from bot.messages import Address, Attachment, AttachmentKind, Reply
from channels.telegram.bulk import BulkSender
from tests.channels.memory import MemoryFiles
from tests.channels.samples import photo
from tests.support.telegram import TOKEN, TelegramServer


async def test_a_picture_that_telegram_refuses_comes_to_everybody_as_a_file() -> None:
    files = MemoryFiles()
    digest = await files.put(photo())
    picture = Attachment(kind=AttachmentKind.PHOTO, name="so-do.jpg", size=len(photo()), digest=digest)
    async with TelegramServer() as telegram:
        telegram.faults.answer_next(400, method="sendPhoto")
        sender = BulkSender(token=TOKEN, api_base=telegram.base, read_file=files.read)
        people = [telegram.person(name, started=True) for name in ("Lan", "Bình")]
        for person in people:
            address = Address(channel="telegram", bot="1", chat=str(person.id))
            await sender.send(address, Reply(text="Sơ đồ cúp nước", attachments=(picture,)), at_once)
        await sender.close()
        for person in people:
            (message,) = person.screen
            assert [file.name for file in message.files] == ["so-do.jpg"]
            assert message.text == "Sơ đồ cúp nước"
        assert telegram.calls_of("sendPhoto") == []


async def test_whom_nobody_can_reach_is_offered_no_second_file() -> None:
    files = MemoryFiles()
    picture = Attachment(kind=AttachmentKind.PHOTO, name="a.jpg", size=1, digest=await files.put(photo()))
    async with TelegramServer(strict=False) as telegram:
        sender = BulkSender(token=TOKEN, api_base=telegram.base, read_file=files.read)
        reply, nobody = Reply(text="Chào", attachments=(picture,)), Address(channel="telegram", bot="1", chat="404404")
        with pytest.raises(SendError) as caught:
            await sender.send(nobody, reply, at_once)
        await sender.close()
    assert caught.value.gone
