"""Whom an announcement is meant for: resolved anew until it is confirmed, so that size and names can be shown."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date, datetime

from bot.actions import periods
from bot.actions.figures import unit_reports
from bot.clock import local_date
from bot.domain.access import Permission, require
from bot.domain.announcements import Audience, Recipient
from bot.domain.errors import Invalid
from bot.domain.people import Person, PersonId
from bot.domain.periods import PeriodId
from bot.domain.submissions import Status
from bot.domain.units import Level, Unit, UnitId
from bot.messages import Served
from storage.transaction import Transaction

OWED = {Status.DRAFT, Status.RETURNED, Status.WITHDRAWN}
"""A report in one of these states is not there yet."""


def recipients(
    tx: Transaction,
    *,
    by: Person | None,
    ward: Unit,
    audience: Audience,
    at: datetime,
    served: Served | None = None,
) -> list[Recipient]:
    """Who would get it now, each person once, in the order of their units; `by` is None for the operator.

    People without any channel that is served are among them, marked as not reachable: the officer sees whom to call
    instead. `served`: None where nobody asks by what they are reached.
    Invalid("not_in_ward") for somebody hand-picked who holds no post in the ward; Invalid("period_closed") where those
    are meant who have not sent the report of a closed period.
    """
    if by is not None:
        require(by, Permission.ANNOUNCE, ward)
    today = local_date(at)
    units = {unit.id: unit for unit in (ward, *khoms(tx, ward, today))}
    members = tx.people.everybody(today)
    if audience.people:
        chosen = _picked(members, units, audience.people)
    else:
        meant = _meant(tx, ward, audience, units)
        chosen = [(person, unit) for person in members if (unit := _unit_of(person, meant, audience)) is not None]
    heard = tx.routes.heard(served)
    place = {unit: number for number, unit in enumerate(units)}
    return [
        Recipient(person=person, unit=unit, heard=heard.get(person.id, ()))
        for person, unit in sorted(chosen, key=lambda each: (place[each[1].id], each[0].id))
    ]


def khoms(tx: Transaction, ward: Unit, day: date) -> list[Unit]:
    """The ward's khóm on that day, in their order."""
    return [unit for unit in tx.units.children(ward.id, day) if unit.level is Level.KHOM]


def _meant(tx: Transaction, ward: Unit, audience: Audience, units: Mapping[UnitId, Unit]) -> Mapping[UnitId, Unit]:
    """The units whose people are meant."""
    chosen = {id: unit for id, unit in units.items() if not audience.units or id in audience.units}
    if audience.not_sent is None:
        return chosen
    owing = _owing(tx, ward, audience.not_sent)
    return {id: unit for id, unit in chosen.items() if id in owing}


def _owing(tx: Transaction, ward: Unit, period_id: PeriodId) -> Collection[UnitId]:
    period = periods.get(tx, period_id)
    if period.ward != ward.id:
        raise Invalid("not_in_ward")
    if period.closed:
        raise Invalid("period_closed")
    return {
        report.unit.id
        for report in unit_reports(tx, ward, period)
        if report.submission is None or report.submission.status in OWED
    }


def _unit_of(person: Person, meant: Mapping[UnitId, Unit], audience: Audience) -> Unit | None:
    """The first unit for which the person is meant."""
    return next((unit for unit in person.units_with(*audience.roles) if unit.id in meant), None)


def _picked(
    members: Collection[Person], units: Mapping[UnitId, Unit], wanted: Collection[PersonId]
) -> list[tuple[Person, Unit]]:
    found = []
    by_id = {person.id: person for person in members}
    for id in dict.fromkeys(wanted):
        person = by_id.get(id)
        posts = person.posts if person is not None else ()
        unit = next((post.unit for post in posts if post.unit.id in units), None)
        if person is None or unit is None:
            raise Invalid("not_in_ward")
        found.append((person, unit))
    return found
