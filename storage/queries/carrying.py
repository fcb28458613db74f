"""Cases that are carried forward from period to period, and those that are over."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date

from sqlalchemy import bindparam, delete, or_, select

from bot.clock import local_date
from bot.domain.carrying import Closing, Link, Reason
from bot.domain.errors import Conflict
from bot.domain.people import PersonId
from bot.domain.periods import PeriodId
from bot.domain.submissions import Status, SubmissionId
from bot.domain.units import UnitId
from storage.dialects.upsert import insert
from storage.queries.base import AnyRow, Queries
from storage.queries.opened import as_submission
from storage.tables import closings, people, reporting_periods, revisions, submissions

_into = reporting_periods.alias("into")
_closed_in = reporting_periods.alias("closed_in")
_next = submissions.alias("next")
_WAS_SENT = select(revisions.c.number).where(revisions.c.submission == submissions.c.id, revisions.c.number == 1)
_GOES_ON = (
    select(_next.c.id)
    .join(revisions, revisions.c.submission == _next.c.id)
    .where(_next.c.carried_from == submissions.c.id, _next.c.status != Status.WITHDRAWN.value)
)
_LINKS = (
    select(
        submissions,
        _into.c.last_day.label("into_until"),
        _closed_in.c.last_day.label("closed_until"),
        closings.c.period.label("closed_period"),
        closings.c.reason,
        closings.c.words,
        closings.c.closed_by,
        closings.c.closed_at,
        people.c.name.label("closed_by_name"),
    )
    .outerjoin(_into, _into.c.id == submissions.c.period)
    .outerjoin(closings, closings.c.submission == submissions.c.id)
    .outerjoin(_closed_in, _closed_in.c.id == closings.c.period)
    .outerjoin(people, people.c.id == closings.c.closed_by)
    .where(
        submissions.c.unit.in_(bindparam("units", expanding=True)),
        submissions.c.family == bindparam("family"),
        submissions.c.status != Status.WITHDRAWN.value,
        _WAS_SENT.exists(),
    )
    .order_by(submissions.c.id)
)
_LAST_LINKS = _LINKS.where(
    ~_GOES_ON.exists(), or_(closings.c.submission.is_(None), _closed_in.c.last_day >= bindparam("day"))
)
_CLOSE = insert(closings).on_conflict_do_nothing().returning(closings.c.submission)
_REOPEN = delete(closings).where(closings.c.submission == bindparam("key"))


class Carrying(Queries):
    """Cases that last."""

    __slots__ = ()

    def links(self, units: Collection[UnitId], family: str) -> list[Link]:
        """All that was ever sent of the units' cases."""
        return _links(self._connection.execute(_LINKS, {"units": list(units), "family": family}))

    def last_links(self, units: Collection[UnitId], family: str, day: date) -> list[Link]:
        """What was sent last of each case, without those that were over before the period that ends on that day."""
        wanted = {"units": list(units), "family": family, "day": day}
        return _links(self._connection.execute(_LAST_LINKS, wanted))

    def close(self, id: SubmissionId, closing: Closing) -> None:
        """The case is over; Conflict("already_closed") if it is already."""
        row = {
            "submission": id,
            "period": closing.period,
            "reason": closing.reason.value,
            "words": closing.words,
            "closed_by": closing.by,
            "closed_at": closing.at,
        }
        if self._connection.execute(_CLOSE, row).scalar_one_or_none() is None:
            raise Conflict("already_closed", id=id)

    def reopen(self, id: SubmissionId) -> None:
        """The case is not over after all."""
        self._connection.execute(_REOPEN, {"key": id})


def _links(rows: Iterable[AnyRow]) -> list[Link]:
    return [
        Link(
            submission=as_submission(row),
            known_on=row.into_until or local_date(row.created_at),
            closing=None if row.reason is None else _closing(row),
        )
        for row in rows
    ]


def _closing(row: AnyRow) -> Closing:
    return Closing(
        period=PeriodId(row.closed_period),
        until=row.closed_until,
        reason=Reason(row.reason),
        words=row.words,
        by=PersonId(row.closed_by),
        by_name=row.closed_by_name,
        at=row.closed_at,
    )
