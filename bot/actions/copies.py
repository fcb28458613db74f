"""What a khóm may pass on of a report that it has sent: the figures that the ward has, and nothing private."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.actions import entrusting, forms
from bot.actions import filling as acts
from bot.actions.filling import Interview
from bot.clock import local
from bot.domain.people import Person
from bot.domain.periods import ReportingPeriod
from bot.domain.submissions import Revision, Status, SubmissionId
from bot.domain.units import Unit
from bot.messages import Address
from bot.texts import dates
from bot.texts import report as words
from forms.prompt import ReviewLine
from storage.transaction import Transaction

MOST = 20
"""Submissions among which the newest sent report is looked for."""


class CopyForm(StrEnum):
    """As what a copy is made and sent, beside the text; the names of their exports."""

    PICTURE = "copy_picture"
    PRINT = "copy_print"


class Why(StrEnum):
    """Why there is nothing to pass on."""

    NOT_SENT = "not_sent"
    IN_CORRECTION = "in_correction"
    PRIVATE = "private"
    """A household in need, or a good deed: nobody's news."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoCopy:
    """There is none."""

    why: Why
    code: str = ""
    """By which to speak of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportCopy:
    """A sent report without its private lines."""

    title: str
    unit: Unit
    period: ReportingPeriod
    code: str
    sent: Revision
    lines: Sequence[ReviewLine]

    @property
    def head(self) -> str:
        """What it is, of whom and when, line by line."""
        at = local(self.sent.sent_at)
        return words.COPY.format(
            title=self.title,
            unit=self.unit.name,
            period=dates.period(self.period.span),
            code=self.code,
            revision=self.sent.number,
            time=dates.time(at),
            day=dates.day(at.date()),
            name=self.sent.sent_by_name,
        )


def copy_of(tx: Transaction, person: Person, submission: SubmissionId, at: datetime) -> ReportCopy | NoCopy:
    """The copy, or why there is none; Refused for another khóm's."""
    opened = acts.open_interview(tx, person, submission, at)
    found, period = opened.submission, opened.period
    sent = acts.sendings(tx, person, [found]).get(found.id)
    if period is None or not found.is_report:
        return NoCopy(why=Why.PRIVATE, code=found.case_code)
    if sent is None:
        return NoCopy(why=Why.NOT_SENT, code=found.code)
    if differs(opened):
        return NoCopy(why=Why.IN_CORRECTION, code=found.code)
    return ReportCopy(
        title=forms.title(tx, found),
        unit=opened.unit,
        period=period,
        code=found.code,
        sent=sent,
        lines=[line for line in entrusting.review(tx, opened) if not line.private],
    )


def request(
    tx: Transaction, person: Person, submission: SubmissionId, form: CopyForm, *, to: Address, at: datetime
) -> NoCopy | None:
    """Ask for a copy in that form; it is made after the commit and sent to the address. Why not, if there is none."""
    found = copy_of(tx, person, submission, at)
    if isinstance(found, NoCopy):
        return found
    number = tx.exports.request(form, {"submission": submission}, person.id, to, at)
    tx.audit.record(at, person.id, "export_requested", f"export:{number}", {"what": form, "submission": submission})
    return None


def newest(tx: Transaction, person: Person) -> SubmissionId | None:
    """The report of the person's units that was sent last."""
    found = acts.recent(tx, person, MOST)
    return next((each.id for each in found if each.is_report and each.status is not Status.DRAFT), None)


def differs(opened: Interview) -> bool:
    """Whether the answers are not those that were sent."""
    return opened.submission.is_being_corrected or opened.submission.status is Status.RETURNED
