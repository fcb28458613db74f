"""Filling in a form: start it, keep each answer the moment it is given, send it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.actions import forms as published
from bot.actions import surroundings as known
from bot.actions.form_media import Files
from bot.actions.periods import Due
from bot.actions.versions import up_to_date
from bot.clock import local_date
from bot.domain.access import Permission, require, units_where
from bot.domain.errors import Conflict, Missing
from bot.domain.people import Person
from bot.domain.periods import ReportingPeriod
from bot.domain.submissions import Revision, Status, Submission, SubmissionId
from bot.domain.units import Unit, UnitId
from forms.filling import Filling, begin
from forms.moving import Moved
from forms.prompt import Surroundings
from forms.xform import Form
from storage.transaction import Transaction

EDITABLE = frozenset({Status.DRAFT, Status.SUBMITTED, Status.RETURNED})
"""What a khóm may still change; a sent report stays sent until its correction is sent."""


@dataclass(slots=True, kw_only=True)
class Interview:
    """A submission opened for one turn, with the form engine on it."""

    submission: Submission
    unit: Unit
    period: ReportingPeriod | None
    form: Form
    filling: Filling
    around: Surroundings
    is_trial: bool = False
    """Nothing of it is kept: a form that is only tried."""
    media: Callable[[], Files] = dict
    """Reads the pictures and sounds that its form shows: few questions have any, so only those ask."""
    moved: Moved | None = None
    """What became of its answers, if it has just gone on with another version of its form."""


def start_report(tx: Transaction, person: Person, due: Due, at: datetime) -> Submission:
    """The unit's submission for what is due: the one that is there, or a new draft."""
    require(person, Permission.FILL, due.unit)
    if due.submission is not None:
        return due.submission
    code = f"{published.shipped(due.family).prefix}-{due.unit.code}-{due.period.code}"
    return _start(tx, person, family=due.family, unit=due.unit, period=due.period, code=code, at=at)


def start_case(tx: Transaction, person: Person, family: str, unit: Unit, at: datetime) -> Submission:
    """A new case of a form without period, under the unit's next code of this year."""
    require(person, Permission.FILL, unit)
    year = local_date(at).year
    number = tx.submissions.next_number(unit.id, family, year)
    code = f"{published.shipped(family).prefix}-{unit.code}-{year}-{number:03}"
    return _start(tx, person, family=family, unit=unit, period=None, code=code, at=at)


def drafts(tx: Transaction, person: Person, unit: Unit, family: str = "") -> list[Submission]:
    """What the unit has begun and not sent, or was given back, the newest first; of one family if it is named."""
    require(person, Permission.FILL, unit)
    return [draft for draft in tx.submissions.drafts(unit.id) if family in {"", draft.family}]


def recent(tx: Transaction, person: Person, most: int) -> list[Submission]:
    """The submissions of the person's units, the newest first."""
    units = units_where(person, Permission.FILL)
    found = [submission for unit in units for submission in tx.submissions.of_unit(unit.id, most)]
    found = [submission for submission in found if submission.status is not Status.WITHDRAWN]
    return sorted(found, key=lambda submission: submission.updated_at, reverse=True)[:most]


def sendings(tx: Transaction, person: Person, submissions: Sequence[Submission]) -> Mapping[SubmissionId, Revision]:
    """The last sending of each submission of the person's own units that was ever sent."""
    own = {unit.id for unit in units_where(person, Permission.FILL)}
    return tx.submissions.latest_revisions([each.id for each in submissions if each.unit in own])


def open_interview(tx: Transaction, person: Person, submission: SubmissionId, at: datetime) -> Interview:
    """The submission with the form engine on it, locked until the turn's end."""
    opened = tx.submissions.open(submission, local_date(at))
    found, period = opened.submission, opened.period
    if found.status is Status.WITHDRAWN:
        raise Missing("draft")
    unit = _unit(tx, person, found.unit)
    require(person, Permission.FILL, unit)
    around = known.surroundings_of(tx, person, opened, unit, at)
    moved = None
    if holds(person, found):
        # Who only looks changes nothing under the hands of who writes.
        found, moved = up_to_date(tx, person, opened, around)
    form = published.form_of(tx, opened) if moved is None else published.load(tx, found.form)
    filling = Filling(form, found.filling, around)
    return Interview(
        submission=found,
        unit=unit,
        period=period,
        form=form,
        filling=filling,
        around=around,
        media=lambda: tx.media.of_form(found.form),
        moved=moved,
    )


def _unit(tx: Transaction, person: Person, unit: UnitId) -> Unit:
    """The unit, without asking the database where the person holds a post on it: so it is in nearly every turn."""
    return next((post.unit for post in person.posts if post.unit.id == unit), None) or tx.units.get(unit)


def holds(person: Person, submission: Submission) -> bool:
    """Whether what the person says may be written there: nobody else has written, or opened it, meanwhile."""
    return (submission.holder or submission.author) == person.id


def save(tx: Transaction, person: Person, interview: Interview, question: str, at: datetime) -> None:
    """Keep the state of the filling; the audit log names the question, never the answer."""
    if interview.is_trial:
        return
    keep(tx, person, interview, at)
    subject = f"submission:{interview.submission.id}"
    tx.audit.record(at, person.id, "answered", subject, {"question": question})


