"""The plan's targets under the summary: what was promised, what was reached, and whether that is enough (rule R32)."""

from __future__ import annotations

from collections.abc import Iterator

from bot.domain.consolidation import judge
from bot.domain.indicators import TITLES, Rate, Verdict, in_force
from bot.domain.targets import Target
from exports import formulas, wording
from exports.data import ColumnKind, FormColumn, WorkbookData
from exports.frame import LINE, lines
from exports.layout import Layout
from exports.table import Cell, Formula, Highlight, Look, Row

HEADINGS = ("Chỉ tiêu của kế hoạch", "Kế hoạch", "Kết quả", "Đánh giá", "Căn cứ")
LABEL_WIDTH = 24
"""The khóm column's width, in which the labels stand."""

VERDICTS = {Verdict.REACHED: "đạt", Verdict.NOT_REACHED: "chưa đạt", Verdict.OPEN: "chưa đánh giá được"}
RATE_LABEL = "{label} {base}"
COUNT_PLAN = "{amount:02}/{out_of:02} {unit}"
COUNT_RESULT = "{reached:02}/{of:02} khóm"
NOT_REACHED = '{cell}="chưa đạt"'

NOT_COUNTED = (Cell(wording.UNKNOWN, Look.UNKNOWN), Cell(VERDICTS[Verdict.OPEN], Look.CENTRED))
"""What stands beside a target that no question of the report counts."""

PLAN, RESULT, VERDICT = "C", "D", "E"
"""The columns that the block borrows from the table above it; its label stands in B."""


def target_rows(data: WorkbookData, layout: Layout) -> Iterator[Row]:
    """The headings and one row per target in force on the period's last day; nothing where there is no plan."""
    targets = in_force(data.targets, data.period.span.last_day)
    if not targets:
        return
    yield Row((None, *(Cell(heading, Look.HEADING) for heading in HEADINGS)), height=LINE + 6)
    for number, target in enumerate(targets):
        yield _row(data, layout, target, _first_row(layout) + number)


def verdict_cells(data: WorkbookData, layout: Layout) -> Iterator[Highlight]:
    """The verdicts stand out where the target is not reached."""
    targets = in_force(data.targets, data.period.span.last_day)
    if targets:
        first = _first_row(layout)
        yield Highlight(
            cells=f"{VERDICT}{first}:{VERDICT}{first + len(targets) - 1}",
            formula=NOT_REACHED.format(cell=f"{VERDICT}{first}"),
        )


def _first_row(layout: Layout) -> int:
    """Below the totals' two rows, an empty one and the block's headings."""
    return layout.total_row + 4


def _row(data: WorkbookData, layout: Layout, target: Target, row: int) -> Row:
    rate = next((rate for rate in data.rates if rate.name == target.indicator), None)
    label, *cells = _counted_row(layout, target) if rate is None else _rate_row(layout, target, rate, row)
    return Row(
        (None, label, *cells, Cell(target.source, Look.NOTE)),
        height=LINE * max(2, lines(str(label.value), LABEL_WIDTH)) + 2,
    )


def _rate_row(layout: Layout, target: Target, rate: Rate, row: int) -> tuple[Cell, ...]:
    label = Cell(RATE_LABEL.format(label=rate.label, base=rate.base), Look.TEXT)
    plan = Cell(target.amount.scaleb(-2), Look.RATE)
    return label, plan, *(_rate_cells(layout, target, rate, row) if layout.has(rate.name) else NOT_COUNTED)


def _counted_row(layout: Layout, target: Target) -> tuple[Cell, ...]:
    label, unit = _counted(layout, target)
    plan = COUNT_PLAN.format(amount=int(target.amount), out_of=int(target.out_of or 0), unit=unit)
    cells = _count_cells(layout, target) if _is_counted(layout, target.indicator) else NOT_COUNTED
    return Cell(label, Look.TEXT), Cell(plan, Look.CENTRED), *cells


def _rate_cells(layout: Layout, target: Target, rate: Rate, row: int) -> tuple[Cell, Cell]:
    part, whole = layout.span(rate.numerator), layout.span(rate.denominator)
    verdict = formulas.rate_verdict(part, whole, plan=f"{PLAN}{row}", result=f"{RESULT}{row}")
    return (
        Cell(Formula(f"{layout.letter_of(rate.name)}{layout.total_row}", layout.shown_rate(rate)), Look.RATE),
        Cell(Formula(verdict, VERDICTS[judge(target, layout.share(rate))]), Look.CENTRED),
    )


def _count_cells(layout: Layout, target: Target) -> tuple[Cell, Cell]:
    span, total = layout.span(target.indicator), layout.totals[target.indicator]
    said = COUNT_RESULT.format(reached=int(total.amount), of=total.of) if total.have else wording.UNKNOWN
    verdict = formulas.count_verdict(span, plan=int(target.amount))
    return (
        Cell(Formula(formulas.khom_count(span), said), Look.CENTRED),
        Cell(Formula(verdict, VERDICTS[judge(target, total)]), Look.CENTRED),
    )


def _is_counted(layout: Layout, name: str) -> bool:
    return any(
        isinstance(column, FormColumn) and column.name == name and column.kind is ColumnKind.YES_NO
        for column in layout.columns
    )


def _counted(layout: Layout, target: Target) -> tuple[str, str]:
    """The label and unit of something counted: a title, or a question of the report."""
    for title in TITLES:
        if title.name == target.indicator:
            return title.label, title.unit
    for column in layout.columns:
        if isinstance(column, FormColumn) and column.name == target.indicator:
            return column.label, wording.KHOM.lower()
    return target.indicator, wording.KHOM.lower()
