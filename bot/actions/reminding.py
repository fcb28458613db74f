"""Reminding heads of their reports: on the report's own days, and when the officer asks for it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from bot.actions.standings import Circle, Report, circle, progress, reports_owed
from bot.clock import local, local_date
from bot.conversation.pushing import push
from bot.conversation.reminder_cards import Line, reminder
from bot.domain.access import Permission, require
from bot.domain.budgets import of_plans
from bot.domain.errors import Conflict
from bot.domain.people import Person, PersonId
from bot.domain.quotas import month_of
from bot.domain.reminders import (
    Item,
    Kind,
    Owed,
    Past,
    Reminder,
    ReportKey,
    Rules,
    hearers,
    reminders_asked,
    reminders_due,
)
from bot.domain.units import Unit, UnitId
from bot.messages import Outgoing, Served
from bot.texts import dates
from bot.texts import reminders as words
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """What a ward's reminders of one moment are decided by."""

    reports: dict[ReportKey, Report]
    circle: Circle
    rules: Rules
    past: Past


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What became of an officer's wish to remind those who have not sent."""

    told: tuple[Unit, ...]
    told_before: tuple[Unit, ...]
    """Somebody there was reminded earlier that day."""
    unreached: tuple[tuple[Unit, tuple[Person, ...]], ...]
    """Nobody there can be reached by message; with the people to be called."""
    outgoing: tuple[Outgoing, ...]
    is_open: bool
    """Whether any period is open."""


def due_now(tx: Transaction, ward: UnitId, now: datetime, served: Served) -> list[Reminder]:
    """Who of the ward is to be reminded at this moment, the most urgent first."""
    if not tx.reminder_rules.of(ward).lets_remind(local(now)):
        return []
    return _due(_round(tx, ward, now, served), now)


def remind_one(tx: Transaction, ward: UnitId, person: PersonId, now: datetime, served: Served) -> list[Outgoing]:
    """Remind one person, if that is still due: the report may have come in since, another process been faster."""
    tx.sessions.take(person, now)  # first, as every turn does: it keeps the person from other processes
    units = [post.unit.id for post in tx.people.get(person, local_date(now)).posts if post.unit.parent == ward]
    if not units:
        return []
    here = _round(tx, ward, now, served, only=units, person=person)
    for found in _due(here, now):
        if found.person == person:
            return _deliver(tx, here, found, now, by=None)
    return []


def remind_unsent(tx: Transaction, *, by: Person, ward: Unit, now: datetime, served: Served) -> Asked:
    """Remind at once everybody who has not sent; who was reminded today is left in peace.

    Conflict("quiet_hours") when nobody wants to be woken.
    """
    require(by, Permission.REMIND, ward)
    rules = tx.reminder_rules.of(ward.id)
    if not rules.is_awake(local(now)):
        raise Conflict("quiet_hours", from_hour=rules.from_hour, until_hour=rules.until_hour)
    here = _round(tx, ward.id, now, served)
    found = reminders_asked(
        local(now), owed=_owed(here), people=here.circle.responsible, rules=here.rules, past=here.past
    )
    outgoing: list[Outgoing] = []
    told: set[UnitId] = set()
    # In one order, so that two officers never wait for each other's heads.
    for each in sorted(found, key=lambda one: one.person):
        tx.sessions.take(each.person, now)
        if sent := _deliver(tx, here, each, now, by=by.id):
            outgoing += sent
            told |= {item.owed.unit for item in each.items}
    if told:
        tx.audit.record(now, by.id, "reminded", f"unit:{ward.id}", {"units": sorted(told)})
    return _asked(here, local_date(now), told, tuple(outgoing))


def _asked(here: Round, today: date, told: set[UnitId], outgoing: tuple[Outgoing, ...]) -> Asked:
    wanted = [report for report in here.reports.values() if report.owed.is_wanted_on(today)]
    before = {
        report.unit.id
        for report in wanted
        if any(each.person in here.past.told_today for each in hearers(report.owed, here.circle.responsible))
    }
    units = {report.unit.id: report.unit for report in wanted}
    return Asked(
        told=tuple(unit for unit in units.values() if unit.id in told),
        told_before=tuple(unit for unit in units.values() if unit.id in before - told),
        unreached=tuple(
            (unit, tuple(here.circle.of(unit.id))) for unit in units.values() if unit.id not in told | before
        ),
        outgoing=outgoing,
        is_open=bool(here.reports),
    )


def _round(
    tx: Transaction,
    ward: UnitId,
    now: datetime,
    served: Served,
    *,
    only: Collection[UnitId] = (),
    person: PersonId | None = None,
) -> Round:
    """What decides about the ward, or about some units for the sake of one person."""
    today = local_date(now)
    periods = tx.periods.open_on(ward, today)
    reports = {report.owed.key: report for report in reports_owed(tx, ward, today, periods, only)}
    wanted = {report.unit.id for report in reports.values() if report.owed.is_wanted_on(today)}
    return Round(
        reports=reports,
        circle=circle(tx, wanted, now, served),
        rules=tx.reminder_rules.of(ward),
        past=Past(
            told_today=tx.reminders.told_on(today),
            told_of=tx.reminders.told_of([period.id for period in periods], person),
            wishes=tx.reminders.wishes(today),
            spent=tx.reminders.spent(today.replace(day=1), today),
            budgets=of_plans(tx.quotas.usages(month_of(today), served)),
        ),
    )


def _owed(here: Round) -> list[Owed]:
    return [report.owed for report in here.reports.values()]


def _due(here: Round, now: datetime) -> list[Reminder]:
    return reminders_due(local(now), owed=_owed(here), people=here.circle.responsible, rules=here.rules, past=here.past)


def _deliver(tx: Transaction, here: Round, found: Reminder, now: datetime, *, by: PersonId | None) -> list[Outgoing]:
    """The message and its row in the ledger, in one transaction."""
    today = local_date(now)
    if not tx.reminders.keep(found, today, now, by):
        return []
    reports = [(here.reports[item.owed.key], item) for item in found.items]
    names_units = len({post.unit.id for post in here.circle.members[found.person].posts}) > 1
    lines = [_line(tx, report, item, now, names_unit=names_units) for report, item in reports]
    again = here.rules.next_working_day(today)
    reply = reminder(
        lines,
        today,
        who=here.circle.members[found.person].called,
        asked=by is not None,
        again=again if here.rules.enabled and any(again <= line.due_on for line in lines) else None,
    )
    places = here.circle.places[found.person]
    place = next(each for each in places if each.address.channel == found.channel)
    return [push(tx, found.person, place, reply, now)]


def _line(tx: Transaction, report: Report, item: Item, now: datetime, *, names_unit: bool) -> Line:
    done, total = progress(tx, report, now)
    wording = words.REPORT_OF_UNIT if names_unit else words.REPORT
    owed = report.owed
    return Line(
        choice=f"@reminder:{owed.period}:{owed.unit}:{owed.family}",
        report=wording.format(period=dates.period(report.period.span), unit=report.unit.name),
        due_on=owed.due_on,
        standing=owed.standing,
        done=done,
        total=total,
        is_opening=item.kind is Kind.OPENING,
    )
