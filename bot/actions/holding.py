"""Who may write in a submission: head and deputy share it, one of them holds it, and nothing is overwritten unseen.

Whoever writes holds it, until it is set aside or sent. Anybody else of the unit sees who holds it and since when, may
look, and may take it over; what the first one says afterwards is taken for nothing until it is taken back.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from bot.actions.filling import Interview, holds
from bot.clock import local_date
from bot.domain.people import Person
from storage.transaction import Transaction

__all__ = ["holds", "last_writer", "let_go", "take"]


def last_writer(tx: Transaction, interview: Interview, at: datetime) -> Person:
    """Who holds it, else who held it last."""
    submission = interview.submission
    return tx.people.get(submission.holder or submission.author, local_date(at))


def take(tx: Transaction, person: Person, interview: Interview, at: datetime) -> None:
    """The person holds it from now on; the audit log names from whom it was taken."""
    submission = interview.submission
    tx.submissions.hold(submission.id, person.id, at)
    if submission.holder not in {None, person.id}:
        detail = {"from": submission.holder}
        tx.audit.record(at, person.id, "taken_over", f"submission:{submission.id}", detail)
    interview.submission = replace(submission, author=person.id, holder=person.id, held_at=at)


def let_go(tx: Transaction, person: Person, interview: Interview) -> None:
    """It is set aside: whoever of the unit opens it next goes on without asking."""
    if not interview.is_trial and interview.submission.holder == person.id:
        tx.submissions.let_go(interview.submission.id)
