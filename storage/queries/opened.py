"""A submission opened for a turn, with all that it is filled in against, in one question to the database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import bindparam, func, or_, select

from bot.domain.errors import Missing
from bot.domain.people import PersonId
from bot.domain.periods import PeriodId, ReportingPeriod
from bot.domain.submissions import FormId, Status, Submission, SubmissionId
from bot.domain.units import UnitId
from storage.queries.base import AnyRow, Queries
from storage.queries.periods import as_period
from storage.tables import forms, reporting_periods, submissions

_PERIOD = [column for column in reporting_periods.c if column.name not in submissions.c]
"""What a period has of its own; the key stands in the submission."""
_version = forms.alias("any_version")
_IN_FORCE = (
    select(_version.c.id)
    .where(
        _version.c.family == submissions.c.family,
        _version.c.withdrawn_at.is_(None),
        or_(
            _version.c.starts_on.is_(None),
            _version.c.starts_on <= func.coalesce(reporting_periods.c.last_day, bindparam("today")),
        ),
    )
    .order_by(_version.c.version.desc())
    .limit(1)
    .scalar_subquery()
)
_OPEN = (
    select(submissions, *_PERIOD, forms.c.version, forms.c.checksum, _IN_FORCE.label("in_force"))
    .join(forms, forms.c.id == submissions.c.form)
    .outerjoin(reporting_periods, reporting_periods.c.id == submissions.c.period)
    .where(submissions.c.id == bindparam("id"))
    .with_for_update(of=submissions)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A submission with its period, and which version of its form it is filled in with."""

    submission: Submission
    period: ReportingPeriod | None
    version: int
    checksum: str
    """Of the form's source."""
    in_force: FormId | None
    """The version that is meant for its period, else for today."""


class Opening(Queries):
    """The part of Submissions that opens one for a turn."""

    __slots__ = ()

    def open(self, id: SubmissionId, today: date) -> Opened:
        """The submission, kept from other processes until the transaction ends."""
        row = self._connection.execute(_OPEN, {"id": id, "today": today}).one_or_none()
        if row is None:
            raise Missing("submission", id=id)
        return Opened(
            submission=as_submission(row),
            period=None if row.period is None else as_period(row, PeriodId(row.period)),
            version=row.version,
            checksum=row.checksum,
            in_force=None if row.in_force is None else FormId(row.in_force),
        )


def as_submission(row: AnyRow) -> Submission:
    """The submission in a row that has all its columns."""
    return Submission(
        id=SubmissionId(row.id),
        code=row.code,
        family=row.family,
        form=FormId(row.form),
        unit=UnitId(row.unit),
        period=None if row.period is None else PeriodId(row.period),
        status=Status(row.status),
        filling=row.filling,
        author=PersonId(row.author),
        holder=None if row.holder is None else PersonId(row.holder),
        held_at=row.held_at,
        created_at=row.created_at,
        updated_at=row.updated_at,
        corrected_at=row.corrected_at,
        carried_from=None if row.carried_from is None else SubmissionId(row.carried_from),
    )
