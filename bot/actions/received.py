"""Reading one report that a khóm has sent, for those who read the ward's figures."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.actions import entrusting
from bot.actions import forms as published
from bot.actions.surroundings import sent_around, surroundings
from bot.clock import local_date
from bot.domain.access import Permission, require
from bot.domain.errors import Missing
from bot.domain.people import Person
from bot.domain.periods import ReportingPeriod
from bot.domain.submissions import Revision, Submission, SubmissionId
from bot.domain.units import Unit
from forms.answered import answered
from forms.filling import Filling
from forms.prompt import ReviewLine
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Received:
    """The last sending of a report, to be read: what a head is changing since then is not in it."""

    unit: Unit
    period: ReportingPeriod
    submission: Submission
    revision: Revision
    title: str
    lines: Sequence[ReviewLine]


def read_received(tx: Transaction, *, by: Person, id: SubmissionId, at: datetime) -> Received:
    """The report as it was sent last; Missing("submission") for what was never sent, and for cases."""
    opened = tx.submissions.open(id, local_date(at))
    submission, period = opened.submission, opened.period
    unit = tx.units.get(submission.unit)
    require(by, Permission.READ_FIGURES, unit)
    revision = tx.submissions.latest_revision(id)
    if revision is None or period is None or not submission.is_report:
        raise Missing("submission", id=id)
    before, beside = sent_around(tx, submission.family, unit, period)
    around = surroundings(by, unit, period, code=submission.code, sent=before, alongside=beside, at=at)
    form = published.load(tx, revision.form)
    filling = Filling(form, answered(form, revision.values, revision.empties, around), around)
    return Received(
        unit=unit,
        period=period,
        submission=submission,
        revision=revision,
        title=published.title(tx, submission),
        lines=entrusting.marked(filling.review(), tx.entrustments.of(id), filling.state),
    )
