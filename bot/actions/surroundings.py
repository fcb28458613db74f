"""What a filling knows of the world: the unit, the period, what was sent before it, and how large the unit is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.actions import forms as published
from bot.clock import local, local_date
from bot.domain.people import Person
from bot.domain.periods import ReportingPeriod
from bot.domain.submissions import SubmissionId, Values
from bot.domain.units import Unit
from bot.texts import dates
from forms.filling import Filling, begin
from forms.prompt import NO_VALUES, Alongside, Surroundings
from forms.xform import Form
from storage.queries.opened import Opened
from storage.queries.revisions import Sent
from storage.transaction import Transaction

PERIODS_BACK = 10
"""How many other periods an answer is seen beside: four quarters with the half-years and the year between them, and the
two that may end with its own."""


def surroundings_of(tx: Transaction, person: Person, opened: Opened, unit: Unit, at: datetime) -> Surroundings:
    """What the filling of a submission knows of the world."""
    found, period = opened.submission, opened.period
    before, beside = sent_around(tx, found.family, unit, period, found.carried_from)
    size = size_of(tx, found.family, unit, before)
    code = found.case_code
    return surroundings(person, unit, period, code=code, sent=before, alongside=beside, size=size, at=at)


def surroundings(
    person: Person,
    unit: Unit,
    period: ReportingPeriod | None,
    *,
    code: str,
    sent: Sequence[Values],
    alongside: Sequence[Alongside] = (),
    size: Values = NO_VALUES,
    at: datetime,
) -> Surroundings:
    """What a filling knows of the world: what was `sent` before it, newest first, and the `size` of the unit.

    `alongside`: what was sent for other periods that end with this one.
    """
    return Surroundings(
        now=local(at),
        username=person.name,
        last_saved=sent[0] if sent else {},
        earlier=sent[1:],
        alongside=alongside,
        size=size,
        given=_given(unit, period, code, at),
    )


def sent_around(
    tx: Transaction,
    family: str,
    unit: Unit,
    period: ReportingPeriod | None,
    carried_from: SubmissionId | None = None,
) -> tuple[list[Values], list[Alongside]]:
    """What the unit reported for earlier periods, and for others that end with this one, both newest first.

    Of a case it is what the period before knew of it.
    """
    if carried_from is not None:
        last = tx.submissions.latest_revision(carried_from)
        return [last.values] if last else [], []
    if period is None:
        return [], []
    until = tx.submissions.sent_until(family, unit.id, period.span, PERIODS_BACK)
    beside = [_alongside(tx, family, sent) for sent in until if sent.span.last_day == period.span.last_day]
    return [sent.values for sent in until if sent.span.last_day < period.span.first_day], beside


def _alongside(tx: Transaction, family: str, sent: Sent) -> Alongside:
    form = published.version_of(tx, family, sent.form, sent.version, sent.checksum)
    return Alongside(named=dates.period(sent.span), values=sent.values, questions=form.by_name)


def size_of(tx: Transaction, family: str, unit: Unit, sent: Sequence[Values]) -> Values:
    """The unit's last report, which says how many households and people it has."""
    if family == published.REPORT_FAMILY:
        return sent[0] if sent else {}
    last = tx.submissions.last_sent(published.REPORT_FAMILY, unit.id)
    return last.values if last else {}


def _given(unit: Unit, period: ReportingPeriod | None, code: str, at: datetime) -> Mapping[str, str]:
    given = {"khom": unit.name, "ma_khom": unit.code, "ma_ho_so": code, "nam": str(local_date(at).year)}
    if period is not None:
        span = period.span
        given |= {"ky": span.code, "ky_loai": span.kind.value, "ky_so": str(span.number), "nam": str(span.year)}
    return given


def asked_in(form: Form, unit: Unit, period: ReportingPeriod, at: datetime) -> frozenset[str]:
    """The questions that a period asks of everybody, before anything is answered: a quarter asks fewer than a year."""
    around = Surroundings(now=local(at), given=asked_by_period(unit, period, at))
    return frozenset(line.name for line in Filling(form, begin(form, around), around).review())


def asked_by_period(unit: Unit, period: ReportingPeriod | None, at: datetime) -> Mapping[str, str]:
    """What the product supplies to a report that has no code yet."""
    return _given(unit, period, "", at)
