"""The answers that khóm left to the ward: what stands there now, who entered it, and whether the khóm confirmed it."""

from __future__ import annotations

from collections.abc import Iterator

from bot.clock import local
from exports import answers, wording
from exports.data import EntrustedAnswer, Entry, WorkbookData
from exports.frame import body_row, head, listing
from exports.sheets.base import Sheet
from exports.table import Cell, Column, Look, Table

TITLE = "Phường ghi giúp"
NOTE = "Câu khóm nhờ phường ghi giúp. Chưa ghi thì sổ để “chưa có số liệu”, không tính là 0."
COLUMNS = (
    Column(heading=wording.NUMBER, width=6, look=Look.CENTRED),
    Column(heading=wording.KHOM, width=18, look=Look.TEXT),
    Column(heading="Mã báo cáo, hồ sơ", width=20, look=Look.TEXT),
    Column(heading="Câu", width=30, look=Look.TEXT),
    Column(heading="Số liệu trong sổ", width=20, look=Look.TEXT),
    Column(heading="Tình trạng", width=30, look=Look.TEXT),
    Column(heading="Người ghi", width=22, look=Look.TEXT),
    Column(heading="Ghi lúc", note="giờ Việt Nam", width=18, look=Look.MOMENT),
    Column(heading="Ghi theo", width=18, look=Look.TEXT),
)
STATES = {
    Entry.OPEN: "khóm nhờ ghi giúp, phường chưa ghi",
    Entry.NOT_SENT: "phường đã ghi giúp, khóm chưa gửi lại",
    Entry.UNCONFIRMED: "phường ghi giúp, chưa xác nhận",
    Entry.CONFIRMED: "phường ghi giúp, đã xác nhận",
    Entry.DISPUTED: "phường ghi giúp, khóm báo chưa đúng",
}
HIDDEN = "đang ẩn"
FROM_FILE = "ảnh, ghi âm khóm gửi"
FROM_WORDS = "lời khóm báo"


def table(data: WorkbookData) -> Table:
    """One row per answer."""
    rows = head(data, TITLE, COLUMNS, note=NOTE)
    body = [body_row(cells, COLUMNS) for cells in _rows(data)]
    return listing(rows, body, COLUMNS)


def _rows(data: WorkbookData) -> Iterator[tuple[Cell, ...]]:
    for number, one in enumerate(data.entrusted, start=1):
        entered = one.entered_at
        yield (
            Cell(number, Look.CENTRED),
            Cell(one.record.unit.name, Look.TEXT),
            Cell(one.record.code, Look.TEXT),
            Cell(one.column.label, Look.TEXT),
            _answer(data, one),
            Cell(STATES[one.entry], Look.TEXT),
            Cell(one.entered_by, Look.TEXT),
            Cell(local(entered).replace(tzinfo=None) if entered else "", Look.MOMENT),
            Cell((FROM_FILE if one.has_file else FROM_WORDS) if entered else "", Look.TEXT),
        )


def _answer(data: WorkbookData, one: EntrustedAnswer) -> Cell:
    if one.column.personal and not data.may_see_names:
        return Cell(HIDDEN, Look.TEXT)
    return answers.cell(one.column, one.record.revision)


ENTRUSTED = Sheet(name="entrusted", title=TITLE, table=table)
