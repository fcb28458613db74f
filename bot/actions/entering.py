"""The ward enters what a khóm left to it: through the same form engine, under its own name, and nothing unseen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.actions import forms as published
from bot.actions.entrusting import marked
from bot.actions.filling import Interview, require_open
from bot.actions.surroundings import surroundings_of
from bot.clock import local_date
from bot.domain.access import Permission, require, units_where
from bot.domain.entrustments import ENTERABLE, Entrusted, Entrustment, Line, Load
from bot.domain.errors import Conflict, Missing
from bot.domain.people import Person, PersonId
from bot.domain.periods import ReportingPeriod
from bot.domain.submissions import FillingState, Status, Submission, SubmissionId
from bot.domain.units import Unit
from forms import entrusting as engine
from forms.filling import Filling
from forms.prompt import ReviewLine
from storage.queries.enclosures import Enclosure
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A submission in which something lies with the ward, or waits for the khóm's word."""

    submission: Submission
    unit: Unit
    period: ReportingPeriod | None
    load: Load


@dataclass(slots=True, kw_only=True)
class Sheet:
    """A submission as the ward sees it: what was sent with it, and what was left."""

    interview: Interview
    lines: Sequence[Line]
    enclosures: Sequence[Enclosure]

    def line(self, key: str) -> Line:
        """The line of that question; Missing("question") if it was never left to the ward."""
        found = next((line for line in self.lines if line.entrustment.key == key), None)
        if found is None:
            raise Missing("question", name=key)
        return found


def waiting(tx: Transaction, by: Person) -> list[Waiting]:
    """All that the person's wards have to do, by khóm."""
    wards = units_where(by, Permission.ENTER_FOR)
    found = [submission for ward in wards for submission in tx.entrustments.in_ward(ward.id)]
    loads = loads_of(tx, found)
    return [
        Waiting(
            submission=each,
            unit=tx.units.get(each.unit),
            period=None if each.period is None else tx.periods.get(each.period),
            load=loads[each.id],
        )
        for each in found
    ]


def loads_of(tx: Transaction, submissions: Sequence[Submission]) -> dict[SubmissionId, Load]:
    """How much of each submission is open."""
    states = {each.id: each.filling for each in submissions}
    unseen = tx.entrustments.unseen(list(states))
    counted = Counter(
        (one.submission, one.standing(engine.value_at(states[one.submission], one.key)))
        for one in tx.entrustments.of(*states)
    )
    return {
        id: Load(
            asked=counted[id, Entrusted.ASKED],
            unconfirmed=counted[id, Entrusted.ENTERED] + counted[id, Entrusted.DISPUTED],
            unseen=unseen.get(id, 0),
        )
        for id in states
    }


def open_sheet(tx: Transaction, by: Person, submission: SubmissionId, at: datetime) -> Sheet:
    """The submission for somebody of its ward, locked until the turn's end; Refused for anybody else."""
    opened = tx.submissions.open(submission, local_date(at))
    found = opened.submission
    unit = tx.units.get(found.unit)
    require(by, Permission.ENTER_FOR, unit)
    if found.status is Status.WITHDRAWN:
        raise Missing("draft")
    author = tx.people.get(found.author, local_date(at))
    around = surroundings_of(tx, author, opened, unit, at)
    form = published.form_of(tx, opened)
    filling = Filling(form, found.filling, around)
    interview = Interview(submission=found, unit=unit, period=opened.period, form=form, filling=filling, around=around)
    return Sheet(interview=interview, lines=lines_of(tx, interview), enclosures=tx.enclosures.of(submission))


def lines_of(tx: Transaction, interview: Interview) -> list[Line]:
    """What was left to the ward, in the form's order; what is not asked any more is left out."""
    review = {line.key: line for line in interview.filling.review()}
    entrustments = tx.entrustments.of(interview.submission.id)
    shown = {line.key: line.shown for line in marked(list(review.values()), entrustments, interview.filling.state)}
    lines = [
        _line(one, interview.filling.state, review[one.key], shown[one.key])
        for one in entrustments
        if one.key in review
    ]
    return sorted(lines, key=lambda line: line.number)


