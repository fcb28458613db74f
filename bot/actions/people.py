"""Who is responsible for whom."""

from __future__ import annotations

from datetime import date

from bot.domain.people import Person, Role
from storage.transaction import Transaction


def officers_of(tx: Transaction, person: Person, day: date) -> list[Person]:
    """The ward officers whom the person may call, each once."""
    wards = {post.unit.parent or post.unit.id for post in person.posts}
    found = [officer for ward in sorted(wards) for officer in tx.people.with_role_on(ward, (Role.WARD_OFFICER,), day)]
    return [officer for officer in {officer.id: officer for officer in found}.values() if officer.id != person.id]
