"""What is being filled in: one submission per form family, unit and period, and a revision per sending."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime, timedelta

from sqlalchemy import and_, bindparam, func, or_, select, update

from bot.clock import VIETNAM
from bot.domain.errors import Conflict, Missing
from bot.domain.people import PersonId
from bot.domain.periods import PeriodId
from bot.domain.submissions import FillingState, FormId, Status, Submission, SubmissionId
from bot.domain.units import UnitId
from storage.dialects.upsert import insert
from storage.queries.base import AnyRow
from storage.queries.opened import Opening, as_submission
from storage.queries.revisions import Revisions
from storage.tables import revisions, submissions

_ALL = select(submissions)
_KEPT = submissions.c.status != Status.WITHDRAWN.value
_NEWEST_FIRST = (submissions.c.updated_at.desc(), submissions.c.id.desc())

_START = insert(submissions).on_conflict_do_nothing().returning(submissions.c.id)
_GET = _ALL.where(submissions.c.id == bindparam("id"))
_LIVE = _ALL.where(
    submissions.c.family == bindparam("family"),
    submissions.c.unit == bindparam("unit"),
    submissions.c.period == bindparam("period"),
    submissions.c.carried_from.is_(None),
    _KEPT,
)
_TOUCHED_SINCE_SENT = ~(
    select(revisions.c.number)
    .where(revisions.c.submission == submissions.c.id, revisions.c.sent_at >= submissions.c.updated_at)
    .exists()
)
_DRAFTS = _ALL.where(
    submissions.c.unit == bindparam("unit"),
    or_(
        submissions.c.status.in_([Status.DRAFT.value, Status.RETURNED.value]),
        and_(submissions.c.status == Status.SUBMITTED.value, _TOUCHED_SINCE_SENT),
    ),
).order_by(*_NEWEST_FIRST)
_OF_UNIT = _ALL.where(submissions.c.unit == bindparam("unit"), _KEPT).order_by(*_NEWEST_FIRST).limit(bindparam("limit"))
_OF_PERIOD = _ALL.where(
    submissions.c.period == bindparam("period"), submissions.c.family == bindparam("family"), _KEPT
).order_by(submissions.c.id)
_OF_FAMILY = _ALL.where(
    submissions.c.unit.in_(bindparam("units", expanding=True)), submissions.c.family == bindparam("family"), _KEPT
).order_by(submissions.c.id)
_CHANGE = update(submissions).where(submissions.c.id == bindparam("key"))
_WITHDRAW = _CHANGE.where(submissions.c.status == Status.DRAFT.value)
_STARTED_IN_YEAR = (
    select(func.count())
    .select_from(submissions)
    .where(
        submissions.c.unit == bindparam("unit"),
        submissions.c.family == bindparam("family"),
        submissions.c.created_at >= bindparam("start"),
        submissions.c.created_at < bindparam("end"),
    )
)

_LET_GO_ALL = (
    update(submissions)
    .where(submissions.c.unit == bindparam("of_unit"), submissions.c.holder == bindparam("whom"))
    .values(holder=None)
)


class Submissions(Revisions, Opening):
    """What is filled in. The sendings are inherited from Revisions, what a turn begins with from Opening."""

    __slots__ = ()

    def start(  # noqa: PLR0917 - one column each, in the order of the table
        self,
        family: str,
        form: FormId,
        unit: UnitId,
        period: PeriodId | None,
        code: str,
        filling: FillingState,
        author: PersonId,
        at: datetime,
        *,
        carried_from: SubmissionId | None = None,
    ) -> Submission:
        """A new draft; Conflict("already_started") if the unit has one for that family and period, or of that code.

        A case that is `carried_from` an earlier period goes on once.
        """
        row = {
            "code": code,
            "family": family,
            "form": form,
            "unit": unit,
            "period": period,
            "status": Status.DRAFT.value,
            "filling": dict(filling),
            "author": author,
            "created_at": at,
            "updated_at": at,
            "holder": author,
            "held_at": at,
            "carried_from": carried_from,
        }
        id = self._connection.execute(_START, row).scalar_one_or_none()
        if id is None:
            raise Conflict("already_started", code=code)
        return self.get(SubmissionId(id))

    def get(self, id: SubmissionId) -> Submission:
        """The submission of that id."""
        row = self._connection.execute(_GET, {"id": id}).one_or_none()
        if row is None:
            raise Missing("submission", id=id)
        return as_submission(row)

    def live(self, family: str, unit: UnitId, period: PeriodId) -> Submission | None:
        """The one that the unit has for that family and period."""
        wanted = {"family": family, "unit": unit, "period": period}
        row = self._connection.execute(_LIVE, wanted).one_or_none()
        return None if row is None else as_submission(row)

    def drafts(self, unit: UnitId) -> list[Submission]:
        """What the unit still has to finish or to correct, or has begun to correct; the one touched last first."""
        return _submissions(self._connection.execute(_DRAFTS, {"unit": unit}))

    def of_unit(self, unit: UnitId, limit: int) -> list[Submission]:
        """What the unit touched last, first; nothing withdrawn."""
        return _submissions(self._connection.execute(_OF_UNIT, {"unit": unit, "limit": limit}))

    def of_period(self, period: PeriodId, family: str) -> list[Submission]:
        """All units' submissions of the family for the period; nothing withdrawn."""
        return _submissions(self._connection.execute(_OF_PERIOD, {"period": period, "family": family}))

    def of_family(self, units: Collection[UnitId], family: str) -> list[Submission]:
        """All submissions of the family by those units, oldest first; nothing withdrawn."""
        return _submissions(self._connection.execute(_OF_FAMILY, {"units": list(units), "family": family}))

    def save_filling(self, id: SubmissionId, filling: FillingState, author: PersonId, at: datetime) -> None:
        """Keep what was filled in so far; `author` fills it in, and holds it."""
        self._change(id, filling=dict(filling), author=author, updated_at=at, holder=author, held_at=at)

    def enter(self, id: SubmissionId, filling: FillingState, at: datetime) -> None:
        """Keep an answer that was entered for whoever fills it in, and goes on holding it."""
        self._change(id, filling=dict(filling), updated_at=at)

    def hold(self, id: SubmissionId, holder: PersonId, at: datetime) -> None:
        """From now on that person alone writes in it."""
        self._change(id, author=holder, holder=holder, held_at=at)

    def let_go(self, id: SubmissionId) -> None:
        """Nobody writes in it until somebody opens it; who held it last stays its author."""
        self._change(id, holder=None)

    def let_go_all(self, unit: UnitId, holder: PersonId) -> None:
        """Nobody writes in what that person holds of the unit, until somebody opens it."""
        self._connection.execute(_LET_GO_ALL, {"of_unit": unit, "whom": holder})

    def begin_correction(self, id: SubmissionId, at: datetime) -> None:
        """What was sent is being changed; the next sending ends that."""
        self._change(id, corrected_at=at)

    def move(self, id: SubmissionId, form: FormId, filling: FillingState, at: datetime) -> None:
        """Go on with it on another version of its form."""
        self._change(id, form=form, filling=dict(filling), updated_at=at)

    def set_status(self, id: SubmissionId, status: Status, at: datetime) -> None:
        """Move it on in its life."""
        self._change(id, status=status.value, updated_at=at)

    def withdraw(self, id: SubmissionId, at: datetime) -> None:
        """Give up a draft and forget what was filled in; Conflict("already_sent") for anything that was ever sent."""
        row = {"key": id, "status": Status.WITHDRAWN.value, "filling": {}, "updated_at": at}
        if not self._connection.execute(_WITHDRAW, row).rowcount and self.get(id).status != Status.WITHDRAWN:
            raise Conflict("already_sent", id=id)

    def next_number(self, unit: UnitId, family: str, year: int) -> int:
        """The running number for a code such as KK-K1-2020-003; nobody else gets it until the transaction ends."""
        self._locks.name(self._connection, "number", str(unit), family, str(year))
        days = _between(date(year, 1, 1), date(year, 12, 31))
        counted = self._connection.execute(_STARTED_IN_YEAR, {"unit": unit, "family": family, **days})
        return int(counted.scalar_one()) + 1

    def _change(self, id: SubmissionId, **columns: object) -> None:
        if not self._connection.execute(_CHANGE, {"key": id, **columns}).rowcount:
            raise Missing("submission", id=id)


def _between(first_day: date, last_day: date) -> dict[str, datetime]:
    """The moments at which those days begin and are over, as people in Vietnam count days."""
    midnight = datetime.min.time()
    return {
        "start": datetime.combine(first_day, midnight, VIETNAM),
        "end": datetime.combine(last_day + timedelta(days=1), midnight, VIETNAM),
    }


def _submissions(rows: Iterable[AnyRow]) -> list[Submission]:
    return [as_submission(row) for row in rows]
