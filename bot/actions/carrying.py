"""Carrying cases forward: in a new period the khóm says of each open case whether it is still so, changed or over.

Each answer is one use case. It names what was seen (`Case.version`), so that nothing that somebody else of the khóm
has said meanwhile is overwritten unseen. What may be answered is read in `bot/actions/carried_cases.py`.
"""

from __future__ import annotations

from datetime import datetime

from bot.actions import filling
from bot.actions import forms as published
from bot.actions.carried_cases import FAMILY, Case, around, case, cases
from bot.domain.carrying import Closing, Reason, Standing
from bot.domain.errors import Conflict, Invalid, Missing
from bot.domain.people import Person
from bot.domain.periods import ReportingPeriod
from bot.domain.submissions import CARRIED_INTO, FillingState, FormId, Revision, Submission, SubmissionId
from bot.domain.units import Unit
from forms.answered import answered
from forms.filling import Filling
from forms.moving import move
from forms.prompt import Surroundings
from forms.values.personal_numbers import find_personal_number
from forms.xform import Form
from storage.transaction import Transaction

Filled = tuple[FormId, FillingState]
MOST_LETTERS = 200
"""Of a reason in words of one's own."""


def keep(tx: Transaction, person: Person, asked: Case, seen: str, at: datetime) -> bool:
    """Still so: the case is in this period as it was. False, and nothing done, where its form asks more by now."""
    found = _taken(tx, person, asked, seen)
    source = found.last
    if found.is_carried_here and found.last.carried_from is not None:
        source = tx.submissions.get(found.last.carried_from)
    sent = tx.submissions.latest_revision(source.id)
    if sent is None:
        raise Missing("case", code=found.code)
    world = around(person, found, sent, at)
    form, state = _as_sent(tx, found.period, sent, world)
    if Filling(published.load(tx, form), state, world).first_problem() is not None:
        return False
    _drop_draft(tx, person, found, at)
    _reopen(tx, person, found, at)
    if not found.is_carried_here:
        _send(tx, person, _carry(tx, person, found, (form, state), at).id, at)
    elif found.is_changed:
        tx.submissions.hold(found.last.id, person.id, at)
        tx.submissions.move(found.last.id, form, state, at)
        _send(tx, person, found.last.id, at)
    return True


def change(tx: Transaction, person: Person, asked: Case, seen: str, at: datetime) -> Submission:
    """Something is different: the submission to be changed, filled in as the case was, or as the change was left."""
    found = _taken(tx, person, asked, seen)
    _reopen(tx, person, found, at)
    if found.is_carried_here:
        return found.last
    world = around(person, found, found.sent, at)
    if found.draft is None:
        form, state = _as_sent(tx, found.period, found.sent, world)
        return _carry(tx, person, found, (form, state), at)
    if found.draft.period == found.period.id:
        return found.draft
    # Begun in an earlier period and left: what was changed then is not lost.
    left = found.draft
    form = _form(tx, found.period)
    state = move(published.load(tx, left.form), left.filling, published.load(tx, form), world).state
    _drop_draft(tx, person, found, at)
    return _carry(tx, person, found, (form, state), at)


def close(tx: Transaction, person: Person, asked: Case, seen: str, *, reason: Reason, words: str, at: datetime) -> None:
    """The case is over; it is asked about no more, and the officer sees why."""
    words = " ".join(words.split())
    if len(words) > MOST_LETTERS:
        raise Invalid("reason_too_long", most=MOST_LETTERS)
    if find_personal_number(words) is not None:
        raise Invalid("reason_personal")
    found = _taken(tx, person, asked, seen)
    _drop_draft(tx, person, found, at)
    tx.carrying.reopen(found.last.id)  # another reason takes the place of the first
    closing = Closing(
        period=found.period.id,
        until=found.period.span.last_day,
        reason=reason,
        words=words,
        by=person.id,
        by_name=person.name,
        at=at,
    )
    tx.carrying.close(found.last.id, closing)
    detail = {"reason": reason.value, "period": found.period.code}
    tx.audit.record(at, person.id, "closed", f"submission:{found.last.id}", detail)


def keep_all(
    tx: Transaction, person: Person, unit: Unit, period: ReportingPeriod, at: datetime
) -> tuple[list[Case], list[Case]]:
    """Still so, for every case that waits and that nobody is changing: those that were kept, and the others."""
    kept: list[Case] = []
    left: list[Case] = []
    for found in cases(tx, person, unit, period):
        if found.standing is Standing.UNCONFIRMED:
            done = found.draft is None and keep(tx, person, found, found.version, at)
            (kept if done else left).append(found)
    return kept, left


def _taken(tx: Transaction, person: Person, asked: Case, seen: str) -> Case:
    """The case as it is now, kept from others until the transaction ends; Conflict if it is not what was seen."""
    if asked.period.closed:
        raise Conflict("period_closed")
    tx.submissions.open(asked.last.id, asked.period.span.last_day)
    found = case(tx, person, asked.unit, asked.period, asked.code)
    if found.version != seen:
        raise Conflict("case_answered", code=asked.code)
    return found


def _form(tx: Transaction, period: ReportingPeriod) -> FormId:
    form = tx.forms.in_force(FAMILY, period.span.last_day)
    if form is None:
        raise Missing("form", family=FAMILY)
    return form


def _as_sent(tx: Transaction, period: ReportingPeriod, sent: Revision, around: Surroundings) -> Filled:
    """What was sent, filled into the version of the form that is meant for the period."""
    form = _form(tx, period)
    was: Form = published.load(tx, sent.form)
    state = answered(was, sent.values, sent.empties, around)
    return form, move(was, state, published.load(tx, form), around).state


def _carry(tx: Transaction, person: Person, found: Case, filled: Filled, at: datetime) -> Submission:
    form, state = filled
    code = f"{found.code}{CARRIED_INTO}{found.period.code}"
    unit, period, last = found.unit.id, found.period.id, found.last.id
    carried = tx.submissions.start(FAMILY, form, unit, period, code, state, person.id, at, carried_from=last)
    tx.audit.record(at, person.id, "carried", f"submission:{carried.id}", {"from": last, "code": code})
    return carried


def _send(tx: Transaction, person: Person, carried: SubmissionId, at: datetime) -> None:
    filling.send(tx, person, filling.open_interview(tx, person, carried, at), at)


def _drop_draft(tx: Transaction, person: Person, found: Case, at: datetime) -> None:
    draft = found.draft
    if draft is None:
        return
    if draft.holder not in {None, person.id}:
        raise Conflict("held")
    tx.submissions.withdraw(draft.id, at)
    tx.audit.record(at, person.id, "withdrawn", f"submission:{draft.id}", {})


def _reopen(tx: Transaction, person: Person, found: Case, at: datetime) -> None:
    if found.closing is not None:
        tx.carrying.reopen(found.last.id)
        tx.audit.record(at, person.id, "reopened", f"submission:{found.last.id}", {})
