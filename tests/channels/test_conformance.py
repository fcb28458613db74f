"""Runs the channel contract (requirements in conformance.py) for every adapter."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
import pytest_asyncio

from bot.conversation.sample_links import CODE
from bot.messages import Attachment, AttachmentKind, Incoming, Reply
from tests.channels import samples
from tests.channels.conformance import Harness
from tests.channels.harnesses import HARNESSES

TOKEN = "Kh0m-mot_2026abcdef"


@pytest_asyncio.fixture(params=HARNESSES, ids=lambda opened: opened.__name__)
async def harness(request: pytest.FixtureRequest) -> AsyncIterator[Harness]:
    async with request.param() as opened:
        yield opened


def last(harness: Harness) -> Incoming:
    incoming = harness.channel.parse(harness.inbox.stored[-1])
    assert incoming is not None
    assert incoming.address == harness.lan
    return incoming


async def read(harness: Harness) -> str:
    return "\n".join(message.text for message in await harness.shown())


async def test_typed_words_arrive_in_unicode_form_c(harness: Harness) -> None:
    """CH01"""
    assert await harness.types(unicodedata.normalize("NFD", "Khóm Mỹ Thới có 412 hộ"))
    incoming = last(harness)
    assert incoming.text == "Khóm Mỹ Thới có 412 hộ"
    assert incoming.choice is None
    assert not incoming.attachments
    assert incoming.sent_at is not None
    assert incoming.sent_at.tzinfo is not None


async def test_five_thousand_characters_are_no_reason_to_fail(harness: Harness) -> None:
    """CH01: they arrive, or the channel has told the person its limit; the next line arrives."""
    before = len(harness.inbox.stored)
    await harness.types("chữ " * 1_250)
    for update in harness.inbox.stored[before:]:
        harness.channel.parse(update)
    assert await harness.types("412")
    assert last(harness).text == "412"


async def test_a_pressed_choice_arrives_with_its_id_and_its_message(harness: Harness) -> None:
    """CH02"""
    if not harness.channel.capabilities.buttons:
        pytest.skip("this channel has no buttons")
    await harness.reply(samples.QUESTION)
    await harness.reply(samples.LONGEST_ID)
    assert await harness.presses(samples.LONGEST_ID.rows[0][0].label)
    assert last(harness).choice == samples.LONGEST_ID.rows[0][0].id
    first = last(harness).pressed
    assert await harness.presses("Quay lại")
    assert last(harness).choice == "7.back"
    if harness.channel.capabilities.edits:
        # Only what can be changed afterwards has to be known.
        assert first
        assert last(harness).pressed not in {None, first}


async def test_a_number_typed_for_a_choice_arrives_as_it_was_typed(harness: Harness) -> None:
    """CH02: the conversation knows what 2 means, the channel does not."""
    await harness.reply(samples.MENU)
    assert await harness.types("2")
    assert last(harness).text == "2"
    assert last(harness).choice is None


async def test_a_photo_arrives_as_a_photo_and_its_bytes_can_be_had(harness: Harness) -> None:
    """CH03"""
    content = samples.photo()
    assert await harness.sends_photo(content)
    (attachment,) = last(harness).attachments
    assert attachment.kind is AttachmentKind.PHOTO
    kept = await harness.bytes_of(attachment.digest) if attachment.digest else await harness.channel.fetch(attachment)
    assert kept == content


async def test_an_invitation_link_arrives_with_its_token(harness: Harness) -> None:
    """CH04"""
    link = harness.channel.invitation_link(TOKEN)
    if TOKEN not in link:
        pytest.skip("this channel has no links that let anybody in: people type a code")
    assert await harness.opens_invitation(TOKEN)
    assert last(harness).invitation == TOKEN


async def test_nothing_is_acknowledged_that_is_not_stored(harness: Harness) -> None:
    """CH05"""
    harness.inbox.failing = True
    assert not await harness.types("412")
    assert not harness.inbox.stored


async def test_what_is_delivered_again_after_a_failure_is_stored_then(harness: Harness) -> None:
    """CH05"""
    if not harness.redelivers:
        pytest.skip("nothing comes twice here")
    harness.inbox.failing = True
    await harness.types("412")
    harness.inbox.failing = False
    assert await harness.again()
    assert last(harness).text == "412"


async def test_what_is_delivered_twice_is_one_update(harness: Harness) -> None:
    """CH05"""
    if not harness.redelivers:
        pytest.skip("nothing comes twice here")
    assert await harness.types("412")
    assert await harness.again()
    assert len(harness.inbox.offered) == 2
    assert len(harness.inbox.stored) == 1


async def test_the_same_words_said_twice_are_two_updates(harness: Harness) -> None:
    """CH05: only a redelivery is a repeat; 5 and 5 are answers to two questions."""
    await harness.types("5")
    await harness.types("5")
    assert len(harness.inbox.stored) == 2


async def test_lines_of_one_chat_keep_their_order(harness: Harness) -> None:
    """CH10"""
    for number in range(8):
        await harness.types(str(number))
    stored = harness.inbox.stored
    assert len({update.lane for update in stored}) == 1
    assert [update.sequence for update in stored] == sorted({update.sequence for update in stored})


@pytest.mark.parametrize("shape", samples.SHAPES)
async def test_a_reply_shows_all_that_it_says(harness: Harness, shape: str) -> None:
    """CH06, CH08"""
    reply = samples.SHAPES[shape]
    await harness.reply(reply)
    shown = await harness.shown()
    text = " ".join(message.text for message in shown).split()
    for part in (reply.heading, reply.text, reply.hint):
        for word in part.split():
            assert word in text
    labels = [choice.label for row in reply.rows for choice in row]
    most = harness.channel.capabilities.most_buttons
    buttons = [button for message in shown for button in message.buttons]
    if harness.channel.capabilities.buttons and (most is None or len(labels) <= most):
        assert buttons == labels
        return
    lines = [line for message in shown for line in message.text.splitlines()]
    for number, choice in enumerate(reply.options, 1):
        assert choice.label in buttons or f"{number}. {choice.label.strip()}" in lines
    for choice in reply.ways_out:
        assert choice.label in buttons or choice.label in " ".join(lines)


@pytest.mark.parametrize("shape", samples.SHAPES)
async def test_no_message_is_longer_than_the_channel_takes(harness: Harness, shape: str) -> None:
    """CH07"""
    await harness.reply(samples.SHAPES[shape])
    limit = harness.channel.capabilities.max_text
    shown = await harness.shown()
    assert shown
    assert all(len(message.text) <= limit for message in shown)


@pytest.mark.parametrize("shape", samples.ANNOUNCEMENTS)
async def test_a_preview_is_what_one_of_many_then_sees(harness: Harness, shape: str) -> None:
    """CH11"""
    reply = samples.ANNOUNCEMENTS[shape]
    files = [replace(file, digest=await harness.keep(samples.document(file.name))) for file in reply.attachments]
    reply = replace(reply, attachments=tuple(files))
    preview = harness.channel.preview(reply)
    await _announces(harness, reply)
    shown = await harness.shown()
    carried = [file.name for each in preview for file in each.files]
    # Where a channel cannot carry files, a person finds those behind the links of the text, too.
    assert not harness.channel.capabilities.files or [name for each in shown for name in each.files] == carried
    if harness.channel.capabilities.buttons:
        assert [(nobodys(message.text), message.buttons) for message in shown] == [
            (each.text, tuple(label for row in each.rows for label in row)) for each in preview
        ]
        return
    # A terminal has one screen, on which messages have no borders, and says below where it keeps a file.
    read = "\n\n".join(nobodys(message.text) for message in shown if message.text)
    assert read.startswith("\n\n".join(each.text for each in preview if each.text))
    assert not any(each.rows for each in preview)


def nobodys(text: str) -> str:
    """With the links of a preview, which lead nowhere: those that are sent are each recipient's own."""
    return re.sub(r"(?<=: )\d{6}$", CODE, re.sub(r"/files/[0-9a-f]{64}", "/files/…", text), flags=re.MULTILINE)


