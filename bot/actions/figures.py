"""Reading a ward's figures: who has sent, what was sent, and asking for the workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.actions.ward_cases import WardCase, cases_of
from bot.clock import local_date
from bot.domain.access import Permission, may, require
from bot.domain.people import Person
from bot.domain.periods import ReportingPeriod
from bot.domain.submissions import Revision, Submission
from bot.domain.targets import Target
from bot.domain.units import Level, Unit, UnitId
from bot.messages import Address
from storage.transaction import Transaction

WORKBOOK = "workbook"
"""The kind of export that the officer's menu asks for."""
REPORT_FAMILY = "khom_dinh_ky"
HARDSHIP_FAMILY = "hoan_canh_kho_khan"
GOOD_DEED_FAMILY = "guong_ntvt"


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitReport:
    """What one khóm has done for a period: nothing, a draft, or a sent revision."""

    unit: Unit
    submission: Submission | None
    revision: Revision | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WardFigures:
    """All that a workbook of one period is made of, as it stood at one moment."""

    ward: Unit
    period: ReportingPeriod
    reports: Sequence[UnitReport]
    hardship: Sequence[WardCase]
    good_deeds: Sequence[tuple[Unit, Submission, Revision]]
    targets: Sequence[Target]
    may_see_names: bool


def reports_of(tx: Transaction, *, by: Person, ward: Unit, period: ReportingPeriod) -> list[UnitReport]:
    """How far each khóm has come with a period."""
    require(by, Permission.READ_FIGURES, ward)
    return unit_reports(tx, ward, period)


def unit_reports(tx: Transaction, ward: Unit, period: ReportingPeriod) -> list[UnitReport]:
    """One per khóm that existed on the period's last day, in the ward's order."""
    units = [unit for unit in tx.units.children(ward.id, period.span.last_day) if unit.level is Level.KHOM]
    by_unit = {found.unit: found for found in tx.submissions.of_period(period.id, REPORT_FAMILY)}
    revisions = tx.submissions.latest_revisions([found.id for found in by_unit.values()])
    return [
        UnitReport(unit=unit, submission=found, revision=revisions.get(found.id) if found else None)
        for unit in units
        for found in (by_unit.get(unit.id),)
    ]


def ward_figures(tx: Transaction, *, by: Person | None, ward: Unit, period: ReportingPeriod) -> WardFigures:
    """Everything for the workbook; `by` is None for the operator at the console, who sees no names."""
    if by is not None:
        require(by, Permission.READ_FIGURES, ward)
    reports = unit_reports(tx, ward, period)
    units = {report.unit.id: report.unit for report in reports}
    return WardFigures(
        ward=ward,
        period=period,
        reports=reports,
        hardship=cases_of(tx, units, period.span),
        good_deeds=_cases(tx, units, GOOD_DEED_FAMILY, period.span.last_day, since=period.span.first_day),
        targets=tx.targets.of(ward.id, period.span.last_day),
        may_see_names=by is not None and may(by, Permission.READ_NAMES, ward),
    )


def request_export(
    tx: Transaction, *, by: Person, ward: Unit, period: ReportingPeriod, to: Address, at: datetime
) -> int:
    """Ask for the workbook; it is made after the commit and sent to the address. The number of the request."""
    require(by, Permission.READ_FIGURES, ward)
    params: Mapping[str, object] = {"period": period.id, "ward": ward.id}
    request = tx.exports.request(WORKBOOK, params, by.id, to, at)
    tx.audit.record(at, by.id, "export_requested", f"export:{request}", {"what": WORKBOOK, "period": period.code})
    return request


def _cases(
    tx: Transaction, units: Mapping[UnitId, Unit], family: str, until: date, since: date
) -> list[tuple[Unit, Submission, Revision]]:
    found = tx.submissions.of_family([unit.id for unit in units.values()], family)
    revisions = tx.submissions.latest_revisions([submission.id for submission in found])
    sent = [
        (units[submission.unit], submission, revisions[submission.id])
        for submission in found
        if submission.id in revisions
    ]
    return [
        (unit, submission, revision) for unit, submission, revision in sent if since <= _first_day(submission) <= until
    ]


def _first_day(submission: Submission) -> date:
    return local_date(submission.created_at)
