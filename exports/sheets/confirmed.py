"""The unusual figures that somebody said are right, with the reasons: what an officer wants to look at first.

The sheet is there only where something was confirmed.
"""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.submissions import Revision
from exports import wording
from exports.data import FormColumn, WorkbookData
from exports.frame import body_row, head, listing
from exports.sheets.base import Sheet
from exports.table import Cell, Column, Look, Table

TITLE = "Số khác thường"
NOTE = "Những số mà máy thấy khác thường, người gửi đã xác nhận là đúng. Xin xem lại trước khi tổng hợp."
REPORT = "báo cáo định kỳ"
NO_REASON = "không nêu"

COLUMNS = (
    Column(heading=wording.NUMBER, width=6, look=Look.CENTRED),
    Column(heading=wording.KHOM, width=18, look=Look.TEXT),
    Column(heading="Báo cáo, hồ sơ", width=18, look=Look.TEXT),
    Column(heading="Câu hỏi", width=28, look=Look.TEXT),
    Column(heading="Khác thường chỗ nào", width=52, look=Look.TEXT),
    Column(heading="Lý do", width=36, look=Look.TEXT),
)


def confirmed_sheets(data: WorkbookData) -> tuple[Sheet, ...]:
    """The sheet, or none."""
    return (CONFIRMED,) if any(_found(data)) else ()


def table(data: WorkbookData) -> Table:
    """One row per figure, khóm by khóm."""
    rows = head(data, TITLE, COLUMNS, note=NOTE)
    body = [
        body_row((Cell(number, Look.CENTRED), *(Cell(text, Look.TEXT) for text in found)), COLUMNS)
        for number, found in enumerate(_found(data), start=1)
    ]
    return listing(rows, body, COLUMNS)


def _found(data: WorkbookData) -> Iterator[tuple[str, ...]]:
    for unit, what, revision, columns in _sent(data):
        asked = {column.name: column for column in columns}
        for name, one in revision.confirmed.items():
            # In a list the question's name stands behind the row: nguoi[2]/tuoi.
            column = asked.get(name.rpartition("/")[2])
            if data.may_see_names or (column is not None and not column.personal):
                yield unit, what, column.label if column else name, one.found, one.reason or NO_REASON


def _sent(data: WorkbookData) -> Iterator[tuple[str, str, Revision, tuple[FormColumn, ...]]]:
    listed = tuple(column for rows in data.lists for column in rows.records.columns)
    for report in data.reports:
        if report.revision is not None:
            yield report.unit.name, REPORT, report.revision, (*listed, *data.columns)
    for records in (data.hardship, data.good_deeds):
        for record in records.filed:
            yield record.unit.name, record.code, record.revision, (*listed, *records.columns)


CONFIRMED = Sheet(name="confirmed", title=TITLE, table=table)
