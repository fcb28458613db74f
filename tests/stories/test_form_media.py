"""Hoa puts a picture and a sound beside a question; who is asked it sees and hears them, once."""

from __future__ import annotations

import io

import pytest
from openpyxl import Workbook
from PIL import Image

from bot.messages import Attachment, AttachmentKind
from tests.channels.samples import photo
from tests.forms.lint.bundle_cases import packed
from tests.stories.conftest import OpenTown
from tests.stories.filling import QUARTER, REPORT
from tests.stories.new_version import MEETINGS, TITLE, column, downloads, insert, row_of, saved, waits
from tests.support.talk import Member
from tests.support.talk.jobs import jobs_are_done

MAP, SOUND = "ban-do.png", "huong-dan.mp3"
SPOKEN = b"ID3\x03\x00\x00\x00\x00\x00\x00" + bytes(200)


def drawing(colour: str = "navy") -> bytes:
    """A PNG, as drawing programs save it."""
    content = io.BytesIO()
    Image.new("RGBA", (120, 80), colour).save(content, "PNG")
    return content.getvalue()


def with_media(book: Workbook, **files: str) -> bytes:
    """The workbook with a column for each kind of media, filled in at the question about meetings."""
    sheet = book["survey"]
    for kind, name in files.items():
        heading = f"media::{kind}"
        if heading not in [cell.value for cell in sheet[1]]:
            sheet.cell(1, sheet.max_column + 1, heading)
        sheet.cell(row_of(sheet, MEETINGS), column(sheet, heading), name)
    return saved(book)


async def answers_till_the_meetings(member: Member) -> None:
    await member.says(*QUARTER[:6])


@pytest.mark.parametrize("channel", ["telegram", "telegram-postgresql", "web", "console"])
async def test_a_picture_and_a_sound_are_sent_tried_published_and_shown(open_town: OpenTown, channel: str) -> None:
    name, _, database = channel.partition("-")
    async with open_town(name, database=database or "sqlite") as town:
        hoa, lan = town.hoa, town.lan
        await hoa.joins()
        content = with_media(await downloads(town), image=MAP, audio=SOUND)
        await hoa.sends_file(content, "quy-moi.xlsx")
        await waits(town, hoa, "quy-moi.xlsx dùng được", f"Phiếu cần thêm 2 tệp: {MAP}, {SOUND}.", "giữ nguyên tên tệp")
        await hoa.sends_file(drawing(), MAP)
        await waits(town, hoa, f"Em đã nhận: {MAP}.", f"Phiếu cần thêm 1 tệp: {SOUND}.")
        await hoa.sends_file(SPOKEN, SOUND)
        await waits(town, hoa, f"Em đã nhận: {SOUND}.", "Các tệp của phiếu đã đủ.")
        await hoa.presses("Thử phiếu")
        await answers_till_the_meetings(hoa)
        await is_shown(hoa, 2)
        await hoa.says("để sau")
        await hoa.presses("Dùng ngay")
        await hoa.sees(f"{TITLE} nay là bản 2")
        await hoa.sees_nothing_of("Còn thiếu")
        await lan.joins()
        await lan.presses(REPORT)
        await answers_till_the_meetings(lan)
        await is_shown(lan, 2)
        await lan.says("ba chấm hỏi")
        await lan.says("3")
        assert await shown_files(lan) == 2
        assert "form_file_sent" in await town.actions("proposal:1")


async def shown_files(member: Member) -> int:
    """How many files the person ever got."""
    await member.is_answered()
    return sum(len(seen.files) for seen in await member.phone.events())


async def is_shown(member: Member, count: int) -> None:
    """As many files came, the last ones, and each can be opened; the picture is a picture."""
    await member.is_answered()
    files = [file for seen in await member.phone.events() for file in seen.files][-count:]
    contents = [await file.fetch() for file in files]
    assert any(content.startswith(b"\xff\xd8") for content in contents), files
    assert SPOKEN in contents


