"""The officer's morning: who has sent, who has begun, who is missing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.actions.phones import show_phone
from bot.actions.quotas import closed_for, used_much
from bot.actions.standings import Circle, Report, circle, places_of, progress, reports_owed
from bot.clock import local, local_date
from bot.conversation.digest_cards import Call, Section, digest
from bot.conversation.pushing import push
from bot.domain.digests import is_news
from bot.domain.people import Person, PersonId, Role
from bot.domain.periods import ReportingPeriod
from bot.domain.quotas import Purpose
from bot.domain.reminders import Standing
from bot.domain.submissions import Revision
from bot.domain.units import Unit, UnitId
from bot.messages import Outgoing, Served
from bot.texts import dates
from storage.transaction import Transaction


def officers_to_tell(tx: Transaction, ward: UnitId, now: datetime, served: Served) -> list[PersonId]:
    """The ward's officers who can be reached, if they may be told anything at this moment."""
    if not tx.reminder_rules.of(ward).lets_remind(local(now)):
        return []
    officers = tx.people.with_role_on(ward, (Role.WARD_OFFICER,), local_date(now))
    not_at = closed_for(tx, Purpose.DIGEST, local_date(now))
    return sorted(places_of(tx, [officer.id for officer in officers], now, served, not_at))


def tell(tx: Transaction, ward: UnitId, officer: PersonId, now: datetime, served: Served) -> list[Outgoing]:
    """Tell the officer of the periods that are worth a word, once a day."""
    tx.sessions.take(officer, now)  # first, as every turn does: it keeps the person from other processes
    sections = _sections(tx, ward, officer, now, served)
    today = local_date(now)
    places = places_of(tx, [officer], now, served, closed_for(tx, Purpose.DIGEST, today)).get(officer)
    if not sections or not places or not tx.reminders.keep_digest(officer, today, now):
        return []
    reply = digest(sections, today, told=_units_told(tx, ward, now), quotas=used_much(tx, today, served))
    return [push(tx, officer, places[0], reply, now)]


def calls(unit: Unit, people: Sequence[Person]) -> list[Call]:
    """Who of the unit is to be called, and by which number."""
    if not people:
        return [Call(unit=unit.name, name="", phone="")]
    return [Call(unit=unit.name, name=each.name, phone=each.phone and show_phone(each.phone)) for each in people]


def _sections(tx: Transaction, ward: UnitId, officer: PersonId, now: datetime, served: Served) -> list[Section]:
    today = local_date(now)
    periods = tx.periods.open_on(ward, today)
    reports = reports_owed(tx, ward, today, periods)
    last = tx.reminders.last_digest(officer)
    around = circle(tx, {report.unit.id for report in reports}, now, served)
    sections = []
    for period in periods:
        theirs = [report for report in reports if report.period.id == period.id]
        revisions = _revisions(tx, theirs)
        if theirs and is_news(
            period,
            local(now),
            is_complete=all(report.owed.standing is Standing.SENT for report in theirs),
            last_sending=max((revision.sent_at for revision in revisions), default=None),
            last_digest=last,
        ):
            sections.append(_section(tx, period, theirs, around, now))
    return sections


def _section(
    tx: Transaction, period: ReportingPeriod, reports: Sequence[Report], around: Circle, now: datetime
) -> Section:
    by_standing: dict[Standing, list[Report]] = {standing: [] for standing in Standing}
    for report in reports:
        by_standing[report.owed.standing].append(report)
    begun = [(report.unit.name, *progress(tx, report, now)) for report in by_standing[Standing.BEGUN]]
    missing = [report for report in reports if report.owed.standing is not Standing.SENT]
    is_late = local_date(now) > period.khom_due_on
    to_call = [report for report in missing if is_late or not _is_reached(report, around)]
    return Section(
        period=dates.period(period.span),
        due_on=period.khom_due_on,
        total=len(reports),
        sent=_names(by_standing[Standing.SENT]),
        returned=_names(by_standing[Standing.RETURNED]),
        begun=tuple(begun),
        not_begun=_names(by_standing[Standing.NOT_BEGUN]),
        to_call=tuple(call for report in to_call for call in calls(report.unit, around.of(report.unit.id))),
    )


def _is_reached(report: Report, around: Circle) -> bool:
    return any(each.unit == report.unit.id and each.channels for each in around.responsible)


def _revisions(tx: Transaction, reports: Sequence[Report]) -> list[Revision]:
    found = [report.submission.id for report in reports if report.submission is not None]
    return list(tx.submissions.latest_revisions(found).values())


def _units_told(tx: Transaction, ward: UnitId, now: datetime) -> tuple[str, ...]:
    today = local_date(now)
    told = tx.reminders.units_told_on([period.id for period in tx.periods.open_on(ward, today)], today)
    return tuple(unit.name for unit in tx.units.children(ward, today) if unit.id in told)


def _names(reports: Sequence[Report]) -> tuple[str, ...]:
    return tuple(report.unit.name for report in reports)
