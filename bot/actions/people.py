"""Who is responsible for whom, and how people are addressed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from bot.domain.people import Person, Role
from bot.domain.units import Unit
from storage.transaction import Transaction


def address(tx: Transaction, person: Person, salutation: str, at: datetime) -> Person:
    """Keep how the person wants to be addressed: one of SALUTATIONS, or NO_SALUTATION."""
    tx.people.set_salutation(person.id, salutation)
    tx.audit.record(at, person.id, "addressed", f"person:{person.id}", {})
    return replace(person, salutation=salutation)


def officers_of(tx: Transaction, person: Person, day: date) -> list[Person]:
    """The ward officers whom the person may call, each once."""
    wards = {post.unit.parent or post.unit.id for post in person.posts}
    found = [officer for ward in sorted(wards) for officer in tx.people.with_role_on(ward, (Role.WARD_OFFICER,), day)]
    return [officer for officer in {officer.id: officer for officer in found}.values() if officer.id != person.id]


def officers_over(tx: Transaction, unit: Unit, day: date) -> list[Person]:
    """The ward officers of the ward in which the unit lies."""
    return [] if unit.parent is None else tx.people.with_role_on(unit.parent, (Role.WARD_OFFICER,), day)
