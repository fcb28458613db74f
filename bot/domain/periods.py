"""Reporting periods: which days they cover, when they open, and when a khóm and the ward must have sent.

The ward reports in the last week of the month that ends a quarter, half-year or year (plan 219/KH-BCT, part VI); the
default due day is that month's last Friday, and seven calendar days earlier for a khóm.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import NewType

from bot.domain.errors import Invalid
from bot.domain.units import UnitId

PeriodId = NewType("PeriodId", int)

FRIDAY = 4
KHOM_LEAD = timedelta(days=7)
OPENING_LEAD = timedelta(days=14)
"""A period opens two weeks before the khóm's due day unless the officer opens it earlier."""


class PeriodKind(StrEnum):
    """How long a period is."""

    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"


_MONTHS = {PeriodKind.QUARTER: 3, PeriodKind.HALF: 6, PeriodKind.YEAR: 12}
_CODES = {
    PeriodKind.QUARTER: re.compile(r"(\d{4})-?[Qq]([1-4])"),
    PeriodKind.HALF: re.compile(r"(\d{4})-?[Hh]([12])"),
    PeriodKind.YEAR: re.compile(r"(\d{4})()"),
}


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Span:
    """A quarter, half or year of the calendar; `number` counts inside the year from 1."""

    year: int
    kind: PeriodKind
    number: int = 1

    @property
    def code(self) -> str:
        """The stable name: 2020-Q4, 2020-H1, 2020."""
        letter = {
            PeriodKind.QUARTER: f"-Q{self.number}",
            PeriodKind.HALF: f"-H{self.number}",
            PeriodKind.YEAR: "",
        }
        return f"{self.year}{letter[self.kind]}"

    @property
    def first_day(self) -> date:
        """The first day that the figures cover."""
        return date(self.year, (self.number - 1) * _MONTHS[self.kind] + 1, 1)

    @property
    def last_day(self) -> date:
        """The last day that the figures cover."""
        month = self.number * _MONTHS[self.kind]
        return date(self.year, month, monthrange(self.year, month)[1])

    @property
    def ward_due(self) -> date:
        """The last Friday of the closing month."""
        return self.last_day - timedelta(days=(self.last_day.weekday() - FRIDAY) % 7)

    @property
    def khom_due(self) -> date:
        """Seven calendar days before the ward's own due day."""
        return self.ward_due - KHOM_LEAD

    @property
    def opens(self) -> date:
        """The day from which it is offered."""
        return self.khom_due - OPENING_LEAD

    @property
    def closing_months(self) -> Span:
        """The quarter with which it ends: a half-year and a year end with one."""
        return Span.around(self.last_day, PeriodKind.QUARTER)

    @property
    def before(self) -> Span:
        """The span of the same kind that ended the day before this one begins."""
        return Span.around(self.first_day - timedelta(days=1), self.kind)

    @classmethod
    def parse(cls, code: str) -> Span:
        """The span of a code such as 2020-Q4, 2020-H1 or 2020; Invalid("period_code") otherwise."""
        for kind, pattern in _CODES.items():
            if found := pattern.fullmatch(code.strip()):
                return cls(year=int(found[1]), kind=kind, number=int(found[2] or 1))
        raise Invalid("period_code", code=code)

    @classmethod
    def around(cls, day: date, kind: PeriodKind) -> Span:
        """The span of that kind in which the day lies."""
        return cls(year=day.year, kind=kind, number=(day.month - 1) // _MONTHS[kind] + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportingPeriod:
    """A span that a ward has opened, with the dates in force (the officer may have moved them)."""

    id: PeriodId
    ward: UnitId
    span: Span
    opens_on: date
    khom_due_on: date
    ward_due_on: date
    closed: bool = False

    @property
    def code(self) -> str:
        """The stable name of its span."""
        return self.span.code
