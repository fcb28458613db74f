"""The cases of a whole ward at the end of a period, as the officer sees and counts them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.actions.carried_cases import FAMILY, differs
from bot.domain.access import Permission, may, require
from bot.domain.carrying import Closing, Count, Standing, at_end_of, chains, count
from bot.domain.people import Person
from bot.domain.periods import ReportingPeriod, Span
from bot.domain.submissions import Revision, Submission
from bot.domain.units import Level, Unit, UnitId
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class WardCase:
    """One case, with what was last known of it by the end of the period."""

    unit: Unit
    """The khóm of that day; where the one that recorded it was merged, its heir."""
    submission: Submission
    revision: Revision
    standing: Standing
    is_changed: bool
    closing: Closing | None


@dataclass(frozen=True, slots=True, kw_only=True)
class KhomCases:
    """The cases of one khóm."""

    unit: Unit
    cases: Sequence[WardCase]

    @property
    def count(self) -> Count:
        """How many of them are open, unconfirmed and closed."""
        return counted(self.cases)


@dataclass(frozen=True, slots=True, kw_only=True)
class WardCases:
    """The cases of all khóm, in the ward's order."""

    khoms: Sequence[KhomCases]
    may_see_names: bool
    """And why a case is over, which says as much about the household as a name."""

    @property
    def cases(self) -> list[WardCase]:
        """Those of all khóm."""
        return [case for khom in self.khoms for case in khom.cases]


def counted(cases: Sequence[WardCase]) -> Count:
    """How many of the cases are open, unconfirmed and closed."""
    return count([case.standing for case in cases])


def ward_cases(tx: Transaction, *, by: Person, ward: Unit, period: ReportingPeriod) -> WardCases:
    """The cases of the ward, for somebody who may read its figures."""
    require(by, Permission.READ_FIGURES, ward)
    khoms = [unit for unit in tx.units.children(ward.id, period.span.last_day) if unit.level is Level.KHOM]
    found = cases_of(tx, {unit.id: unit for unit in khoms}, period.span)
    return WardCases(
        khoms=[KhomCases(unit=unit, cases=[case for case in found if case.unit.id == unit.id]) for unit in khoms],
        may_see_names=may(by, Permission.READ_NAMES, ward),
    )


def cases_of(tx: Transaction, units: Mapping[UnitId, Unit], span: Span) -> list[WardCase]:
    """What the units and those that went over into them know at the end of the period, oldest case first."""
    lineage = tx.units.lineage(list(units))
    told = (at_end_of(chain, span) for chain in chains(tx.carrying.links(list(lineage), FAMILY)))
    known = [found for found in told if found is not None]
    ids = {each for link, _ in known for each in (link.submission.id, link.submission.carried_from) if each is not None}
    sent = tx.submissions.latest_revisions(list(ids))
    return [
        WardCase(
            unit=units[lineage[last.unit]],
            submission=last,
            revision=sent[last.id],
            standing=standing,
            is_changed=last.carried_from is not None and differs(tx, sent[last.id], sent.get(last.carried_from)),
            closing=link.closing if standing is Standing.CLOSED else None,
        )
        for link, standing in known
        for last in (link.submission,)
    ]