async def test_a_photo_without_a_name_is_the_only_picture_that_is_missing(open_town: OpenTown) -> None:
    async with open_town("telegram") as town:
        hoa = town.hoa
        await hoa.joins()
        await hoa.sends_file(with_media(await downloads(town), image=MAP, video="cach-lam.mp4"), "quy.xlsx")
        await waits(town, hoa, "Phiếu cần thêm 2 tệp")
        await hoa.sends_photo(photo())
        await waits(town, hoa, f"Em đã nhận: {MAP}.", "Phiếu cần thêm 1 tệp: cach-lam.mp4.")
        await hoa.sends_photo(photo())
        await waits(town, hoa, "Ảnh gửi kiểu này mất tên tệp")


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        (MAP, b"%PDF-1.7 a document", f"Tệp {MAP} không phải là ảnh"),
        (MAP, b"MZ a program", f"Tệp {MAP} không phải là ảnh"),
        (MAP, drawing()[:60], f"Tệp {MAP} không phải là ảnh, hoặc đã hỏng"),
        (SOUND, drawing(), f"Tệp {SOUND} không phải là tệp tiếng"),
        ("khac.png", drawing(), "Phiếu không nhắc đến tệp khac.png"),
    ],
)
async def test_a_file_that_is_not_what_it_is_called_is_refused(
    open_town: OpenTown, name: str, content: bytes, sentence: str
) -> None:
    async with open_town("web") as town:
        hoa = town.hoa
        await hoa.joins()
        await hoa.sends_file(with_media(await downloads(town), image=MAP, audio=SOUND), "quy.xlsx")
        await waits(town, hoa, "Phiếu cần thêm 2 tệp")
        await hoa.sends_file(content, name)
        seen = await waits(town, hoa, sentence, "Phiếu cần thêm 2 tệp")
        assert "Em đã nhận:" not in seen.text


