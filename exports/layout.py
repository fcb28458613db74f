"""Where the summary puts what: the form's questions in its order, each rate right after the count it is a share of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from bot.domain.consolidation import Figure, Share, Total, consolidate, share
from bot.domain.indicators import Rate
from exports import answers, wording
from exports.answers import ADDED_UP
from exports.data import ColumnKind, FormColumn, UnitReport, WorkbookData
from exports.formulas import Span
from exports.frame import FIRST_BODY_ROW
from exports.table import letter

FIXED_COLUMNS = 2
"""The running number and the khóm's name stand before the first question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The summary's columns from the third on, its rows, and what they add up to."""

    columns: tuple[FormColumn | Rate, ...]
    reports: tuple[UnitReport, ...]
    totals: dict[str, Total]

    @property
    def last_row(self) -> int:
        """The last khóm's row."""
        return FIRST_BODY_ROW + len(self.reports) - 1

    @property
    def total_row(self) -> int:
        """The row of the ward's sums and rates; under it stands how many khóms are in them."""
        return self.last_row + 1

    def letter_of(self, name: str) -> str:
        """The letter of the question's or rate's column."""
        names = [column.name for column in self.columns]
        return letter(FIXED_COLUMNS + 1 + names.index(name))

    def span(self, name: str) -> Span:
        """The question's cells over all khóms."""
        kinds = {column.name: column.kind for column in self.columns if isinstance(column, FormColumn)}
        return Span(
            column=self.letter_of(name),
            first=FIRST_BODY_ROW,
            last=self.last_row,
            answers=kinds[name] is ColumnKind.YES_NO,
        )

    def has(self, name: str) -> bool:
        """Whether there is a column of that name."""
        return any(column.name == name for column in self.columns)

    def share(self, rate: Rate) -> Share:
        """The ward's rate as it stands now."""
        return share(rate, self.totals)

    def shown_rate(self, rate: Rate) -> str | Decimal:
        """The ward's rate as a fraction, or what is said in its place."""
        now = self.share(rate)
        if not now.is_complete:
            return now.shortfall
        return wording.NO_RATE if now.percent is None else now.percent.scaleb(-2)


def lay_out(data: WorkbookData) -> Layout:
    """Place the questions that were asked and the rates that can be computed from them."""
    asked = asked_columns(data)
    counted = [column.name for column in asked if column.kind in ADDED_UP]
    figures = {report.unit.id: _figures(report, counted) for report in data.reports}
    return Layout(
        columns=tuple(_with_rates(asked, data.rates, counted)),
        reports=data.reports,
        totals=consolidate(figures, counted),
    )


def asked_columns(data: WorkbookData) -> tuple[FormColumn, ...]:
    """The questions to show: without those that no report was asked (a quarter skips the year's questions).

    Before the first report nobody knows which those are, so all are shown.
    """
    sent = [report.revision for report in data.reports if report.revision is not None]
    readable = [column for column in data.columns if data.may_see_names or not column.personal]
    return tuple(
        column for column in readable if not sent or any(answers.was_asked(column, revision) for revision in sent)
    )


def _with_rates(
    asked: tuple[FormColumn, ...], rates: tuple[Rate, ...], counted: list[str]
) -> Iterator[FormColumn | Rate]:
    for column in asked:
        yield column
        yield from (rate for rate in rates if rate.numerator == column.name and rate.denominator in counted)


def _figures(report: UnitReport, names: list[str]) -> dict[str, Figure] | None:
    if report.revision is None:
        return None
    return {name: report.figure(name) for name in names}


def unit_share(rate: Rate, report: UnitReport) -> Share:
    """One khóm's own rate."""
    names = [rate.numerator, rate.denominator]
    return share(rate, consolidate({report.unit.id: _figures(report, names)}, names))
