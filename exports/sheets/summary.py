"""The ward's figures: one row per khóm in the form's order, live totals and rates, and the plan beside the result."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from bot.domain.indicators import Rate
from exports import answers, formulas, wording
from exports.answers import ADDED_UP
from exports.data import ColumnKind, FormColumn, UnitReport, WorkbookData
from exports.frame import FIRST_BODY_ROW, FIRST_HEADING, LAST_HEADING, LINE, body_row, head
from exports.layout import FIXED_COLUMNS, Layout, lay_out, unit_share
from exports.sheets.base import Sheet
from exports.table import Cell, Column, Formula, Highlight, Look, Row, Table, letter
from exports.targets import target_rows, verdict_cells

TITLE = "Tổng hợp theo khóm"
TOTAL = "Toàn phường"
COVERAGE = "Đã có số liệu"
NO_KHOM = "Phường chưa có khóm nào trong kỳ này."
RATE_NOTE = "% {base}"
LEGEND = (
    "Tỷ lệ của phường tính từ tổng của các khóm, không lấy trung bình các tỷ lệ; thiếu khóm nào thì chưa công bố.",
    "“không phát sinh” tính là 0. “chưa có số liệu” và “chưa nộp” không tính là 0: gõ số vào ô đó thì bảng tính lại.",
)
SIGNATURES = ("Người lập biểu", "Người duyệt")
SIGN = "(Ký, ghi rõ họ tên)"
BETWEEN_SIGNATURES = 6
"""Empty cells between the two who sign, where there are so many: both stand on the first page."""

FIXED = (
    Column(heading=wording.NUMBER, width=6, look=Look.CENTRED),
    Column(heading=wording.KHOM, width=24, look=Look.TEXT),
)
RATE_WIDTH = 12
TOTAL_HEIGHT = 2 * LINE + 2
"""Room for "chưa đủ (3/4 khóm)" on two lines: a formula's text is not there yet when rows are fitted."""

TOTAL_LOOKS = {
    ColumnKind.COUNT: Look.TOTAL_COUNT,
    ColumnKind.MONEY: Look.TOTAL_COUNT,
    ColumnKind.DECIMAL: Look.TOTAL_DECIMAL,
    ColumnKind.YES_NO: Look.TOTAL_COUNT,
}
SHORT = 'OR(LEFT({column}${total},7)="chưa đủ",LEFT({column}${coverage},7)="chưa đủ")'


def table(data: WorkbookData) -> Table:
    """One row per khóm, the ward below, then the plan."""
    layout = lay_out(data)
    columns = FIXED + tuple(_column(column, data) for column in layout.columns)
    rows = head(data, TITLE, columns)
    if data.reports:
        rows += [
            *(body_row(cells, columns) for cells in _body(layout)),
            *_totals(layout),
            Row(),
            *target_rows(data, layout),
            Row(),
        ]
        rows += [Row((Cell(line, Look.NOTE),)) for line in LEGEND]
        rows += [Row(), *_signatures(len(columns))]
    else:
        rows.append(Row((Cell(NO_KHOM, Look.NOTE),)))
    return Table(
        columns=columns,
        rows=rows,
        heading_rows=(FIRST_HEADING, LAST_HEADING),
        frozen_columns=FIXED_COLUMNS,
        last_row=layout.total_row + 1,
        highlights=tuple(_highlights(data, layout)),
    )


def _signatures(columns: int) -> Iterator[Row]:
    """Where those sign who are responsible for a printed copy."""
    between = (None,) * min(BETWEEN_SIGNATURES, columns - len(FIXED) - 1)
    left, right = SIGNATURES
    yield Row((None, Cell(left, Look.WARD), *between, Cell(right, Look.WARD)))
    yield Row((None, Cell(SIGN, Look.NOTE), *between, Cell(SIGN, Look.NOTE)))


def _column(column: FormColumn | Rate, data: WorkbookData) -> Column:
    if isinstance(column, Rate):
        note = RATE_NOTE.format(base=column.base)
        return Column(heading=column.label, note=note, width=RATE_WIDTH, look=Look.RATE)
    return answers.column(column, [report.revision for report in data.reports if report.revision])


def _body(layout: Layout) -> Iterator[tuple[Cell, ...]]:
    for number, report in enumerate(layout.reports, start=1):
        row = FIRST_BODY_ROW + number - 1
        cells = tuple(_cell(layout, column, report, row) for column in layout.columns)
        yield Cell(number, Look.CENTRED), Cell(report.unit.name, Look.TEXT), *cells


def _cell(layout: Layout, column: FormColumn | Rate, report: UnitReport, row: int) -> Cell:
    if isinstance(column, Rate):
        text = formulas.khom_rate(layout.span(column.numerator), layout.span(column.denominator), row)
        return Cell(Formula(text, _khom_rate(column, report)), Look.RATE)
    if report.revision is None:
        return Cell(wording.NOT_SENT, Look.NOT_SENT)
    if column.kind in ADDED_UP and column.name in report.not_applicable:
        return answers.NOTHING
    return answers.cell(column, report.revision)


def _khom_rate(rate: Rate, report: UnitReport) -> str | Decimal:
    """What the khóm's rate says now: the rate, a dash, or what stands in the place of the missing count."""
    if report.revision is None:
        return wording.NOT_SENT
    share = unit_share(rate, report)
    if share.percent is not None:
        return share.percent.scaleb(-2)
    return wording.NO_RATE if share.is_complete else wording.UNKNOWN


def _totals(layout: Layout) -> Iterator[Row]:
    yield Row(
        (
            Cell("", Look.TOTAL_LABEL),
            Cell(TOTAL, Look.TOTAL_LABEL),
            *(_total(layout, column) for column in layout.columns),
        ),
        height=TOTAL_HEIGHT,
    )
    yield Row(
        (
            Cell("", Look.TOTAL_NOTE),
            Cell(COVERAGE, Look.TOTAL_NOTE),
            *(_coverage(layout, column) for column in layout.columns),
        ),
        height=TOTAL_HEIGHT,
    )


def _total(layout: Layout, column: FormColumn | Rate) -> Cell:
    if isinstance(column, Rate):
        text = formulas.ward_rate(layout.span(column.numerator), layout.span(column.denominator))
        return Cell(Formula(text, layout.shown_rate(column)), Look.TOTAL_RATE)
    if column.kind not in ADDED_UP:
        return Cell("", Look.TOTAL_LABEL)
    total = layout.totals[column.name]
    text = formulas.total(layout.span(column.name))
    return Cell(Formula(text, total.amount if total.have else wording.NO_RATE), TOTAL_LOOKS[column.kind])


def _coverage(layout: Layout, column: FormColumn | Rate) -> Cell:
    if isinstance(column, Rate) or column.kind not in ADDED_UP:
        return Cell("", Look.TOTAL_NOTE)
    total = layout.totals[column.name]
    result = total.shortfall or wording.COMPLETE.format(have=total.have, of=total.of)
    return Cell(Formula(formulas.coverage(layout.span(column.name)), result), Look.TOTAL_NOTE)


def _highlights(data: WorkbookData, layout: Layout) -> Iterator[Highlight]:
    if not data.reports or not layout.columns:
        return
    first, last = letter(FIXED_COLUMNS + 1), letter(FIXED_COLUMNS + len(layout.columns))
    total, coverage = layout.total_row, layout.total_row + 1
    yield Highlight(
        cells=f"{first}{total}:{last}{coverage}",
        formula=SHORT.format(column=first, total=total, coverage=coverage),
    )
    yield from verdict_cells(data, layout)


SUMMARY = Sheet(name="summary", title=TITLE, table=table)
