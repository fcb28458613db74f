"""What goes out: as few messages as can be, whole, and nothing that a stranger may not see."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.announcements.outlets import at_once
from bot.conversation.meter import Meter
from bot.domain.errors import SendError
from bot.domain.quotas import ZALO_BOT_FREE
from bot.messages import Attachment, AttachmentKind, Choice, Reply
from channels.zalo_bot.client import Client
from channels.zalo_bot.errors import Refused, Unanswered, as_send_error
from channels.zalo_bot.limits import MAX_TEXT
from channels.zalo_bot.outbound import texts
from channels.zalo_bot.quota import BELIEVED, PAUSE, Month
from tests.channels import samples
from tests.channels.zalo_bot.harness import Phone, opened
from tests.channels.zalo_device import CODE
from tests.support.zalo_bot import Options

BOOK = b"PK\x03\x04 a workbook"


@pytest.fixture
async def phone() -> AsyncIterator[Phone]:
    async with opened() as phone:
        yield phone


async def file(phone: Phone, name: str, content: bytes, *, public: bool = False) -> Attachment:
    kind = AttachmentKind.PHOTO if name.endswith(".jpg") else AttachmentKind.DOCUMENT
    digest = await phone.keep(content)
    return Attachment(kind=kind, name=name, size=len(content), digest=digest, public=public)


def units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2


def test_a_long_text_is_cut_at_the_ends_of_its_paragraphs() -> None:
    parts = texts(Reply(text=samples.LONG_TEXT))
    assert len(parts) > 1
    assert "\n\n".join(parts) == samples.LONG_TEXT
    assert all(units(part) <= MAX_TEXT for part in parts)


def test_length_is_counted_as_the_strictest_reading_of_the_documents_does() -> None:
    """An emoji is one character to us and two to Zalo."""
    parts = texts(Reply(text="🌾" * 1_901))
    assert [units(part) for part in parts] == [1_900, 1_900, 2]
    assert "".join(parts) == "🌾" * 1_901


def test_choices_are_numbered_and_ways_out_are_words() -> None:
    (text,) = texts(samples.QUESTION)
    assert list(filter(None, text.splitlines()))[-2:] == ["1. Giữ nguyên 410", "Hoặc gõ: Quay lại, Bỏ qua."]


async def test_a_text_is_shown_letter_by_letter(phone: Phone) -> None:
    await phone.reply(samples.MARKUP)
    (call,) = phone.zalo.calls_of("sendMessage")
    assert call.values.keys() == {"chat_id", "text"}


async def test_a_file_is_a_link_with_its_code_in_the_same_message(phone: Phone) -> None:
    book = await file(phone, "Tổng hợp quý IV.xlsx", BOOK)
    menu = (Choice(id="@menu", label="Về đầu", way_out=True),)
    await phone.reply(Reply(text="Số liệu đây ạ.", attachments=(book,), rows=(menu,)))
    (message,) = phone.person.screen
    lines = list(filter(None, message.text.splitlines()))
    assert lines[:2] == ["Số liệu đây ạ.", "Tệp Tổng hợp quý IV.xlsx:"]
    assert lines[2].startswith("http://127.0.0.1")
    assert lines[3:] == [f"Mã mở tệp: {CODE}", "Hoặc gõ: Về đầu."]


async def test_a_public_picture_is_shown_with_the_words_below_it(phone: Phone) -> None:
    picture = await file(phone, "nha.jpg", samples.photo(), public=True)
    book = await file(phone, "so.xlsx", BOOK)
    await phone.reply(Reply(text="Nhà nào như trong ảnh?", attachments=(picture, book), rows=samples.YES_NO.rows))
    (message,) = phone.person.screen
    assert message.content.photo == samples.photo()
    assert message.text.startswith("Nhà nào như trong ảnh?\nTệp so.xlsx:\nhttp")
    assert "nha.jpg" not in message.text
    assert message.text.endswith("1. Đúng\n2. Không đúng")


async def test_a_picture_of_somebody_is_never_handed_to_zalo(phone: Phone) -> None:
    picture = await file(phone, "nha-ba-lan.jpg", samples.photo())
    await phone.reply(Reply(text="Ảnh của hộ này.", attachments=(picture,)))
    assert not phone.zalo.calls_of("sendPhoto")
    assert f"Mã mở tệp: {CODE}" in phone.person.screen[0].text


async def test_a_picture_that_zalo_does_not_take_comes_as_a_link(phone: Phone) -> None:
    phone.zalo.faults.answer_next(400, method="sendPhoto")
    picture = await file(phone, "nha.jpg", samples.photo(), public=True)
    await phone.reply(Reply(text="Nhà nào như trong ảnh?", attachments=(picture,)))
    (message,) = phone.person.screen
    assert message.text.startswith("Nhà nào như trong ảnh?\nTệp nha.jpg:\nhttp")


async def test_a_long_text_stands_below_its_picture_in_messages_of_its_own(phone: Phone) -> None:
    picture = await file(phone, "nha.jpg", samples.photo(), public=True)
    await phone.reply(Reply(text=samples.LONG_TEXT, attachments=(picture,)))
    first, *others = phone.person.screen
    assert (first.content.photo, first.text) == (samples.photo(), "")
    assert "\n\n".join(message.text for message in others) == samples.LONG_TEXT


async def test_what_only_settles_an_earlier_message_costs_none(phone: Phone) -> None:
    settled = Reply(text="Đã chọn: Đúng", settles="82599fa32f56d00e8941")
    assert await phone.channel.send(phone.lan, settled) == ""
    assert not phone.zalo.calls_of("sendMessage")


async def test_telling_many_waits_for_its_turn_before_each_further_message(phone: Phone) -> None:
    turns = []

    async def next_turn() -> None:
        turns.append(len(phone.person.screen))

    await phone.channel.bulk.prepare()
    ref = await phone.channel.bulk.send(phone.lan, Reply(text=samples.LONG_TEXT), next_turn)
    assert ref == phone.person.screen[-1].message_id
    assert turns == list(range(1, len(phone.person.screen)))


@pytest.mark.parametrize(
    ("break_it", "expected"),
    [
        (lambda phone: phone.zalo.faults.answer_next(502), ("unreachable", True, False, True)),
        (lambda phone: phone.zalo.faults.lose_next_answer(), ("unreachable", True, False, True)),
        (lambda phone: phone.zalo.faults.answer_next(403), ("unreachable", True, False, False)),
        (lambda phone: phone.zalo.faults.answer_next(401), ("token_refused", True, False, False)),
        (lambda phone: phone.zalo.faults.answer_next(400), ("refused", False, False, False)),
        (lambda phone: setattr(phone.person.chat, "heard", False), ("chat_not_found", False, True, False)),
    ],
)
@pytest.mark.parametrize("errors", ["http_200", "http_status"])
async def test_a_failure_says_what_is_to_become_of_the_message(
    break_it: Callable[[Phone], None], expected: tuple[str, bool, bool, bool], errors: str
) -> None:
    """code, retryable, gone, doubtful"""
    async with opened(Options(errors=errors)) as phone:  # type: ignore[arg-type]  # one of its words
        break_it(phone)
        with pytest.raises(SendError) as caught:
            await phone.reply(samples.PLAIN)
        failure = caught.value
        assert (failure.code, failure.retryable, failure.gone, failure.doubtful) == expected
        assert failure.retry_after is None


@pytest.mark.parametrize(("status", "doubtful"), [(413, False), (403, False), (200, True), (302, True), (502, True)])
async def test_what_a_gateway_refuses_in_zalos_place_did_not_arrive(status: int, *, doubtful: bool) -> None:
    async def gateway(_: web.Request) -> web.Response:
        return web.Response(status=status, text="<html>no</html>")

    app = web.Application()
    app.router.add_post("/{path:.*}", gateway)
    async with TestServer(app) as server:
        client = Client(token="1:secret", api_base=str(server.make_url("")))
        with pytest.raises(Unanswered) as caught:
            await client.send_message("7", "412")
        await client.close()
    assert caught.value.doubtful == doubtful


async def test_a_month_that_is_used_up_is_tried_once_more_after_a_pause_and_then_believed() -> None:
    async with opened(Options(most_messages=1)) as phone:
        await phone.reply(samples.PLAIN)
        with pytest.raises(SendError, match="quota") as caught:
            await phone.reply(samples.PLAIN)
        assert caught.value.retryable
        assert (caught.value.retry_after or 0) > PAUSE - 5


async def test_what_zalo_has_taken_is_counted_and_nothing_else(phone: Phone) -> None:
    meter = phone.channel.capabilities.meter
    assert meter is not None
    assert (meter.quota.messages, meter.quota.people) == (3000, 50)
    picture = await file(phone, "nha.jpg", samples.photo(), public=True)
    await phone.reply(Reply(text=samples.LONG_TEXT, attachments=(picture,)))
    phone.zalo.faults.answer_next(502)
    with pytest.raises(SendError):
        await phone.reply(samples.PLAIN)
    await phone.reply(Reply(text="Đã chọn: Đúng", settles="1"))
    await phone.channel.bulk.send(phone.lan, samples.PLAIN, at_once)
    assert meter.take() == len(phone.person.screen) == phone.person.chat.messages_out


def test_a_second_refusal_within_the_hour_is_the_months() -> None:
    now = [0.0]
    month = Month(Meter(ZALO_BOT_FREE), lambda: now[0])
    assert month.refused().retry_after == PAUSE
    now[0] = 5.0
    assert month.refused().retry_after == PAUSE - 5, "what was on its way at the same time waits as long"
    now[0] = PAUSE
    assert not month.refused().retryable
    now[0] = BELIEVED + 1
    assert month.refused().retry_after == PAUSE, "it may be another month by now"
    month.taken()
    now[0] += PAUSE
    assert month.refused().retryable


@pytest.mark.parametrize(
    ("description", "code", "gone"),
    [
        ("Bad request: The chat_id is invalid", "chat_not_found", True),
        ("Chat not found", "chat_not_found", True),
        ("Not Found", "refused", False),
        ("The photo URL is invalid", "refused", False),
        ("Bad request: The chat_id must not be empty", "refused", False),
    ],
)
def test_only_a_chat_that_is_not_there_is_gone(description: str, code: str, *, gone: bool) -> None:
    failure = as_send_error(Refused(404 if description == "Not Found" else 400, description))
    assert (failure.code, failure.gone, failure.retryable) == (code, gone, False)
