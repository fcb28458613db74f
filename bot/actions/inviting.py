"""The officer invites somebody: who is there already, who is new, and asking for the sheet to be handed over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.clock import local_date
from bot.domain.access import Permission, require
from bot.domain.errors import Invalid, Missing
from bot.domain.people import Person, PersonId, Role
from bot.domain.units import Level, Unit, UnitId
from bot.messages import Address
from forms.values.normalize import tidy
from storage.transaction import Transaction

INVITATION = "invitation"
"""The kind of export that an invitation is: it is made outside the turn, with its sheet to be printed."""
LONGEST_NAME = 60
ROLES = {Level.WARD: (Role.WARD_OFFICER, Role.APPROVER, Role.VIEWER), Level.KHOM: (Role.HEAD, Role.DEPUTY)}
"""As what the ward may invite somebody new, on a unit of that level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Somebody who holds a post on the unit."""

    person: Person
    role: Role
    has_channel: bool


def units_of(tx: Transaction, *, by: Person, ward: Unit, at: datetime) -> list[Unit]:
    """Where somebody may be invited: the ward, then its khóm."""
    require(by, Permission.INVITE, ward)
    return [ward, *(unit for unit in tx.units.children(ward.id, local_date(at)) if unit.level is Level.KHOM)]


def unit_of(tx: Transaction, *, by: Person, id: UnitId) -> Unit:
    """The unit, if one may invite there; Missing or Refused otherwise."""
    unit = tx.units.get(id)
    require(by, Permission.INVITE, unit)
    return unit


def known_on(tx: Transaction, *, by: Person, unit: Unit, at: datetime) -> list[Known]:
    """Who holds a post on it already."""
    require(by, Permission.INVITE, unit)
    people = tx.people.with_role_on(unit.id, tuple(Role), local_date(at))
    reached = tx.routes.of([person.id for person in people])
    return [
        Known(person=person, role=_role_on(person, unit), has_channel=person.id in reached)
        for person in people
        if person.id != by.id
    ]


def invite_known(tx: Transaction, *, by: Person, unit: Unit, person: PersonId, to: Address, at: datetime) -> Person:
    """Ask for an invitation that gives one more channel to somebody who is there."""
    found = next((each for each in known_on(tx, by=by, unit=unit, at=at) if each.person.id == person), None)
    if found is None:
        raise Missing("person", id=person)
    _ask(tx, by=by, unit=unit, role=found.role, person=found.person, to=to, at=at)
    return found.person


def invite_new(tx: Transaction, *, by: Person, unit: Unit, role: Role, name: str, to: Address, at: datetime) -> Person:
    """Add somebody, and ask for the invitation. Invalid("name") for what is none."""
    require(by, Permission.INVITE, unit)
    if role not in roles_on(unit):
        raise Missing("role")
    called = tidy(name)
    if not 1 < len(called) <= LONGEST_NAME or not any(letter.isalpha() for letter in called) or _has_digits(called):
        raise Invalid("name", name=called[:LONGEST_NAME], most=LONGEST_NAME)
    today = local_date(at)
    person = tx.people.get(tx.people.add(called, "", at), today)
    tx.people.give_post(person.id, role, unit.id, today)
    tx.audit.record(at, by.id, "person_added", f"person:{person.id}", {"role": role.value, "unit": unit.id})
    _ask(tx, by=by, unit=unit, role=role, person=person, to=to, at=at)
    return person


def roles_on(unit: Unit) -> Sequence[Role]:
    """As what somebody new may be invited there."""
    return ROLES.get(unit.level, ())


def _ask(tx: Transaction, *, by: Person, unit: Unit, role: Role, person: Person, to: Address, at: datetime) -> None:
    params = {"unit": unit.id, "role": role.value, "person": person.id}
    tx.exports.request(INVITATION, params, by.id, to, at)


def _role_on(person: Person, unit: Unit) -> Role:
    return next(post.role for post in person.posts if post.unit.id == unit.id)


def _has_digits(name: str) -> bool:
    return any(letter.isdecimal() for letter in name)
