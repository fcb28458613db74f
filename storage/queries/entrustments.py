"""The answers that a khóm left to the ward, from the asking to the khóm's word on what was entered."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import bindparam, delete, func, select, update

from bot.domain.entrustments import Entrusted, Entrustment, Value
from bot.domain.people import PersonId
from bot.domain.submissions import Empty, Status, Submission, SubmissionId
from bot.domain.units import UnitId
from storage.dialects.upsert import insert
from storage.queries.base import AnyRow, Queries
from storage.queries.opened import as_submission
from storage.tables import enclosures, entrustments, people, submissions, units

_OPEN = (Entrusted.ASKED, Entrusted.ENTERED, Entrusted.DISPUTED)
_IS_OPEN = entrustments.c.state.in_([state.value for state in _OPEN])
_ASK_ROW = insert(entrustments)
_ASK = _ASK_ROW.on_conflict_do_update(
    index_elements=[entrustments.c.submission, entrustments.c.key],
    set_={
        column.name: _ASK_ROW.excluded[column.name]
        for column in entrustments.c
        if column.name not in {"submission", "key"}
    },
)
_ALL = (
    select(entrustments, people.c.name.label("entered_by_name"))
    .outerjoin(people, people.c.id == entrustments.c.entered_by)
    .order_by(entrustments.c.submission, entrustments.c.asked_at, entrustments.c.key)
)
_OF = _ALL.where(entrustments.c.submission.in_(bindparam("submissions", expanding=True)))
_OPEN_OF_UNITS = _ALL.join(submissions, submissions.c.id == entrustments.c.submission).where(
    _IS_OPEN,
    submissions.c.unit.in_(bindparam("units", expanding=True)),
    submissions.c.status != Status.WITHDRAWN.value,
)
_CHANGE = update(entrustments).where(
    entrustments.c.submission == bindparam("of"), entrustments.c.key == bindparam("question_key")
)
_FORGET = delete(entrustments).where(entrustments.c.submission == bindparam("of"))
_IN_WARD = (
    select(submissions)
    .join(units, units.c.id == submissions.c.unit)
    .where(
        submissions.c.id.in_(
            select(entrustments.c.submission)
            .where(_IS_OPEN)
            .union(select(enclosures.c.submission).where(enclosures.c.seen_at.is_(None)))
        ),
        units.c.parent == bindparam("ward"),
        submissions.c.status != Status.WITHDRAWN.value,
    )
    .order_by(units.c.position, submissions.c.id)
)
_UNSEEN = (
    select(enclosures.c.submission, func.count().label("files"))
    .where(enclosures.c.seen_at.is_(None), enclosures.c.submission.in_(bindparam("submissions", expanding=True)))
    .group_by(enclosures.c.submission)
)


class Entrustments(Queries):
    """Answers that were left to the ward."""

    __slots__ = ()

    def ask(self, submission: SubmissionId, key: str, question: str, by: PersonId, at: datetime) -> None:
        """The answer is left to the ward, from now on; what was entered for it before is forgotten here."""
        row = {
            "submission": submission,
            "key": key,
            "question": question,
            "state": Entrusted.ASKED.value,
            "asked_by": by,
            "asked_at": at,
            "entered_by": None,
            "entered_at": None,
            "value": "",
            "empty": "",
            "source": "",
            "told_at": None,
            "settled_by": None,
            "settled_at": None,
        }
        self._connection.execute(_ASK, row)

    def enter(
        self, submission: SubmissionId, key: str, value: Value, *, source: str, by: PersonId, at: datetime
    ) -> None:
        """The ward has entered it; what the khóm said to an earlier entry does not hold for this one."""
        self._change(
            submission,
            key,
            state=Entrusted.ENTERED.value,
            entered_by=by,
            entered_at=at,
            value=value.text,
            empty=value.empty.value if value.empty else "",
            source=source,
            told_at=None,
            settled_by=None,
            settled_at=None,
        )

    def tell(self, submission: SubmissionId, keys: Collection[str], at: datetime) -> None:
        """The khóm is asked about these entries together, in the message of that moment."""
        for key in keys:
            self._change(submission, key, told_at=at)

    def settle(self, submission: SubmissionId, key: str, state: Entrusted, by: PersonId, at: datetime) -> None:
        """What the khóm said to it, or that it has answered itself."""
        self._change(submission, key, state=state.value, settled_by=by, settled_at=at)

    def of(self, *ids: SubmissionId) -> list[Entrustment]:
        """All that these submissions ever left to the ward, by submission and in the order of asking."""
        return _entrustments(self._connection.execute(_OF, {"submissions": list(ids)}))

    def open_of_units(self, ids: Collection[UnitId]) -> list[Entrustment]:
        """What is still between the units and the ward."""
        return _entrustments(self._connection.execute(_OPEN_OF_UNITS, {"units": list(ids)}))

    def in_ward(self, ward: UnitId) -> list[Submission]:
        """The submissions of a ward's khóm with an open entrustment, or with a file that nobody has opened."""
        return [as_submission(row) for row in self._connection.execute(_IN_WARD, {"ward": ward})]

    def unseen(self, ids: Collection[SubmissionId]) -> dict[SubmissionId, int]:
        """How many files of these submissions nobody of the ward has opened, where there are any."""
        rows = self._connection.execute(_UNSEEN, {"submissions": list(ids)})
        return {SubmissionId(row.submission): row.files for row in rows}

    def forget(self, submission: SubmissionId) -> None:
        """The submission was given up."""
        self._connection.execute(_FORGET, {"of": submission})

    def _change(self, submission: SubmissionId, key: str, **columns: object) -> None:
        self._connection.execute(_CHANGE, {"of": submission, "question_key": key, **columns})


def _entrustments(rows: Iterable[AnyRow]) -> list[Entrustment]:
    return [
        Entrustment(
            submission=SubmissionId(row.submission),
            key=row.key,
            question=row.question,
            state=Entrusted(row.state),
            asked_by=PersonId(row.asked_by),
            asked_at=row.asked_at,
            entered_by=None if row.entered_by is None else PersonId(row.entered_by),
            entered_by_name=row.entered_by_name or "",
            entered_at=row.entered_at,
            entered=_value(row) if row.entered_at else None,
            source=row.source,
            told_at=row.told_at,
            settled_by=None if row.settled_by is None else PersonId(row.settled_by),
            settled_at=row.settled_at,
        )
        for row in rows
    ]


def _value(row: AnyRow) -> Value:
    return Value(text=row.value, empty=Empty(row.empty) if row.empty else None)
