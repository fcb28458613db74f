"""A head's own wish to be reminded again."""

from __future__ import annotations

from datetime import date, datetime

from bot.actions.periods import Due, due_for
from bot.clock import local_date
from bot.domain.access import Permission, units_where
from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.submissions import Status
from storage.transaction import Transaction

UNSENT = (Status.DRAFT, Status.RETURNED)


def is_unsent(due: Due) -> bool:
    """Whether the ward still waits for it."""
    return due.submission is None or due.submission.status in UNSENT


def put_off(tx: Transaction, person: Person, now: datetime) -> tuple[bool, date | None]:
    """Remind the person again on the next working day.

    Whether anything is still to be sent, and the day; None where no due date is left by then.
    """
    units = units_where(person, Permission.FILL)
    if not units:
        raise Refused(Permission.FILL.value)
    today = local_date(now)
    unsent = [due for due in due_for(tx, person, today) if is_unsent(due)]
    days = [day for due in unsent if (day := _next_day(tx, due, today)) is not None]
    if not days:
        return bool(unsent), None
    tx.reminders.wish(person.id, min(days))
    tx.audit.record(now, person.id, "reminder_put_off", f"person:{person.id}", {"day": min(days).isoformat()})
    return True, min(days)


def _next_day(tx: Transaction, due: Due, today: date) -> date | None:
    """The next day on which its ward lets people be reminded, if that is not too late."""
    rules = tx.reminder_rules.of(due.period.ward)
    day = rules.next_working_day(today)
    return day if rules.enabled and day <= due.period.khom_due_on else None
