"""The sendings of submissions; a revision is written once and never changed."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import and_, bindparam, func, insert, or_, select, update

from bot.domain.people import PersonId
from bot.domain.periods import PeriodKind, Span
from bot.domain.submissions import (
    NOTHING_CONFIRMED,
    Confirmed,
    Empty,
    FormId,
    Revision,
    Status,
    SubmissionId,
    Values,
)
from bot.domain.units import UnitId
from storage.queries.base import AnyRow, Queries
from storage.tables import forms, people, reporting_periods, revisions, submissions

_ALL = select(revisions, people.c.name.label("sent_by_name")).join(people, people.c.id == revisions.c.sent_by)
_OF = _ALL.where(revisions.c.submission == bindparam("id")).order_by(revisions.c.number)
_later = revisions.alias("later")
_IS_LATEST = ~(
    select(_later.c.number)
    .where(_later.c.submission == revisions.c.submission, _later.c.number > revisions.c.number)
    .exists()
)
_LATEST = _ALL.where(revisions.c.submission.in_(bindparam("ids", expanding=True)), _IS_LATEST)
_LOCK = select(submissions.c.id).where(submissions.c.id == bindparam("id")).with_for_update()
_LAST_NUMBER = select(func.max(revisions.c.number)).where(revisions.c.submission == bindparam("id"))
_ADD = insert(revisions)
_IS_SENT = update(submissions).where(submissions.c.id == bindparam("key")).values(status=Status.SUBMITTED.value)
_BY_UNIT = and_(submissions.c.family == bindparam("family"), submissions.c.unit == bindparam("unit"))
_LAST_SENT = (
    _ALL.join(submissions, submissions.c.id == revisions.c.submission)
    .where(_BY_UNIT)
    .order_by(revisions.c.sent_at.desc(), revisions.c.number.desc())
    .limit(1)
)
_period = reporting_periods.c
_ENDED = or_(
    _period.last_day < bindparam("first_day"),
    and_(_period.last_day == bindparam("last_day"), _period.code != bindparam("code")),
)
_SENT_UNTIL = (
    select(revisions.c["values"], revisions.c.form, _period.year, _period.kind, _period.number)
    .add_columns(forms.c.version, forms.c.checksum)
    .join(submissions, submissions.c.id == revisions.c.submission)
    .join(reporting_periods, _period.id == submissions.c.period)
    .join(forms, forms.c.id == revisions.c.form)
    .where(_BY_UNIT, _ENDED, _IS_LATEST)
    .order_by(_period.last_day.desc(), revisions.c.sent_at.desc())
    .limit(bindparam("most"))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What a unit sent last for a period."""

    span: Span
    values: Values
    form: FormId
    version: int
    checksum: str
    """Of the form's source."""


class Revisions(Queries):
    """The part of Submissions that sends, and reads what was sent."""

    __slots__ = ()

    def send(  # noqa: PLR0917 - one column each, in the order of the table
        self,
        id: SubmissionId,
        form: FormId,
        values: Values,
        empties: Mapping[str, Empty],
        by: PersonId,
        at: datetime,
        *,
        confirmed: Mapping[str, Confirmed] = NOTHING_CONFIRMED,
    ) -> Revision:
        """Keep what is sent as the next revision; the submission is submitted from now on, and nobody holds it."""
        self._locks.rows(self._connection, _LOCK, {"id": id})
        last = self._connection.execute(_LAST_NUMBER, {"id": id}).scalar_one()
        row = {
            "submission": id,
            "number": (last or 0) + 1,
            "form": form,
            "values": dict(values),
            "empties": {name: empty.value for name, empty in empties.items()},
            "confirmed": {name: [one.found, one.reason] for name, one in confirmed.items()},
            "sent_by": by,
            "sent_at": at,
        }
        self._connection.execute(_ADD, row)
        sent = {"key": id, "form": form, "updated_at": at, "holder": None, "corrected_at": None}
        self._connection.execute(_IS_SENT, sent)
        return self.revisions(id)[-1]

    def revisions(self, id: SubmissionId) -> list[Revision]:
        """All sendings, in order."""
        return [_revision(row) for row in self._connection.execute(_OF, {"id": id})]

    def latest_revision(self, id: SubmissionId) -> Revision | None:
        """What was sent last, if anything was."""
        return self.latest_revisions([id]).get(id)

    def latest_revisions(self, ids: Collection[SubmissionId]) -> dict[SubmissionId, Revision]:
        """What was sent last, for each submission of which anything was sent."""
        found = [_revision(row) for row in self._connection.execute(_LATEST, {"ids": list(ids)})]
        return {revision.submission: revision for revision in found}

    def last_sent(self, family: str, unit: UnitId) -> Revision | None:
        """What the unit sent last in that family, for whatever period."""
        row = self._connection.execute(_LAST_SENT, {"family": family, "unit": unit}).one_or_none()
        return None if row is None else _revision(row)

    def sent_until(self, family: str, unit: UnitId, span: Span, most: int) -> list[Sent]:
        """What the unit sent last for each period that ended before the span, or ends with it; the newest end first."""
        days = {"first_day": span.first_day, "last_day": span.last_day, "code": span.code}
        found = self._connection.execute(_SENT_UNTIL, {"family": family, "unit": unit, "most": most, **days})
        return [
            Sent(
                span=Span(year=row.year, kind=PeriodKind(row.kind), number=row.number),
                values=row.values,
                form=FormId(row.form),
                version=row.version,
                checksum=row.checksum,
            )
            for row in found
        ]


def _revision(row: AnyRow) -> Revision:
    return Revision(
        submission=SubmissionId(row.submission),
        number=row.number,
        form=FormId(row.form),
        values=row.values,
        empties={name: Empty(empty) for name, empty in row.empties.items()},
        confirmed={name: Confirmed(found=found, reason=reason) for name, (found, reason) in row.confirmed.items()},
        sent_by=PersonId(row.sent_by),
        sent_by_name=row.sent_by_name,
        sent_at=row.sent_at,
    )
