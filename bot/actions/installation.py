"""Setting up a ward: its units, its people, its targets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from bot.actions.forms import publish_shipped
from bot.actions.invitations import Ticket, invite
from bot.actions.periods import open_period
from bot.actions.phones import read_phone
from bot.clock import local_date
from bot.domain.errors import Conflict, Missing
from bot.domain.people import Person, PersonId, Role
from bot.domain.periods import PeriodKind, Span
from bot.domain.targets import Target
from bot.domain.units import Level, Unit, UnitId
from bot.texts import sample
from storage.transaction import Transaction

FOUNDED = date(2000, 1, 1)
"""First day of the units that an installation begins with: old enough for every report that may be typed in."""
PLAN_OF_2020 = (("ty_le_dang_ky", 100, None), ("ty_le_dat_tren_tong", 94, None), ("khom_dat_vmdt", 4, 4))
"""The targets of plan 219/KH-BCT, part II.2: 100 % registered, 94 % recognised, 04/04 khóm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invited:
    """A person with what lets one more channel in."""

    person: Person
    ticket: Ticket


def create_ward(tx: Transaction, *, code: str, name: str, khoms: Sequence[tuple[str, str]], at: datetime) -> Unit:
    """A ward with its khóm, given as (code, name); Conflict("ward_exists") if there is a ward already."""
    if tx.units.wards(local_date(at)):
        raise Conflict("ward_exists")
    publish_shipped(tx, at)
    ward = tx.units.add(code, name, Level.WARD, None, FOUNDED, None, 0)
    for position, (khom_code, khom_name) in enumerate(khoms, start=1):
        tx.units.add(khom_code, khom_name, Level.KHOM, ward, FOUNDED, None, position)
    tx.audit.record(at, None, "ward_created", f"unit:{ward}", {"code": code, "khoms": len(khoms)})
    return tx.units.get(ward)


def add_person(tx: Transaction, *, name: str, phone: str, role: Role, unit: UnitId, at: datetime) -> Person:
    """A person with a role, from today on; Invalid("phone") for a number that nobody can call."""
    today = local_date(at)
    person = tx.people.add(name, read_phone(phone), at)
    tx.people.give_post(person, role, unit, today, None)
    tx.audit.record(at, None, "person_added", f"person:{person}", {"role": role.value, "unit": unit})
    return tx.people.get(person, today)


def set_phone(tx: Transaction, person: PersonId, phone: str, at: datetime) -> None:
    """Keep a member's number, for those whom he helps; Invalid("phone") for one that nobody can call."""
    tx.people.set_phone(person, read_phone(phone))
    tx.audit.record(at, None, "phone_set", f"person:{person}", {})


def create_sample(tx: Transaction, at: datetime) -> None:
    """The sample ward with its cast, and this quarter open, in an empty database."""
    khoms = [(sample.KHOM_CODE.format(number=n), sample.KHOM.format(number=n)) for n in range(1, len(sample.HEADS) + 1)]
    ward = create_ward(tx, code=sample.WARD_CODE, name=sample.WARD, khoms=khoms, at=at)
    today = local_date(at)
    children = tx.units.children(ward.id, today)
    people = [
        (sample.OFFICER, sample.OFFICER_PHONE, Role.WARD_OFFICER, ward.id),
        *((name, "", Role.HEAD, unit.id) for unit, name in zip(children, sample.HEADS, strict=True)),
        (sample.DEPUTY, "", Role.DEPUTY, children[0].id),
    ]
    for name, phone, role, unit in people:
        person = add_person(tx, name=name, phone=phone, role=role, unit=unit, at=at)
        tx.people.set_salutation(person.id, sample.SALUTATIONS[name])
    _promise(tx, ward, today.year)
    open_period(tx, by=None, ward=ward, span=Span.around(today, PeriodKind.QUARTER), at=at)


def sample_links(tx: Transaction, key: bytes, at: datetime) -> list[Invited]:
    """New links and codes for everybody in the sample ward; none if this is no sample ward."""
    today = local_date(at)
    wards = tx.units.wards(today)
    if not wards or wards[0].code != sample.WARD_CODE:
        return []
    roles = (Role.WARD_OFFICER, Role.HEAD, Role.DEPUTY)
    places = (wards[0], *tx.units.children(wards[0].id, today))
    people = [person for unit in places for person in tx.people.with_role_on(unit.id, roles, today)]
    return [_reinvited(tx, key, person, at) for person in people]


def _reinvited(tx: Transaction, key: bytes, person: Person, at: datetime) -> Invited:
    post = person.posts[0]
    ticket = invite(tx, key=key, by=None, unit=post.unit.id, role=post.role, person=person.id, at=at)
    return Invited(person=person, ticket=ticket)


def _promise(tx: Transaction, ward: Unit, year: int) -> None:
    for indicator, amount, out_of in PLAN_OF_2020:
        tx.targets.add(
            Target(
                unit=ward.id,
                indicator=indicator,
                amount=Decimal(amount),
                out_of=Decimal(out_of) if out_of else None,
                valid_from=date(2020, 1, 1),
                valid_to=date(max(year, 2020), 12, 31),
                source=sample.TARGET_SOURCE,
            )
        )


def person_called(tx: Transaction, name: str, day: date) -> Person:
    """The one member of that name or number; Missing or Conflict("name_not_unique") otherwise."""
    if name.isdecimal():
        return tx.people.get(PersonId(int(name)), day)
    found = tx.people.named(name, day)
    if not found:
        raise Missing("person", name=name)
    if len(found) > 1:
        raise Conflict("name_not_unique", name=name)
    return found[0]
