"""Who has sent the period's report, when, and who is late."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.clock import local, local_date
from bot.domain.submissions import Revision, Status
from bot.texts import dates
from exports import wording
from exports.data import UnitReport, WorkbookData
from exports.frame import FIRST_BODY_ROW, FIRST_HEADING, LAST_HEADING, head
from exports.sheets.base import Sheet
from exports.table import Cell, Column, Formula, Highlight, Look, Row, Table

TITLE = "Tình hình nộp"
DUE = "Hạn khóm nộp: hết ngày {khom}. Hạn phường nộp: hết ngày {ward}."

COLUMNS = (
    Column(heading=wording.NUMBER, width=6, look=Look.CENTRED),
    Column(heading=wording.KHOM, width=24, look=Look.TEXT),
    Column(heading="Tình trạng", width=22, look=Look.TEXT),
    Column(heading="Gửi lần đầu lúc", note="giờ Việt Nam", width=18, look=Look.MOMENT),
    Column(heading="Gửi gần nhất lúc", note="giờ Việt Nam", width=18, look=Look.MOMENT),
    Column(heading="Người gửi gần nhất", width=26, look=Look.TEXT),
    Column(heading="Lần gửi", width=9, look=Look.CENTRED),
    Column(heading="So với hạn", width=22, look=Look.TEXT),
)

STATES = {
    None: wording.NOT_SENT,
    Status.DRAFT: "đang làm, chưa nộp",
    Status.SUBMITTED: "đã nộp",
    Status.RETURNED: "trả lại để sửa",
    Status.APPROVED: "đã duyệt",
    Status.LOCKED: "đã khóa",
    Status.WITHDRAWN: wording.NOT_SENT,
}
ON_TIME = "đúng hạn"
LATE = "trễ {days} ngày"
OVERDUE = "quá hạn {days} ngày"
DAYS_LEFT = "còn {days} ngày"
DUE_TODAY = "hôm nay là hạn cuối"

SENT_OF_ALL = "Số khóm đã nộp"
SENT_FORMULA = 'COUNT({sent})&"/"&ROWS({sent})&" khóm"'
SENT_RESULT = "{sent}/{of} khóm"
ON_TIME_COUNT = "Trong đó đúng hạn"
ON_TIME_FORMULA = 'COUNTIF({due},"đúng hạn")&"/"&ROWS({due})&" khóm"'
MISSED = f'OR(LEFT($H{FIRST_BODY_ROW},3)="trễ",LEFT($H{FIRST_BODY_ROW},7)="quá hạn")'


def table(data: WorkbookData) -> Table:
    """One row per khóm, then how many have sent."""
    period = data.period
    note = DUE.format(khom=dates.day(period.khom_due_on), ward=dates.day(period.ward_due_on))
    last = FIRST_BODY_ROW + len(data.reports) - 1
    return Table(
        columns=COLUMNS,
        rows=[*head(data, TITLE, COLUMNS, note=note), *_rows(data), *_counts(data, last)],
        heading_rows=(FIRST_HEADING, LAST_HEADING),
        frozen_columns=2,
        last_row=max(last, FIRST_BODY_ROW),
        filtered_rows=len(data.reports),
        highlights=(Highlight(cells=f"A{FIRST_BODY_ROW}:H{max(last, FIRST_BODY_ROW)}", formula=MISSED),),
    )


def _rows(data: WorkbookData) -> Iterator[Row]:
    today = local_date(data.made_at)
    for number, report in enumerate(data.reports, start=1):
        yield Row(
            (
                Cell(number, Look.CENTRED),
                Cell(report.unit.name, Look.TEXT),
                Cell(STATES[report.status], Look.TEXT),
                *_sending(report.revision, report),
                Cell(_against_due(report, data.period.khom_due_on, today), Look.TEXT),
            )
        )


def _sending(revision: Revision | None, report: UnitReport) -> tuple[Cell, ...]:
    if revision is None:
        return (Cell("", Look.MOMENT), Cell("", Look.MOMENT), Cell("", Look.TEXT), Cell("", Look.CENTRED))
    first = report.first_sent_at or revision.sent_at
    return (
        Cell(local(first).replace(tzinfo=None), Look.MOMENT),
        Cell(local(revision.sent_at).replace(tzinfo=None), Look.MOMENT),
        Cell(revision.sent_by_name, Look.TEXT),
        Cell(revision.number, Look.CENTRED),
    )


def _against_due(report: UnitReport, due: date, today: date) -> str:
    late = _days_late(report, due)
    if late is not None:
        return LATE.format(days=late) if late > 0 else ON_TIME
    left = (due - today).days
    if left < 0:
        return OVERDUE.format(days=-left)
    return DAYS_LEFT.format(days=left) if left else DUE_TODAY


def _days_late(report: UnitReport, due: date) -> int | None:
    """How many days after the due day the first revision was sent, 0 or less for on time; None where none was."""
    if report.revision is None:
        return None
    return (local_date(report.first_sent_at or report.revision.sent_at) - due).days


def _counts(data: WorkbookData, last: int) -> Iterator[Row]:
    of = len(data.reports)
    if not of:
        return
    late = [_days_late(report, data.period.khom_due_on) for report in data.reports]
    sent = [days for days in late if days is not None]
    on_time = sum(days <= 0 for days in sent)
    for label, formula, count in ((SENT_OF_ALL, SENT_FORMULA, len(sent)), (ON_TIME_COUNT, ON_TIME_FORMULA, on_time)):
        text = formula.format(sent=f"D{FIRST_BODY_ROW}:D{last}", due=f"H{FIRST_BODY_ROW}:H{last}")
        yield Row(
            (
                Cell("", Look.TOTAL_LABEL),
                Cell(label, Look.TOTAL_LABEL),
                Cell(Formula(text, SENT_RESULT.format(sent=count, of=of)), Look.TOTAL_LABEL),
            )
        )


SENDING = Sheet(name="sending", title=TITLE, table=table)
