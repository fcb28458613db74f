"""Who holds which post in a ward, and ending one: a head resigns, and somebody else follows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.clock import local_date
from bot.domain.access import GRANTED, Permission, require
from bot.domain.errors import Conflict, Missing
from bot.domain.people import Person, PersonId, Post, Role
from bot.domain.units import Level, Unit, UnitId
from storage.transaction import Transaction


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A post with who holds it."""

    person: Person
    post: Post


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A unit of the ward with all who hold a post there."""

    unit: Unit
    held: Sequence[Held]


def places(tx: Transaction, *, by: Person, ward: Unit, at: datetime) -> list[Place]:
    """The ward and its khóm, each with its people; also those where nobody is."""
    require(by, Permission.END_POSTS, ward)
    khoms = [unit for unit in tx.units.children(ward.id, local_date(at)) if unit.level is Level.KHOM]
    return [_place(tx, unit, at) for unit in (ward, *khoms)]


def place(tx: Transaction, *, by: Person, unit: UnitId, at: datetime) -> Place:
    """One of them; Missing or Refused where there is none of the person's."""
    found = tx.units.get(unit)
    require(by, Permission.END_POSTS, found)
    return _place(tx, found, at)


def endable(place: Place, by: Person) -> list[Held]:
    """The posts that the person may end there: nobody shuts himself out, and whoever set up the ward stays."""
    return [held for held in place.held if held.person.id != by.id and held.post.role is not Role.ADMIN]


def find(tx: Transaction, *, by: Person, unit: UnitId, person: PersonId, role: Role, at: datetime) -> Held:
    """The post, if the person may end it; Refused, Conflict("own_post" | "admins_post") or Missing("post")."""
    there = place(tx, by=by, unit=unit, at=at).held
    held = next((each for each in there if each.person.id == person and each.post.role is role), None)
    if held is None:
        raise Missing("post")
    if held.person.id == by.id:
        raise Conflict("own_post")
    if held.post.role is Role.ADMIN:
        raise Conflict("admins_post")
    return held


def end(tx: Transaction, *, by: Person, unit: UnitId, person: PersonId, role: Role, at: datetime) -> Person:
    """From this moment on the person does not hold the post; as he is then, with the posts that are left.

    What was invited for it and not used lets nobody back in, and what he has begun waits for whoever follows.
    """
    held = find(tx, by=by, unit=unit, person=person, role=role, at=at)
    today = local_date(at)
    if not tx.people.end_post(person, role, unit, today - timedelta(days=1)):
        raise Missing("post")
    tx.invitations.revoke_for(person, unit, at)
    left = tx.people.get(person, today)
    if not any(post.unit.id == unit and post.role in GRANTED[Permission.FILL] for post in left.posts):
        tx.submissions.let_go_all(unit, held.person.id)
    tx.audit.record(at, by.id, "post_ended", f"person:{person}", {"role": role.value, "unit": unit})
    return left


def _place(tx: Transaction, unit: Unit, at: datetime) -> Place:
    people = tx.people.with_role_on(unit.id, tuple(Role), local_date(at))
    held = [Held(person=person, post=post) for person in people for post in person.posts if post.unit.id == unit.id]
    return Place(unit=unit, held=sorted(held, key=lambda each: list(Role).index(each.post.role)))
