"""The khóm's word on what the ward entered for it: right, or wrong; without one it stands as not confirmed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from bot.actions import filling as acts
from bot.actions.entering import lines_of
from bot.actions.filling import Interview
from bot.domain.access import Permission, units_where
from bot.domain.entrustments import Entrusted, Line
from bot.domain.people import Person
from bot.domain.submissions import SubmissionId
from forms import entrusting as engine
from storage.transaction import Transaction

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What the khóm was asked in one message and has not answered: is this right?"""

    interview: Interview
    moment: int
    """Which message, by its time in microseconds."""
    lines: Sequence[Line]


def moment_of(at: datetime) -> int:
    """A time as a number that a button can carry."""
    return (at - _EPOCH) // timedelta(microseconds=1)


def pending(tx: Transaction, person: Person) -> list[tuple[SubmissionId, int]]:
    """Which messages wait for the word of the person's units, the oldest first: the submission, and the moment."""
    units = [unit.id for unit in units_where(person, Permission.FILL)]
    told = [one for one in (tx.entrustments.open_of_units(units) if units else ()) if one.told_at is not None]
    states = {id: tx.submissions.get(id).filling for id in {one.submission for one in told}}
    found = [
        (one.submission, moment_of(one.told_at))
        for one in told
        if one.told_at is not None
        and one.standing(engine.value_at(states[one.submission], one.key)) is Entrusted.ENTERED
    ]
    return sorted(dict.fromkeys(found), key=lambda each: each[1])


def open_question(tx: Transaction, person: Person, submission: SubmissionId, moment: int, at: datetime) -> Question:
    """What is still to be confirmed of that message; Refused for anybody but the khóm's own people."""
    interview = acts.open_interview(tx, person, submission, at)
    lines = [line for line in lines_of(tx, interview) if _is_asked(line, moment)]
    return Question(interview=interview, moment=moment, lines=lines)


def confirm(tx: Transaction, person: Person, question: Question, at: datetime) -> None:
    """All of it is right."""
    _settle(tx, person, question, lines=question.lines, state=Entrusted.CONFIRMED, at=at)


def dispute(tx: Transaction, person: Person, question: Question, line: Line, at: datetime) -> None:
    """This one is wrong."""
    _settle(tx, person, question, lines=[line], state=Entrusted.DISPUTED, at=at)


def _is_asked(line: Line, moment: int) -> bool:
    told = line.entrustment.told_at
    return line.state is Entrusted.ENTERED and told is not None and moment_of(told) == moment


def _settle(
    tx: Transaction, person: Person, question: Question, *, lines: Sequence[Line], state: Entrusted, at: datetime
) -> None:
    submission = question.interview.submission.id
    for line in lines:
        tx.entrustments.settle(submission, line.entrustment.key, state, person.id, at)
        detail = {"question": line.entrustment.question, "by": line.entrustment.entered_by}
        tx.audit.record(at, person.id, f"entry_{state.value}", f"submission:{submission}", detail)
