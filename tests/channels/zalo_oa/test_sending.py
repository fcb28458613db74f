"""What people get, and what becomes of what Zalo refuses."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from io import BytesIO
from random import Random

import pytest
import pytest_asyncio
from PIL import Image

from bot.announcements.outlets import at_once
from bot.domain.errors import TOKEN_REFUSED, SendError
from bot.messages import Attachment, AttachmentKind, Reply
from channels.zalo_oa.errors import refusal
from channels.zalo_oa.limits import MAX_IMAGE
from channels.zalo_oa.sentences import API
from tests.channels import samples
from tests.channels.zalo_device import CODE
from tests.channels.zalo_oa.harness import Phone, opened

PDF = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n"


@pytest_asyncio.fixture
async def phone() -> AsyncIterator[Phone]:
    async with opened() as found:
        yield found


async def attached(phone: Phone, content: bytes, name: str, kind: AttachmentKind = AttachmentKind.DOCUMENT) -> Reply:
    digest = await phone.keep(content)
    file = Attachment(kind=kind, name=name, size=len(content), digest=digest)
    return Reply(text="Tệp đây ạ.", attachments=(file,))


def noise(side: int) -> bytes:
    """A picture that does not get small."""
    picture = Image.frombytes("RGB", (side, side), Random(1).randbytes(side * side * 3))
    file = BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


async def test_a_long_text_comes_in_pieces_and_the_last_has_the_buttons(phone: Phone) -> None:
    await phone.reply(Reply(text=samples.LONG_TEXT + " 😀" * 1000, rows=samples.YES_NO.rows))
    assert len(phone.person.screen) > 3
    assert [bool(message.buttons) for message in phone.person.screen][-2:] == [False, True]


async def test_what_settles_an_earlier_message_is_not_sent(phone: Phone) -> None:
    await phone.reply(Reply(text="Đã chọn: Đúng", settles="m1"))
    assert not phone.person.screen


async def test_a_picture_with_few_words_is_one_message(phone: Phone) -> None:
    await phone.reply(await attached(phone, samples.photo(), "", AttachmentKind.PHOTO))
    (shown,) = phone.person.screen
    assert shown.text == "Tệp đây ạ."
    assert len(shown.files) == 1


async def test_a_large_picture_is_made_smaller(phone: Phone) -> None:
    content = noise(1400)
    assert len(content) > MAX_IMAGE
    await phone.reply(await attached(phone, content, "", AttachmentKind.PHOTO))
    assert len(phone.person.screen[0].files[0].content) <= MAX_IMAGE


async def test_documents_that_zalo_takes_come_as_files_and_are_uploaded_once(phone: Phone) -> None:
    reply = await attached(phone, PDF, "Mời họp.pdf")
    await phone.reply(reply)
    await phone.reply(reply)
    assert [file.name for message in phone.person.screen for file in message.files] == ["Mời họp.pdf"] * 2
    assert len(phone.zalo.calls_of("/upload/file")) == 1


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"PK\x03\x04 a workbook", "Tổng hợp.xlsx"),
        (PDF + b"x" * 5 * 1024 * 1024, "To.pdf"),
        (b"no pdf at all", "Giả.pdf"),
        (b"ID3 a sound", "Loa.mp3"),
    ],
)
async def test_what_zalo_does_not_carry_comes_as_a_link_with_its_code(phone: Phone, content: bytes, name: str) -> None:
    await phone.reply(await attached(phone, content, name))
    (shown,) = phone.person.screen
    assert not shown.files
    assert f"Tệp {name}:" in shown.text
    assert f"{phone.url}/files/" in shown.text
    assert CODE in shown.text


async def test_a_file_for_many_at_the_same_time_is_uploaded_once(phone: Phone) -> None:
    document = await attached(phone, PDF, "Mời họp.pdf")
    picture = await attached(phone, samples.photo(), "", AttachmentKind.PHOTO)
    await asyncio.gather(*(phone.channel.bulk.send(phone.lan, reply, at_once) for reply in (document, picture) * 10))
    assert len(phone.zalo.calls_of("/upload/file")) == 1
    assert len(phone.zalo.calls_of("/upload/image")) == 1


async def test_who_waits_for_the_same_upload_fails_with_it_and_not_one_after_the_other(phone: Phone) -> None:
    reply = await attached(phone, PDF, "Mời họp.pdf")
    phone.zalo.faults.lose_next_answer(path="/upload/file")
    sent = await asyncio.gather(
        *(phone.channel.bulk.send(phone.lan, reply, at_once) for _ in range(10)), return_exceptions=True
    )
    assert all(isinstance(each, SendError) and each.retryable for each in sent)
    assert len(phone.zalo.calls_of("/upload/file")) == 1
    await phone.reply(reply)
    assert phone.person.screen[0].files[0].name == "Mời họp.pdf"


async def test_an_upload_without_an_answer_leaves_no_doubt_whether_the_message_arrived(phone: Phone) -> None:
    phone.zalo.faults.lose_next_answer(path="/upload/file")
    with pytest.raises(SendError) as lost:
        await phone.reply(await attached(phone, PDF, "Mời họp.pdf"))
    assert lost.value.retryable
    assert not lost.value.doubtful
    assert not phone.person.screen


async def test_an_upload_that_is_refused_does_not_keep_the_words_behind_it(phone: Phone) -> None:
    phone.zalo.faults.answer_next(-211, path="/upload/file")
    await phone.reply(await attached(phone, PDF, "Mời họp.pdf"))
    assert "Tệp Mời họp.pdf:" in phone.person.screen[0].text


async def test_an_upload_that_zalo_has_forgotten_is_made_anew_at_the_next_try(phone: Phone) -> None:
    reply = await attached(phone, PDF, "Mời họp.pdf")
    await phone.reply(reply)
    phone.zalo.faults.answer_next(-100, path="/message/cs")
    with pytest.raises(SendError) as refused:
        await phone.reply(reply)
    assert refused.value.retryable
    await phone.reply(reply)
    assert len(phone.zalo.calls_of("/upload/file")) == 2


async def test_a_message_that_fails_once_is_sent_again_and_one_that_fails_twice_is_not(phone: Phone) -> None:
    phone.zalo.faults.answer_next(-200)
    await phone.reply(samples.PLAIN)
    assert len(phone.person.screen) == 1
    phone.zalo.faults.answer_next(-200, times=2)
    with pytest.raises(SendError) as refused:
        await phone.reply(samples.PLAIN)
    assert not refused.value.retryable


async def test_a_lost_answer_is_doubtful_and_a_gateway_may_be_tried_again(phone: Phone) -> None:
    phone.zalo.faults.lose_next_answer(path="/message/cs")
    with pytest.raises(SendError) as lost:
        await phone.reply(samples.PLAIN)
    assert lost.value.doubtful
    phone.zalo.faults.break_gateway()
    with pytest.raises(SendError) as broken:
        await phone.reply(samples.PLAIN)
    assert broken.value.retryable


async def test_what_only_the_operator_can_mend_is_told_from_what_is_wrong_with_a_message(phone: Phone) -> None:
    phone.zalo.faults.answer_next(-224)
    with pytest.raises(SendError) as refused:
        await phone.reply(samples.PLAIN)
    assert (refused.value.code, refused.value.retryable) == (TOKEN_REFUSED, True)


async def test_whoever_is_silent_for_a_week_cannot_be_written_to(phone: Phone) -> None:
    phone.zalo.clock.advance(timedelta(days=7) - timedelta(minutes=1))
    await phone.reply(samples.PLAIN)
    phone.zalo.clock.advance(timedelta(minutes=2))
    with pytest.raises(SendError) as refused:
        await phone.reply(samples.PLAIN)
    assert refused.value.code == "window_shut"
    assert not refused.value.gone


@pytest.mark.parametrize(
    ("error", "text", "code", "retryable", "gone"),
    [
        (-32, "Your application reached limit call api", "flood", True, False),
        (-32, "Your OA reached limit call api", "flood", True, False),
        (-223, "OA has not authorized", "token_refused", True, False),
        (-223, "Your OA reached limit of this api", "flood", True, False),
        (-201, "user_id is invalid!", "refused", False, False),
        (-210, "Parameter exceeds allowable limit", "refused", False, False),
        (-211, "Out of quota", "used_up", False, False),
        (-213, "User has not followed OA", "blocked", False, True),
        (-217, "User has blocked invitation from OA", "blocked", False, True),
        (-227, "User is banned or has been inactive for more than 45 days", "blocked", False, True),
        (-230, "User has not interacted with the OA in the past 7 days", "window_shut", False, False),
        (-232, "User has not interacted or the interaction has expired", "window_shut", False, False),
        (-321, "ZCA balance", "unpaid", False, False),
        (-999, "", "refused", False, False),
    ],
)
def test_the_table_of_errors(error: int, text: str, code: str, retryable: bool, gone: bool) -> None:
    found = refusal(error, text)
    assert (found.code, found.retryable, found.gone) == (code, retryable, gone)


@pytest.mark.parametrize("error", [code for code in API if code not in {-320, -321}])
def test_what_only_an_operator_can_mend_says_nothing_against_the_message(
    error: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert refusal(error, "").code == "token_refused"
    assert API[error][:30] in capsys.readouterr().err


async def test_no_token_and_no_secret_is_ever_said(phone: Phone, capsys: pytest.CaptureFixture[str]) -> None:
    token = phone.zalo.tokens.access_token
    phone.zalo.faults.break_gateway(times=1)
    with pytest.raises(SendError) as broken:
        await phone.reply(samples.PLAIN)
    phone.zalo.tokens.revoke()
    with pytest.raises(SendError) as refused:
        await phone.reply(samples.PLAIN)
    said = "".join((capsys.readouterr().err, *map(_whole, (broken.value, refused.value))))
    for secret in (token, phone.zalo.app_secret, phone.zalo.secret_key, phone.zalo.tokens.first_refresh_token):
        assert secret not in said


def _whole(error: BaseException | None) -> str:
    """All that a traceback could show of it."""
    return "" if error is None else f"{error!r} {_whole(error.__cause__)} {_whole(error.__context__)}"
