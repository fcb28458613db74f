"""How far the units of a ward have come with what they owe, and who answers for it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.actions import forms as published
from bot.actions.surroundings import asked_by_period
from bot.clock import local, local_date
from bot.domain.people import Person, PersonId, Role
from bot.domain.periods import ReportingPeriod
from bot.domain.quotas import Closed, Purpose, closed, month_of
from bot.domain.reminders import Owed, Responsible, Standing
from bot.domain.submissions import Status, Submission
from bot.domain.units import Unit, UnitId
from bot.domain.windows import Heard, Window, window
from bot.messages import UNSEEN, Route, Served
from forms.filling import Filling
from forms.prompt import Surroundings
from storage.transaction import Transaction

ROLES = (Role.HEAD, Role.DEPUTY)
FEW = 3
"""So many units are looked up one by one; more are read at once."""
STANDINGS: Mapping[Status, Standing] = {
    Status.DRAFT: Standing.BEGUN,
    Status.RETURNED: Standing.RETURNED,
    Status.WITHDRAWN: Standing.NOT_BEGUN,
}
"""Whatever else a submission may be, the ward has it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report that is owed, with what it belongs to."""

    owed: Owed
    unit: Unit
    period: ReportingPeriod
    submission: Submission | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """The people who answer for some units, and where they can be reached."""

    responsible: Sequence[Responsible]
    members: Mapping[PersonId, Person]
    places: Mapping[PersonId, Sequence[Route]]

    def of(self, unit: UnitId) -> list[Person]:
        """The unit's heads, else its deputies."""
        theirs = [each for each in self.responsible if each.unit == unit]
        heads = [each for each in theirs if each.role is Role.HEAD]
        return [self.members[each.person] for each in heads or theirs]


def reports_owed(
    tx: Transaction, ward: UnitId, today: date, periods: Sequence[ReportingPeriod], only: Collection[UnitId] = ()
) -> list[Report]:
    """What the ward's units (or only some of them) owe for the periods, in the ward's order."""
    reports = []
    # Of a few units the ward's other hundreds need not be read.
    chosen = [tx.units.get(id) for id in only] if only else tx.units.children(ward, today) if periods else []
    for period in periods:
        last_day = period.span.last_day
        units = [unit for unit in chosen if unit.is_valid_on(today) and unit.is_valid_on(last_day)]
        for level in {unit.level: None for unit in units}:
            for family in tx.forms.assigned(level, period.span.kind):
                theirs = [unit for unit in units if unit.level is level]
                found = _submissions(tx, period, family, theirs)
                reports += [_report(period, family, unit, found.get(unit.id)) for unit in theirs]
    return reports


def circle(tx: Transaction, units: Collection[UnitId], now: datetime, served: Served) -> Circle:
    """Heads and deputies of the units, and where they can be reminded."""
    today = local_date(now)
    if len(units) <= FEW:
        found = [person for unit in units for person in tx.people.with_role_on(unit, ROLES, today)]
    else:
        found = tx.people.everybody(today)
    posts = [
        (person, post)
        # Deputies first, so that of somebody who is both the head counts.
        for role in reversed(ROLES)
        for person in found
        for post in person.posts
        if post.role is role and post.unit.id in units
    ]
    members = {person.id: person for person, _ in posts}
    not_at = closed(tx.quotas.usages(month_of(today)), Purpose.REMINDER)
    places = places_of(tx, members, now, served, not_at)
    responsible = {
        (person.id, post.unit.id): Responsible(
            person=person.id,
            unit=post.unit.id,
            role=post.role,
            channels=tuple(dict.fromkeys(route.address.channel for route in places.get(person.id, ()))),
        )
        for person, post in posts
    }
    return Circle(responsible=tuple(responsible.values()), members=members, places=places)


def places_of(
    tx: Transaction, people: Collection[PersonId], now: datetime, served: Served, not_at: Closed = frozenset()
) -> dict[PersonId, list[Route]]:
    """Where people can be told something, in the order of trying; nobody stands in it who cannot be.

    `not_at`: where no such message may be sent this month.
    """
    told = {
        person: [route for route in theirs if _is_served(route, served, not_at) and _is_open(route, now)]
        for person, theirs in tx.routes.of(people).items()
    }
    return {person: places for person, places in told.items() if places}


def _is_served(route: Route, served: Served, not_at: Closed) -> bool:
    place = route.address.channel, route.address.bot
    return route.address.channel not in UNSEEN and place in served and place not in not_at


def _is_open(route: Route, now: datetime) -> bool:
    if route.heard_at is None:
        return True
    return window(Heard(channel=route.address.channel, at=route.heard_at), now) is not Window.SHUT


def progress(tx: Transaction, report: Report, at: datetime) -> tuple[int, int]:
    """How many questions are answered, and how many are asked as things stand; (0, 0) for what was not begun."""
    if report.submission is None:
        return 0, 0
    around = Surroundings(now=local(at), given=asked_by_period(report.unit, report.period, at))
    filling = Filling(published.load(tx, report.submission.form), report.submission.filling, around)
    asked = {line.key for line in filling.review()}
    return len(asked - set(filling.waiting())), len(asked)


def _submissions(
    tx: Transaction, period: ReportingPeriod, family: str, units: Sequence[Unit]
) -> dict[UnitId, Submission]:
    if len(units) > FEW:
        return {found.unit: found for found in tx.submissions.of_period(period.id, family)}
    return {unit.id: found for unit in units if (found := tx.submissions.live(family, unit.id, period.id)) is not None}


def _report(period: ReportingPeriod, family: str, unit: Unit, submission: Submission | None) -> Report:
    owed = Owed(
        period=period.id,
        family=family,
        unit=unit.id,
        opens_on=period.opens_on,
        due_on=period.khom_due_on,
        standing=Standing.NOT_BEGUN if submission is None else STANDINGS.get(submission.status, Standing.SENT),
        author=None if submission is None else submission.holder or submission.author,
        closed=period.closed,
    )
    return Report(owed=owed, unit=unit, period=period, submission=submission)