def keep(tx: Transaction, person: Person, interview: Interview, at: datetime) -> None:
    """Keep what has been answered; whoever calls writes down what it was."""
    require_writable(person, interview)
    submission = interview.submission
    tx.submissions.save_filling(submission.id, interview.filling.state, person.id, at)
    if submission.status is Status.SUBMITTED and submission.corrected_at is None:
        tx.submissions.begin_correction(submission.id, at)


def save_several(tx: Transaction, person: Person, interview: Interview, questions: Sequence[str], at: datetime) -> None:
    """Keep several answers that were given at once, or where the person is if there are none."""
    if not questions:
        move(tx, person, interview, at)
    for question in questions:
        save(tx, person, interview, question, at)


def is_as_sent(tx: Transaction, interview: Interview) -> bool:
    """Whether it was sent and nothing of it was changed since, not even in this turn."""
    if interview.is_trial or interview.submission.status is not Status.SUBMITTED:
        return False
    return not tx.submissions.get(interview.submission.id).is_being_corrected


def move(tx: Transaction, person: Person, interview: Interview, at: datetime) -> None:
    """Keep where the person is; nothing was answered."""
    if interview.is_trial:
        return
    _require_held(person, interview)
    tx.submissions.save_filling(interview.submission.id, interview.filling.state, person.id, at)


def send(tx: Transaction, person: Person, interview: Interview, at: datetime) -> Revision:
    """Send what is filled in as a new revision; Invalid("incomplete") while something is missing."""
    require_writable(person, interview)
    if lacks_consent(interview):
        raise Conflict("no_consent")
    completed = interview.filling.complete()
    submission = interview.submission
    revision = tx.submissions.send(
        submission.id,
        submission.form,
        completed.values,
        completed.empties,
        person.id,
        at,
        confirmed=completed.confirmed,
    )
    for file in completed.attachments:
        tx.attachments.link(submission.id, file)
    detail = {"revision": revision.number, "reasons": dict(completed.reasons)}
    tx.audit.record(at, person.id, "sent", f"submission:{submission.id}", detail)
    return revision


def lacks_consent(interview: Interview) -> bool:
    """Whether the answer to the form's question for consent was no, so that nothing but a note is left to show."""
    if interview.is_trial:
        return False  # there is nothing to throw away
    consent = published.shipped(interview.submission.family).consent
    prompt = interview.filling.prompt()
    if consent is None or (prompt and prompt.type != "note") or interview.filling.first_problem() is not None:
        return False
    question, value = consent
    return interview.filling.complete().values.get(question) != value


def withdraw(tx: Transaction, person: Person, interview: Interview, at: datetime) -> None:
    """Give up a case that was never sent; what is stored in it is emptied."""
    _require_held(person, interview)
    require_withdrawable(interview)
    tx.submissions.withdraw(interview.submission.id, at)
    tx.enclosures.forget(interview.submission.id)
    tx.entrustments.forget(interview.submission.id)
    tx.audit.record(at, person.id, "withdrawn", f"submission:{interview.submission.id}", {})


def is_withdrawable(interview: Interview) -> bool:
    """Whether it may be given up: a new case that was never sent."""
    submission = interview.submission
    return submission.status is Status.DRAFT and not submission.is_report and submission.carried_from is None


def require_withdrawable(interview: Interview) -> None:
    """Conflict for what was sent, for the report of a period, which is owed, and for a case that is carried forward."""
    if interview.submission.is_report:
        raise Conflict("report_stays")
    if interview.submission.carried_from is not None:
        raise Conflict("carried_stays")
    if interview.submission.status is not Status.DRAFT:
        raise Conflict("already_sent")


def _start(
    tx: Transaction,
    person: Person,
    *,
    family: str,
    unit: Unit,
    period: ReportingPeriod | None,
    code: str,
    at: datetime,
) -> Submission:
    form = published.in_force(tx, family, published.day_of(period, at))
    sent, _ = known.sent_around(tx, family, unit, period)
    size = known.size_of(tx, family, unit, sent)
    around = known.surroundings(person, unit, period, code=code, sent=sent, size=size, at=at)
    state = begin(published.parsed(form), around)
    started = tx.submissions.start(family, form.id, unit.id, period.id if period else None, code, state, person.id, at)
    tx.audit.record(at, person.id, "started", f"submission:{started.id}", {"family": family, "code": code})
    return started


def is_open(submission: Submission, period: ReportingPeriod | None) -> bool:
    """Whether it may still be changed: review has not begun, and the period is not closed."""
    return submission.status in EDITABLE and not (period is not None and period.closed)


def _require_held(person: Person, interview: Interview) -> None:
    if not holds(person, interview.submission):
        raise Conflict("held")


def require_writable(person: Person, interview: Interview) -> None:
    """Conflict("held"), Conflict("locked") or Conflict("period_closed") unless the person may change it now."""
    _require_held(person, interview)
    require_open(interview)


def require_open(interview: Interview) -> None:
    """Conflict("locked") or Conflict("period_closed") once nothing may be changed any more."""
    if interview.submission.status not in EDITABLE:
        raise Conflict("locked")
    if not is_open(interview.submission, interview.period):
        raise Conflict("period_closed")
