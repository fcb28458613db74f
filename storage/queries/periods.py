"""Reporting periods of wards."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import bindparam, select, update

from bot.domain.errors import Conflict, Missing
from bot.domain.people import PersonId
from bot.domain.periods import PeriodId, PeriodKind, ReportingPeriod, Span
from bot.domain.units import UnitId
from storage.dialects.upsert import insert
from storage.queries.base import AnyRow, Queries
from storage.tables import reporting_periods as periods

_ALL = select(periods)
_OPEN = insert(periods).on_conflict_do_nothing().returning(periods)
_GET = _ALL.where(periods.c.id == bindparam("id"))
_OF_WARD = _ALL.where(periods.c.ward == bindparam("ward"))
_NEWEST_FIRST = _OF_WARD.order_by(periods.c.last_day.desc(), periods.c.id.desc())
_BY_CODE = _OF_WARD.where(periods.c.code == bindparam("code"))
_OPEN_ON = _OF_WARD.where(periods.c.closed_at.is_(None), periods.c.opens_on <= bindparam("day")).order_by(
    periods.c.khom_due_on, periods.c.id
)
_CLOSE = update(periods).where(periods.c.id == bindparam("key"), periods.c.closed_at.is_(None))


class Periods(Queries):
    """Reporting periods."""

    __slots__ = ()

    def open(  # noqa: PLR0917 - one column each, in the order of the table
        self,
        ward: UnitId,
        span: Span,
        opens_on: date,
        khom_due_on: date,
        ward_due_on: date,
        by: PersonId | None,
        at: datetime,
    ) -> ReportingPeriod:
        """Open a span for a ward; Conflict("period_open") if it was opened before."""
        row = {
            "ward": ward,
            "code": span.code,
            "year": span.year,
            "kind": span.kind.value,
            "number": span.number,
            "first_day": span.first_day,
            "last_day": span.last_day,
            "opens_on": opens_on,
            "khom_due_on": khom_due_on,
            "ward_due_on": ward_due_on,
            "opened_by": by,
            "opened_at": at,
        }
        opened = self._connection.execute(_OPEN, row).one_or_none()
        if opened is None:
            raise Conflict("period_open", code=span.code)
        return _period(opened)

    def get(self, id: PeriodId) -> ReportingPeriod:
        """The period of that id."""
        row = self._connection.execute(_GET, {"id": id}).one_or_none()
        if row is None:
            raise Missing("period", id=id)
        return _period(row)

    def by_code(self, ward: UnitId, code: str) -> ReportingPeriod | None:
        """The ward's period of that code."""
        row = self._connection.execute(_BY_CODE, {"ward": ward, "code": code}).one_or_none()
        return None if row is None else _period(row)

    def of_ward(self, ward: UnitId) -> list[ReportingPeriod]:
        """All periods of the ward, newest first."""
        return [_period(row) for row in self._connection.execute(_NEWEST_FIRST, {"ward": ward})]

    def open_on(self, ward: UnitId, day: date) -> list[ReportingPeriod]:
        """The periods to be filled in on that day, the most urgent first."""
        return [_period(row) for row in self._connection.execute(_OPEN_ON, {"ward": ward, "day": day})]

    def close(self, id: PeriodId, at: datetime) -> None:
        """Nothing more is taken for it; closing twice changes nothing."""
        if not self._connection.execute(_CLOSE, {"key": id, "closed_at": at}).rowcount:
            self.get(id)


def _period(row: AnyRow) -> ReportingPeriod:
    return as_period(row, PeriodId(row.id))


def as_period(row: AnyRow, id: PeriodId) -> ReportingPeriod:
    """The period in a row that has its columns, except perhaps the key."""
    return ReportingPeriod(
        id=id,
        ward=UnitId(row.ward),
        span=Span(year=row.year, kind=PeriodKind(row.kind), number=row.number),
        opens_on=row.opens_on,
        khom_due_on=row.khom_due_on,
        ward_due_on=row.ward_due_on,
        closed=row.closed_at is not None,
    )
