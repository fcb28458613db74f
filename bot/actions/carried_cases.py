"""The cases that a khóm is asked about in a period: those of earlier periods that are not over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.actions import filling
from bot.actions import forms as published
from bot.domain.access import Permission, require
from bot.domain.carrying import Closing, Link, Standing, at_end_of, masked
from bot.domain.errors import Missing
from bot.domain.people import Person
from bot.domain.periods import ReportingPeriod
from bot.domain.submissions import Revision, Status, Submission
from bot.domain.units import Unit, UnitId
from forms.answered import answered
from forms.filling import Filling
from forms.library import SHIPPED
from forms.prompt import ReviewLine, Surroundings
from storage.transaction import Transaction

FAMILY = next(form.family for form in SHIPPED if form.is_carried)


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case as a khóm is asked about it in a period."""

    unit: Unit
    period: ReportingPeriod
    last: Submission
    """What was sent last."""
    sent: Revision
    known_on: date
    standing: Standing
    closing: Closing | None
    draft: Submission | None
    """A change that was begun and not sent."""
    named: str
    """The household's masked name; its code where the form does not ask for a name."""
    is_carried_here: bool
    """`last` belongs to this period, or to one that ends with it."""
    is_changed: bool
    """`last` says something else than the period before."""

    @property
    def code(self) -> str:
        """What people quote."""
        return self.last.case_code

    @property
    def version(self) -> str:
        """Another one as soon as anybody says anything about the case."""
        closed = self.closing.at.isoformat() if self.closing else ""
        return f"{self.last.id}.{self.sent.number}.{self.draft.id if self.draft else ''}.{closed}"


def unconfirmed(tx: Transaction, person: Person, unit: Unit, period: ReportingPeriod) -> int:
    """How many cases of the unit wait for an answer."""
    return sum(standing is Standing.UNCONFIRMED for _, standing in _links(tx, person, unit, period))


def cases(tx: Transaction, person: Person, unit: Unit, period: ReportingPeriod) -> list[Case]:
    """What the khóm is asked about in that period, by code, answered or not; what was recorded in it is not."""
    found = _links(tx, person, unit, period)
    sent = tx.submissions.latest_revisions([link.submission.id for link, _ in found])
    before = tx.submissions.latest_revisions([link.submission.carried_from or link.submission.id for link, _ in found])
    drafts = {each.carried_from: each for each in tx.submissions.drafts(unit.id) if each.status is Status.DRAFT}
    named = published.shipped(FAMILY).named
    return [
        Case(
            unit=unit,
            period=period,
            last=last,
            sent=sent[last.id],
            known_on=link.known_on,
            standing=standing,
            closing=link.closing,
            draft=drafts.get(last.id),
            named=masked(str(sent[last.id].values.get(named, ""))) or last.case_code,
            is_carried_here=last.carried_from is not None and link.known_on == period.span.last_day,
            is_changed=last.carried_from is not None and differs(tx, sent[last.id], before.get(last.carried_from)),
        )
        for link, standing in found
        for last in (link.submission,)
    ]


def case(tx: Transaction, person: Person, unit: Unit, period: ReportingPeriod, code: str) -> Case:
    """The case of that code; Missing if the khóm is not asked about it in that period."""
    for found in cases(tx, person, unit, period):
        if found.code == code:
            return found
    raise Missing("case", code=code)


def answers(tx: Transaction, person: Person, shown: Case, at: datetime) -> list[ReviewLine]:
    """All that is recorded of the case, for somebody who asked for it; the audit log knows who did."""
    require(person, Permission.FILL, shown.unit)
    form = published.load(tx, shown.sent.form)
    world = around(person, shown, shown.sent, at)
    tx.audit.record(at, person.id, "names_seen", f"submission:{shown.last.id}", {})
    return Filling(form, answered(form, shown.sent.values, shown.sent.empties, world), world).review()


def _links(tx: Transaction, person: Person, unit: Unit, period: ReportingPeriod) -> list[tuple[Link, Standing]]:
    require(person, Permission.FILL, unit)
    if period.ward != unit.parent:
        raise Missing("period")
    units = list(tx.units.lineage([unit.id]))
    last = tx.carrying.last_links(units, FAMILY, period.span.last_day)
    told = (at_end_of([link], period.span) for link in last)
    asked = [(link, standing) for link, standing in filter(None, told) if standing is not Standing.NEW]
    return sorted(asked, key=lambda found: found[0].submission.case_code)


def differs(tx: Transaction, sent: Revision, before: Revision | None) -> bool:
    """Whether any answer is another one; what the product supplies is no answer."""
    if before is None:
        return False
    supplied = {question.name for question in published.load(tx, sent.form).questions if not question.is_asked}
    said = (sent.values, sent.empties, before.values, before.empties)
    names = {name for part in said for name in part} - supplied
    return any(
        sent.values.get(name) != before.values.get(name) or sent.empties.get(name) != before.empties.get(name)
        for name in names
    )


def around(person: Person, found: Case, last: Revision, at: datetime) -> Surroundings:
    return filling.surroundings(person, found.unit, found.period, code=found.code, last=last, at=at)


def newest(submissions: Sequence[Submission]) -> list[Submission]:
    """Of each case only what was touched last."""
    by_code: dict[tuple[UnitId, str], Submission] = {}
    for each in sorted(submissions, key=lambda each: each.updated_at, reverse=True):
        by_code.setdefault((each.unit, each.case_code), each)
    return list(by_code.values())
