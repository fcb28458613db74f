"""Trying a workbook: the interview of an invented report, of which nothing is kept but what the session holds."""

from __future__ import annotations

from datetime import datetime

from bot.actions import form_media, forms, proposals, publishing
from bot.actions.filling import Interview
from bot.actions.surroundings import asked_by_period
from bot.clock import local, local_date
from bot.domain.people import Person
from bot.domain.periods import PeriodId, PeriodKind, ReportingPeriod, Span
from bot.domain.submissions import FillingState, FormId, Status, Submission, SubmissionId
from bot.domain.units import Level, Unit
from forms.filling import Filling, begin
from forms.prompt import Surroundings
from storage.transaction import Transaction

NOBODYS = SubmissionId(0)
"""Stands for a submission that is stored nowhere."""


def open_trial(tx: Transaction, by: Person, proposal: int, state: FillingState | None, at: datetime) -> Interview:
    """The workbook as the first khóm would fill it in for the newest period; `state` is None at the beginning.

    What khóm have sent is not shown: the trial knows no last period.
    """
    ward = publishing.require_publisher(tx, by, local_date(at))
    found = proposals.ready(tx, by, proposal, at)
    form = forms.parsed_text(found.xform)
    unit, period = _khom(tx, ward, at), _period(tx, ward, found.family, at)
    around = Surroundings(now=local(at), username=by.name, given=asked_by_period(unit, period, at))
    state = begin(form, around) if state is None else state
    submission = Submission(
        id=NOBODYS,
        code="",
        family=found.family,
        form=FormId(0),
        unit=unit.id,
        period=period.id if period else None,
        status=Status.DRAFT,
        filling=state,
        author=by.id,
        created_at=at,
        updated_at=at,
    )
    filling = Filling(form, state, around)
    return Interview(
        submission=submission,
        unit=unit,
        period=period,
        form=form,
        filling=filling,
        around=around,
        media=lambda: form_media.gathered(tx, found, at).files,
        is_trial=True,
    )


def _khom(tx: Transaction, ward: Unit, at: datetime) -> Unit:
    khoms = (unit for unit in tx.units.children(ward.id, local_date(at)) if unit.level is Level.KHOM)
    return next(khoms, ward)


def _period(tx: Transaction, ward: Unit, family: str, at: datetime) -> ReportingPeriod | None:
    """The newest period that was opened, else this quarter; None for a form without periods."""
    if not forms.shipped(family).period_kinds:
        return None
    opened = tx.periods.of_ward(ward.id)
    if opened:
        return opened[0]
    span = Span.around(local_date(at), PeriodKind.QUARTER)
    return ReportingPeriod(
        id=PeriodId(0),
        ward=ward.id,
        span=span,
        opens_on=span.opens,
        khom_due_on=span.khom_due,
        ward_due_on=span.ward_due,
    )
