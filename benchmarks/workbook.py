"""Time of a workbook of 216,000 cells against openpyxl's bare time for the same cells: at most 1.5 times is allowed.

Run with: python -m benchmarks.workbook
"""

from __future__ import annotations

import io
import platform
import statistics
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from time import perf_counter

import openpyxl

from bot.domain.people import PersonId
from bot.domain.periods import PeriodId, ReportingPeriod, Span
from bot.domain.submissions import FormId, Revision, Status, SubmissionId
from bot.domain.units import Level, Unit, UnitId
from exports.data import ColumnKind, FiledRecord, FormColumn, Records, UnitReport, WorkbookData
from exports.sheets.hardship import HARDSHIP
from exports.sheets.summary import SUMMARY
from exports.workbook import build

KHOMS, QUESTIONS = 300, 718
RECORDS, FIELDS = 13_500, 12
"""Both sheets come to 216,000 cells: 300 rows of 718 + 2, and 13,500 of 12 + 4."""

ROUNDS = 5
ALLOWED = 1.5
MADE_AT = datetime(2020, 12, 20, tzinfo=UTC)
KINDS = (ColumnKind.COUNT, ColumnKind.TEXT, ColumnKind.MONEY)


def main() -> None:
    """Measure both shapes of sheet and print a line for each."""
    print(f"Python {platform.python_version()}, openpyxl {openpyxl.__version__}, best and median of {ROUNDS} rounds")
    for label, data, sheet in (
        ("one row per khóm", summary_data(), SUMMARY),
        ("one row per record", records_data(), HARDSHIP),
    ):
        values = [[cell and _plain(cell.value) for cell in row.cells] for row in sheet.table(data).rows]
        bare, ours = measure(partial(write_bare, values), partial(build, data, (sheet,)))
        ratio = statistics.median(ours) / statistics.median(bare)
        print(
            f"{label}: {sum(map(len, values)):,} cells; openpyxl {min(bare):.2f} s, {statistics.median(bare):.2f} s; "
            f"workbook {min(ours):.2f} s, {statistics.median(ours):.2f} s; {ratio:.2f} times (allowed {ALLOWED})"
        )


def measure(*works: Callable[[], object]) -> list[list[float]]:
    """The seconds of each work in each round; the works take turns, so that a busy moment hits all of them."""
    seconds: list[list[float]] = [[] for _ in works]
    for _ in range(ROUNDS):
        for times, work in zip(seconds, works, strict=True):
            start = perf_counter()
            work()
            times.append(perf_counter() - start)
    return seconds


def write_bare(values: list[list[object]]) -> None:
    """The same values by openpyxl alone, in its fastest mode: no styles, no headings, no results of formulas."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("bare")
    for row in values:
        sheet.append(row)
    book.save(io.BytesIO())


def _plain(value: object) -> object:
    return f"={value.text}" if hasattr(value, "text") else value


def summary_data() -> WorkbookData:
    """300 khóms and as many questions as it takes."""
    columns = tuple(FormColumn(name=f"q{n}", label=f"Chỉ tiêu số {n}", unit="hộ") for n in range(QUESTIONS))
    reports = tuple(
        UnitReport(
            unit=khom(number),
            status=Status.SUBMITTED,
            revision=revision(number, {column.name: str(number * n) for n, column in enumerate(columns)}),
        )
        for number in range(1, KHOMS + 1)
    )
    return replace(empty_data(), reports=reports, columns=columns)


def records_data() -> WorkbookData:
    """As many records as it takes, of numbers and of short texts."""
    columns = tuple(FormColumn(name=f"q{n}", label=f"Câu {n}", kind=KINDS[n % len(KINDS)]) for n in range(FIELDS))
    answers = {column.name: "123" if column.kind is not ColumnKind.TEXT else "Nhà dột nát" for column in columns}
    filed = tuple(
        FiledRecord(unit=khom(number % KHOMS + 1), code=f"KK-K1-2020-{number}", revision=revision(number, answers))
        for number in range(RECORDS)
    )
    return replace(empty_data(), hardship=Records(columns=columns, filed=filed))


def empty_data() -> WorkbookData:
    """A ward and a period, and nothing else."""
    span = Span.parse("2020-Q4")
    period = ReportingPeriod(
        id=PeriodId(1),
        ward=UnitId(1000),
        span=span,
        opens_on=span.opens,
        khom_due_on=span.khom_due,
        ward_due_on=span.ward_due,
    )
    ward = replace(khom(1000), level=Level.WARD, parent=None)
    return WorkbookData(ward=ward, period=period, made_at=MADE_AT, made_by="Hoa", reports=(), columns=())


def khom(number: int) -> Unit:
    """One khóm."""
    return Unit(
        id=UnitId(number),
        code=f"K{number}",
        name=f"Khóm {number}",
        level=Level.KHOM,
        parent=UnitId(1000),
        valid_from=date(2000, 1, 1),
    )


def revision(submission: int, values: dict[str, str]) -> Revision:
    """One sending."""
    return Revision(
        submission=SubmissionId(submission),
        number=1,
        form=FormId(1),
        values=values,
        empties={},
        sent_by=PersonId(1),
        sent_by_name="Lan",
        sent_at=MADE_AT,
    )


if __name__ == "__main__":
    main()
