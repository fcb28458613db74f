"""Opening reporting periods, and what is due to whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from bot.clock import local_date
from bot.domain.access import Permission, require, units_where
from bot.domain.people import Person
from bot.domain.periods import PeriodId, PeriodKind, ReportingPeriod, Span
from bot.domain.submissions import Submission
from bot.domain.units import Unit
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """One report that a unit owes for an open period, as far as it has come."""

    unit: Unit
    period: ReportingPeriod
    family: str
    submission: Submission | None


def open_period(tx: Transaction, *, by: Person | None, ward: Unit, span: Span, at: datetime) -> ReportingPeriod:
    """Open a period of the ward with the dates of the rule, from today on; Conflict("period_open") if it is open.

    `by` is None for the operator at the console.
    """
    if by is not None:
        require(by, Permission.OPEN_PERIODS, ward)
    author = by.id if by else None
    first = min(span.opens, local_date(at))
    period = tx.periods.open(ward.id, span, first, span.khom_due, span.ward_due, author, at)
    tx.audit.record(at, author, "period_opened", f"period:{period.id}", {"code": span.code, "ward": ward.id})
    return period


def close_period(tx: Transaction, *, by: Person | None, period: ReportingPeriod, at: datetime) -> None:
    """Close a period: nothing more can be sent for it."""
    if by is not None:
        require(by, Permission.OPEN_PERIODS, tx.units.get(period.ward))
    tx.periods.close(period.id, at)
    tx.audit.record(at, by.id if by else None, "period_closed", f"period:{period.id}", {"code": period.code})


def due_for(tx: Transaction, person: Person, day: date) -> list[Due]:
    """What the units of the person owe on that day, the earliest due date first, of one day the shortest."""
    dues = [
        due
        for unit in units_where(person, Permission.FILL)
        if unit.parent is not None
        for period in tx.periods.open_on(unit.parent, day)
        for due in _owed(tx, unit, period)
    ]
    return sorted(dues, key=lambda due: (due.period.khom_due_on, -due.period.span.first_day.toordinal()))


def reports_for(tx: Transaction, person: Person, most: int) -> list[Due]:
    """What the units of the person owed for the periods opened last, the newest first, closed ones too."""
    return [
        due
        for unit in units_where(person, Permission.FILL)
        if unit.parent is not None
        for period in tx.periods.of_ward(unit.parent)[:most]
        for due in _owed(tx, unit, period)
    ]


def _owed(tx: Transaction, unit: Unit, period: ReportingPeriod) -> list[Due]:
    """What the unit owes for the period, as far as it has come."""
    return [
        Due(unit=unit, period=period, family=family, submission=tx.submissions.live(family, unit.id, period.id))
        for family in tx.forms.assigned(unit.level, period.span.kind)
    ]


def opened(tx: Transaction, ward: Unit) -> list[ReportingPeriod]:
    """The periods that the ward has opened, the newest first, closed ones too."""
    return tx.periods.of_ward(ward.id)


def openable(tx: Transaction, ward: Unit, day: date) -> list[Span]:
    """The spans around a day, and the ones before, that the ward has not opened yet."""
    opened = {period.code for period in tx.periods.of_ward(ward.id)}
    spans = [span for kind in PeriodKind for span in (Span.around(day, kind), Span.around(day, kind).before)]
    return [span for span in spans if span.code not in opened]


def get(tx: Transaction, period: PeriodId) -> ReportingPeriod:
    """The period; Missing otherwise."""
    return tx.periods.get(period)
