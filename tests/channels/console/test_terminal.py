"""The terminal chat: what is typed, what is printed, how it ends."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from io import StringIO
from pathlib import Path

import pytest
import pytest_asyncio

from bot.domain.errors import SendError
from bot.messages import Address, Attachment, AttachmentKind, Choice, Reply
from channels.console.screen import Screen
from tests.channels.console.harness import Terminal, console
from tests.channels.samples import PLAIN, QUESTION
from tests.channels.waiting import until


@pytest_asyncio.fixture
async def lan() -> AsyncIterator[Terminal]:
    async with console() as terminal:
        yield terminal


class TerminalScreen(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def test_a_question_is_printed_with_numbers_and_words() -> None:
    stream = StringIO()
    Screen(stream).show(QUESTION)
    assert stream.getvalue().splitlines() == [
        "Câu 3/9 · Hộ gia đình",
        "",
        "Khóm có tất cả bao nhiêu hộ ạ?",
        "Ví dụ: 412",
        "",
        "Gõ một số để chọn:",
        "1. Giữ nguyên 410",
        "",
        "Hoặc gõ: Quay lại, Bỏ qua.",
        "",
    ]


def test_numbers_in_a_row_are_named_by_the_first_and_the_last() -> None:
    labels = ("Gửi", "1", "2", "3", "4", "Để sau", "8", "9")
    stream = StringIO()
    Screen(stream).show(
        Reply(text="Xem lại", rows=(tuple(Choice(id=label, label=label, way_out=True) for label in labels),))
    )
    assert stream.getvalue().splitlines()[2] == "Hoặc gõ: Gửi, 1 đến 4, Để sau, 8, 9."


def test_styles_are_for_terminals_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    terminal, pipe = TerminalScreen(), StringIO()
    Screen(terminal).show(QUESTION)
    Screen(pipe).show(QUESTION)
    assert "\x1b[1mKhóm có" in terminal.getvalue()
    assert "\x1b" not in pipe.getvalue()


def test_no_color_is_respected(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    terminal = TerminalScreen()
    Screen(terminal).show(QUESTION)
    assert "\x1b" not in terminal.getvalue()


def test_an_escape_sequence_in_an_answer_does_not_reach_the_terminal() -> None:
    stream = StringIO()
    Screen(stream).show(Reply(text="\x1b[2JĐã ghi\x07"))
    assert stream.getvalue() == "[2JĐã ghi\n\n"


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("/photo", "Chưa có đường dẫn tệp."),
        ("/photo không/có.jpg", "Không mở được tệp không/có.jpg."),
        ("/photo .", "Không mở được tệp ."),
        ("x" * 4_001, "Tin dài quá: 4001 chữ"),
    ],
)
async def test_what_cannot_be_used_is_explained_and_the_chat_goes_on(lan: Terminal, typed: str, sentence: str) -> None:
    assert not await lan.types(typed)
    assert sentence in lan.screen.getvalue()
    assert await lan.types("412")


async def test_an_empty_file_is_refused(lan: Terminal) -> None:
    (lan.folder / "rỗng.jpg").touch()
    assert not await lan.types(f"/photo {lan.folder / 'rỗng.jpg'}")
    assert "không có nội dung" in lan.screen.getvalue()


async def test_an_empty_line_is_no_line(lan: Terminal) -> None:
    lan.type_only("")
    await lan.types("412")
    assert len(lan.inbox.stored) == 1


async def test_a_file_from_the_bot_stays_in_its_folder(lan: Terminal) -> None:
    digest = await lan.keep(b"a workbook")
    file = Attachment(kind=AttachmentKind.DOCUMENT, name="../../sổ.xlsx", digest=digest)
    await lan.reply(Reply(text="Đây ạ.", attachments=(file,)))
    assert (lan.folder / "downloads" / "sổ.xlsx").read_bytes() == b"a workbook"
    assert str(Path("downloads") / "sổ.xlsx") in lan.screen.getvalue()


async def test_a_file_from_the_bot_replaces_none_that_lies_there(lan: Terminal) -> None:
    folder = lan.folder / "downloads"
    folder.mkdir()
    (folder / "sổ.xlsx").write_bytes(b"my own work")
    file = Attachment(kind=AttachmentKind.DOCUMENT, name="sổ.xlsx", digest=await lan.keep(b"a workbook"))
    for _ in range(2):
        await lan.reply(Reply(text="Đây ạ.", attachments=(file,)))
    assert (folder / "sổ.xlsx").read_bytes() == b"my own work"
    (other,) = [path for path in folder.iterdir() if path.name != "sổ.xlsx"]
    assert (other.suffix, other.read_bytes()) == (".xlsx", b"a workbook")
    assert str(other) in lan.screen.getvalue()


@pytest.mark.parametrize("name", ["..", ".", ".bashrc"])
async def test_a_file_from_the_bot_is_never_a_hidden_one(lan: Terminal, name: str) -> None:
    file = Attachment(kind=AttachmentKind.DOCUMENT, name=name, digest=await lan.keep(b"export PATH="))
    await lan.reply(Reply(text="Đây ạ.", attachments=(file,)))
    (saved,) = (lan.folder / "downloads").iterdir()
    assert not saved.name.startswith(".")


async def test_the_chat_ends_when_the_last_line_is_answered(lan: Terminal) -> None:
    lan.type_only("412\n/quit")
    await lan.went_on(0)
    await asyncio.sleep(0.05)
    assert not lan.ended
    await lan.reply(PLAIN)
    await lan.channel.answered(lan.inbox.stored[0])
    await until(lambda: lan.ended)


async def test_a_reply_for_somebody_else_is_not_printed(lan: Terminal) -> None:
    with pytest.raises(SendError, match="other_terminal"):
        await lan.channel.send(Address(channel="console", bot="console-2", chat="2"), PLAIN)
    assert PLAIN.text not in lan.screen.getvalue()


async def test_two_runs_never_share_an_update_id() -> None:
    ids = []
    for _ in range(2):
        async with console() as terminal:
            await terminal.types("412")
            ids.append(terminal.inbox.stored[0].update_id)
    assert ids[0] != ids[1]