async def _announces(harness: Harness, reply: Reply) -> None:
    """The reply goes out as one of many, on channels that have a way of their own for those."""

    async def next_turn() -> None: ...

    bulk = getattr(harness.channel, "bulk", None)
    if bulk is None:
        await harness.reply(reply)
    else:
        await bulk.send(harness.lan, reply, next_turn)


async def test_a_text_over_the_limit_is_split_and_complete(harness: Harness) -> None:
    """CH07"""
    limit = harness.channel.capabilities.max_text
    words = " ".join(f"từ{number}" for number in range(min(limit, 20_000) // 3))
    await harness.reply(Reply(text=words, rows=samples.YES_NO.rows))
    shown = await harness.shown()
    assert all(len(message.text) <= limit for message in shown)
    seen = " ".join(message.text for message in shown).split()
    assert [word for word in seen if word.startswith("từ")] == words.split()
    if harness.channel.capabilities.buttons:
        assert [bool(message.buttons) for message in shown] == [False] * (len(shown) - 1) + [True]


async def test_a_settled_message_has_no_choices_any_more(harness: Harness) -> None:
    """CH09"""
    can = harness.channel.capabilities
    if not (can.buttons and can.edits):
        # It stands below what it settles; where that would be noise, or messages are counted, nowhere.
        await harness.reply(replace(samples.PLAIN, settles="1"))
        shown = await read(harness)
        assert not shown or samples.PLAIN.text in shown
        return
    await harness.reply(samples.YES_NO)
    await harness.presses("Đúng")
    pressed = last(harness).pressed
    assert pressed
    await harness.reply(samples.MENU)
    await harness.reply(Reply(text="Đã chọn: Đúng", settles=pressed))
    settled, menu = await harness.shown()
    assert settled.text.split() == ["Đã", "chọn:", "Đúng"]
    assert not settled.buttons
    assert menu.buttons


async def test_a_file_is_offered_by_its_name(harness: Harness) -> None:
    """CH06"""
    content = b"PK\x03\x04 a workbook"
    digest = await harness.keep(content)
    book = Attachment(
        kind=AttachmentKind.DOCUMENT,
        name="Tổng hợp quý IV.xlsx",
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        size=len(content),
        digest=digest,
    )
    await harness.reply(Reply(text="Số liệu đây ạ.", attachments=(book,)))
    files = [name for message in await harness.shown() for name in message.files]
    assert files == ["Tổng hợp quý IV.xlsx"]
    assert "Số liệu đây ạ." in await read(harness)
