"""A draft goes on with the version of its form that is in force for it; what was sent keeps the version it has.

So does a correction: it changes the answers that were asked back, and a head who mends one figure is not asked
questions that the report did not have.
"""

from __future__ import annotations

from dataclasses import replace

from bot.actions import forms
from bot.domain.people import Person
from bot.domain.submissions import Status, Submission
from forms.moving import Moved, move
from forms.prompt import Surroundings
from storage.queries.opened import Opened
from storage.transaction import Transaction


def up_to_date(
    tx: Transaction, person: Person, opened: Opened, around: Surroundings
) -> tuple[Submission, Moved | None]:
    """The submission on the version that is in force for it, and what that did to its answers, if it was on another."""
    submission, period, current = opened.submission, opened.period, opened.in_force
    if submission.status is not Status.DRAFT or (period is not None and period.closed):
        return submission, None
    if current is None or current == submission.form:
        return submission, None
    moved = move(forms.load(tx, submission.form), submission.filling, forms.load(tx, current), around)
    tx.submissions.move(submission.id, current, moved.state, around.now)
    detail = {"from": submission.form, "to": current, "asked_again": len(moved.asked_again), "gone": len(moved.gone)}
    tx.audit.record(around.now, person.id, "form_moved", f"submission:{submission.id}", detail)
    return replace(submission, form=current, filling=moved.state), moved
