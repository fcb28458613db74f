"""A sheet of filed records: one row each, fixed columns first, then the form's own questions in its order."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bot.clock import local_date
from exports import answers, wording
from exports.data import FiledRecord, FormColumn, Records, WorkbookData
from exports.frame import FIRST_HEADING, LAST_HEADING, body_row, head
from exports.table import Cell, Column, Look, Row, Table

FIXED = (
    Column(heading=wording.NUMBER, width=6, look=Look.CENTRED),
    Column(heading="Mã hồ sơ", width=17, look=Look.TEXT),
    Column(heading=wording.KHOM, width=18, look=Look.TEXT),
    Column(heading="Ngày gửi", width=12, look=Look.DAY),
)

Reader = Callable[[FormColumn, FiledRecord], Cell]


def records_table(
    data: WorkbookData,
    records: Records,
    *,
    title: str,
    note: str,
    none: str,
    asked: tuple[FormColumn, ...],
    read: Reader,
) -> Table:
    """The table of the records with the columns in `asked`, or the sentence `none` where there are no records."""
    revisions = [record.revision for record in records.filed]
    columns = FIXED + tuple(answers.column(question, revisions) for question in asked)
    rows = head(data, title, columns, note=note)
    body = [body_row(cells, columns) for cells in _rows(records, asked, read)]
    body = body or [Row((Cell(none, Look.NOTE),))]
    return Table(
        columns=columns,
        rows=rows + body,
        heading_rows=(FIRST_HEADING, LAST_HEADING),
        frozen_columns=2,
        last_row=len(rows) + len(body),
        filtered_rows=len(records.filed),
    )


def answer(question: FormColumn, record: FiledRecord) -> Cell:
    """The answer as it was sent; a question that was left out is an empty cell."""
    if answers.was_asked(question, record.revision):
        return answers.cell(question, record.revision)
    return Cell("", answers.LOOKS[question.kind])


def _rows(records: Records, asked: tuple[FormColumn, ...], read: Reader) -> Iterator[tuple[Cell, ...]]:
    for number, record in enumerate(records.filed, start=1):
        fixed = (
            Cell(number, Look.CENTRED),
            Cell(record.code, Look.TEXT),
            Cell(record.unit.name, Look.TEXT),
            Cell(local_date(record.revision.sent_at), Look.DAY),
        )
        yield fixed + tuple(read(question, record) for question in asked)