def open_aside(sheet: Sheet, key: str, kept: Mapping[str, Any]) -> Filling:
    """The question, open for the ward; whoever fills in the submission stays where he is.

    Conflict("entrusted_settled") if the khóm has answered it, or has confirmed what was entered.
    """
    if sheet.line(key).state not in ENTERABLE:
        raise Conflict("entrusted_settled")
    interview = sheet.interview
    return Filling(interview.form, engine.aside(interview.submission.filling, key, kept), interview.around)


def enter(tx: Transaction, by: Person, sheet: Sheet, key: str, *, answered: Filling, source: str, at: datetime) -> None:
    """Keep what was answered aside: marked with who entered it, when, and from which file.

    What the answer has opened is left to the ward too. A report that lies with the ward is sent anew with it; one
    that the khóm is correcting goes when the khóm sends it.
    """
    interview, before = sheet.interview, sheet.interview.submission.filling
    require_open(interview)
    asked = sheet.line(key).entrustment
    state = engine.put_back(answered.state, before)
    waiting_before = set(Filling(interview.form, before, interview.around).waiting())
    opened = [new for new in Filling(interview.form, state, interview.around).waiting() if new not in waiting_before]
    if opened:
        left = engine.leave(interview.form, state, interview.around, *opened)
        state = engine.put_back(left.state, before)
        for new, name in left.questions.items():
            tx.entrustments.ask(interview.submission.id, new, name, asked.asked_by, at)
    value = engine.value_at(state, key)
    if value is None:
        raise Missing("question", name=key)
    tx.submissions.enter(interview.submission.id, state, at)
    tx.entrustments.enter(interview.submission.id, key, value, source=source, by=by.id, at=at)
    detail = {"question": asked.question, "for": asked.asked_by, "file": source}
    tx.audit.record(at, by.id, "entered_for", f"submission:{interview.submission.id}", detail)
    _send_again(tx, by, interview, state, at)


def tell(tx: Transaction, by: Person, sheet: Sheet, at: datetime) -> dict[PersonId, list[Line]]:
    """What has been entered and nobody was asked about yet, for each of those who are to confirm it."""
    untold = [line for line in sheet.lines if line.state is Entrusted.ENTERED and line.entrustment.told_at is None]
    if untold:
        submission = sheet.interview.submission.id
        tx.entrustments.tell(submission, [line.entrustment.key for line in untold], at)
        detail = {"questions": [line.entrustment.question for line in untold]}
        tx.audit.record(at, by.id, "asked_to_confirm", f"submission:{submission}", detail)
    return dict.fromkeys(dict.fromkeys(line.entrustment.asked_by for line in untold), untold)


def see(tx: Transaction, by: Person, sheet: Sheet, enclosures: Sequence[Enclosure], at: datetime) -> None:
    """Somebody of the ward opens the files."""
    submission = sheet.interview.submission.id
    for enclosure in enclosures:
        digest = enclosure.file.digest or ""
        if not enclosure.seen:
            tx.audit.record(at, by.id, "enclosure_opened", f"submission:{submission}", {"file": digest})
        tx.enclosures.seen(submission, digest, by.id, at)


def name_of(tx: Transaction, person: PersonId, at: datetime) -> str:
    """Who somebody is."""
    return tx.people.get(person, local_date(at)).name


def _line(one: Entrustment, state: FillingState, line: ReviewLine, shown: str) -> Line:
    return Line(
        entrustment=one,
        state=one.standing(engine.value_at(state, one.key)),
        number=line.number,
        label=line.label.rstrip(" ?:."),
        shown=shown,
        plain=line.shown,
        private=line.private,
    )


def _send_again(tx: Transaction, by: Person, interview: Interview, state: FillingState, at: datetime) -> None:
    submission = interview.submission
    if submission.status is not Status.SUBMITTED or submission.is_being_corrected:
        return
    filling = Filling(interview.form, state, interview.around)
    if filling.first_problem() is not None:
        tx.submissions.begin_correction(submission.id, at)  # it does not fit the khóm's own figures: theirs to mend
        return
    completed = filling.complete()
    revision = tx.submissions.send(submission.id, submission.form, completed.values, completed.empties, by.id, at)
    detail = {"revision": revision.number, "reasons": dict(completed.reasons)}
    tx.audit.record(at, by.id, "sent", f"submission:{submission.id}", detail)
    if submission.holder is not None:
        # Sending lets go; whoever of the khóm has it open goes on holding it.
        tx.submissions.hold(submission.id, submission.holder, submission.held_at or at)