async def test_a_form_may_be_used_without_a_file_and_says_so(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        hoa, lan = town.hoa, town.lan
        await hoa.joins()
        await hoa.sends_file(with_media(await downloads(town), image=MAP), "quy.xlsx")
        await waits(town, hoa, "Chưa có tệp thì phiếu vẫn dùng được, câu đó chỉ hiện chữ.")
        await hoa.presses("Dùng ngay")
        await hoa.sees("nay là bản 2", f"Còn thiếu 1 tệp ({MAP}): câu đó chỉ hiện chữ.")
        await lan.joins()
        await lan.presses(REPORT)
        await answers_till_the_meetings(lan)
        await lan.says("3")
        assert await shown_files(lan) == 0


async def test_who_changes_a_question_need_not_send_its_picture_again(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        hoa = town.hoa
        await hoa.joins()
        content = with_media(await downloads(town), image=MAP)
        await hoa.sends_file(content, "quy.xlsx")
        await waits(town, hoa, "Phiếu cần thêm 1 tệp")
        # A corrected workbook finds the file that came with the one before.
        await hoa.sends_file(drawing(), MAP)
        await waits(town, hoa, "Các tệp của phiếu đã đủ.")
        await hoa.sends_file(content, "quy-2.xlsx")
        card = await waits(town, hoa, "quy-2.xlsx dùng được")
        assert "Phiếu cần thêm" not in card.text
        await hoa.presses("Dùng ngay")
        await hoa.sees("nay là bản 2")
        await hoa.presses("Biểu mẫu")
        book = await downloads(town)
        book["survey"].cell(row_of(book["survey"], MEETINGS), column(book["survey"], "label"), "Mấy buổi ạ?")
        await hoa.sends_file(saved(book), "quy-3.xlsx")
        card = await waits(town, hoa, "quy-3.xlsx dùng được", "Đổi lời hỏi")
        assert "Phiếu cần thêm" not in card.text
        await hoa.presses("Dùng ngay")
        await hoa.sees("nay là bản 3")
        form = await town.read(lambda tx: tx.forms.latest("khom_dinh_ky"))
        assert form is not None
        assert list(await town.read(lambda tx: tx.media.of_form(form.id))) == [MAP]


@pytest.mark.parametrize("channel", ["telegram", "web", "console"])
async def test_workbook_and_files_come_packed_together(open_town: OpenTown, channel: str) -> None:
    async with open_town(channel) as town:
        hoa = town.hoa
        await hoa.joins()
        workbook = with_media(await downloads(town), image=MAP, audio=SOUND)
        await hoa.sends_file(packed({"phieu/quy.xlsx": workbook, f"phieu/{MAP}": drawing()}), "quy.zip")
        await waits(town, hoa, "quy.xlsx dùng được", f"Phiếu cần thêm 1 tệp: {SOUND}.")
        await hoa.presses("Dùng ngay")
        await hoa.sees("nay là bản 2", f"Còn thiếu 1 tệp ({SOUND})")


async def test_an_archive_without_a_workbook_is_refused(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        hoa = town.hoa
        await hoa.joins()
        await hoa.presses("Biểu mẫu")
        await hoa.sends_file(packed({MAP: drawing()}), "anh.zip")
        await waits(town, hoa, "anh.zip chưa dùng được", "Tệp nén phải có đúng một tệp .xlsx; tệp này có 0.")
        await hoa.sends_file(drawing(), MAP)
        await jobs_are_done(town)
        await hoa.sees_nothing_of("trục trặc")


async def test_a_picture_that_nobody_waits_for_is_not_taken(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        hoa = town.hoa
        await hoa.joins()
        await hoa.presses("Biểu mẫu")
        await hoa.sends_file(drawing(), MAP)
        await hoa.sees("Em chưa biết tệp này của phiếu nào. Xin gửi tệp Excel (.xlsx) của phiếu trước.")
        await town.lan.joins()
        await town.lan.sends_file(drawing(), MAP)
        await town.lan.sees_nothing_of("Em đã nhận tệp", "của phiếu nào")


ROOFS = ("la", "ton", "ngoi")
ROOF = {
    "type": "select_one mai",
    "name": "mai_nha",
    "label": "Nhà văn hóa lợp gì ạ?",
    "required": "yes",
    "relevant": f"${{{MEETINGS}}} > 0",
}


def with_roofs(book: Workbook) -> bytes:
    """The workbook with a question whose choices have pictures, but for the last."""
    choices, place = book["choices"], book["choices"].max_column + 1
    choices.cell(1, place, "media::image")
    first = next(number for number in range(2, 900) if choices.cell(number, 1).value is None)
    for number, roof in enumerate(ROOFS, first):
        for heading, text in (("list_name", "mai"), ("name", roof), ("label", f"Mái {roof}")):
            choices.cell(number, column(choices, heading), text)
        if roof != ROOFS[-1]:
            choices.cell(number, place, f"{roof}.png")
    return insert(book, MEETINGS, ROOF)


@pytest.mark.parametrize("channel", ["telegram", "web", "console"])
async def test_choices_show_their_pictures_under_their_words_once(open_town: OpenTown, channel: str) -> None:
    async with open_town(channel) as town:
        hoa, lan = town.hoa, town.lan
        await hoa.joins()
        book = with_roofs(await downloads(town))
        await hoa.sends_file(packed({"p.xlsx": book, **{f"{roof}.png": drawing() for roof in ROOFS[:2]}}), "p.zip")
        card = await waits(town, hoa, "p.xlsx dùng được")
        assert "Phiếu cần thêm" not in card.text
        await hoa.presses("Dùng ngay")
        await lan.joins()
        await lan.presses(REPORT)
        await answers_till_the_meetings(lan)
        await lan.says("3")
        for roof in ROOFS[:2]:
            await lan.sees(f"Mái {roof}")
        question = await lan.sees("Nhà văn hóa lợp gì ạ?")
        assert [label for label in question.buttons if label.startswith("Mái")] == [f"Mái {roof}" for roof in ROOFS]
        assert await shown_files(lan) == 2
        await lan.says("không phải cái nào cả")
        await lan.says("giúp")
        assert await shown_files(lan) == 2
        # Whoever comes back later sees them again.
        await lan.says("để sau", "tiếp tục")
        await lan.sees("Nhà văn hóa lợp gì ạ?")
        assert await shown_files(lan) == 4


async def test_a_file_that_is_lost_on_the_disk_stops_nobody(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        hoa = town.hoa
        await hoa.joins()
        await hoa.sends_file(with_media(await downloads(town), image=MAP), "quy.xlsx")
        await waits(town, hoa, "Phiếu cần thêm 1 tệp")
        lost = Attachment(kind=AttachmentKind.PHOTO, name=MAP, mime="image/png", size=1, digest="0" * 64)
        await town.change(lambda tx: tx.media.add(1, lost))
        await waits(town, hoa, "Em gặp trục trặc nên chưa kiểm tra được tệp", MAP)
        await hoa.sends_file(drawing(), MAP)
        await waits(town, hoa, "Các tệp của phiếu đã đủ.")
