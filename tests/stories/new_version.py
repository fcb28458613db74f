"""How Hoa changes the quarterly report: she downloads it, puts a question into it in Excel, and sends it back."""

from __future__ import annotations

import io
from collections.abc import Sequence
from datetime import date

from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from tests.support.talk import Member, Seen, Town
from tests.support.talk.jobs import terminals_may_look

TITLE = "Báo cáo định kỳ của khóm"
MEETINGS = "so_buoi_tuyen_truyen"
NEW = {
    "type": "integer",
    "name": "nguoi_du_hop",
    "label": "Buổi đông nhất có bao nhiêu người dự ạ?",
    "hint": "Ví dụ: 60",
    "required": "yes",
    "relevant": f"${{{MEETINGS}}} > 0",
    "constraint": ". >= 1 and (${tong_nhan_khau} = '' or . <= ${tong_nhan_khau})",
    "constraint_message": "Em đọc là ${nguoi_du_hop} người, khóm có ${tong_nhan_khau} người. Xin gõ lại.",
    "bind::khom:unit": "người",
    "bind::khom:short": "Người dự buổi đông nhất",
}
"""A question that is asked after the number of meetings, with a condition and a check."""


async def waits(town: Town, member: Member, *texts: str) -> Seen:
    """See what comes from a job; in a terminal it comes with the sweep of its own process."""
    if town.channel == "console":
        await terminals_may_look(town)
    return await member.sees(*texts)


async def downloads(town: Town) -> Workbook:
    """The quarterly report as the workbook that Hoa gets."""
    await town.hoa.presses("Biểu mẫu")
    await town.hoa.sees("Các biểu mẫu của phường", f"{TITLE}: bản ")
    await town.hoa.presses(TITLE, "Tải về Excel")
    await town.hoa.sees("Em đang lập tệp")
    seen = await waits(town, town.hoa, TITLE, "bản ")
    return await workbook_of(town.hoa, seen)


async def workbook_of(member: Member, seen: Seen) -> Workbook:
    """The workbook that came with a message, or in a terminal after it."""
    content = await (seen.files[0].fetch() if seen.files else member.receives_file())
    return load_workbook(io.BytesIO(content))


def column(sheet: Worksheet, heading: str) -> int:
    return [cell.value for cell in sheet[1]].index(heading) + 1


def row_of(sheet: Worksheet, name: str) -> int:
    names = [cell.value for cell in sheet[get_column_letter(column(sheet, "name"))]]
    return names.index(name) + 1


def insert(book: Workbook, behind: str, question: dict[str, str]) -> bytes:
    """The workbook with one more question, as somebody types it into Excel."""
    sheet = book["survey"]
    place = row_of(sheet, behind) + 1
    sheet.insert_rows(place)
    for heading, text in question.items():
        sheet.cell(place, column(sheet, heading), text)
    return saved(book)


def saved(book: Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


async def sends_new_version(town: Town, content: bytes) -> Seen:
    """Send a workbook that is in order; the card that asks what is to become of it."""
    await town.hoa.sends_file(content, "quy-moi.xlsx")
    await town.hoa.sees("Em đã nhận tệp", "quy-moi.xlsx, đang kiểm tra.")
    return await waits(town, town.hoa, "quy-moi.xlsx dùng được: bản mới của", TITLE)


async def versions(town: Town) -> list[tuple[int, date | None, bool]]:
    found = await town.read(lambda tx: tx.forms.versions("khom_dinh_ky"))
    return [(form.version, form.starts_on, form.withdrawn_at is not None) for form in found]


def with_more(answers: Sequence[str], *more: str) -> tuple[str, ...]:
    """The usual answers, and what is new after the number of meetings."""
    place = answers.index("3") + 1
    return (*answers[:place], *more, *answers[place:])
