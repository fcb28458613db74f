"""People, and the roles they hold on units for a span of time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from bot.domain.units import Unit

PersonId = NewType("PersonId", int)
AccountId = NewType("AccountId", int)


class Role(StrEnum):
    """What a person is on a unit."""

    HEAD = "head"
    DEPUTY = "deputy"
    SECTOR_REPORTER = "sector_reporter"
    WARD_OFFICER = "ward_officer"
    APPROVER = "approver"
    VIEWER = "viewer"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One role of one person on one unit, from its first day up to and including its last."""

    role: Role
    unit: Unit
    valid_from: date
    valid_to: date | None = None

    def is_held_on(self, day: date) -> bool:
        """Whether the person holds the post on that day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A human known to the bot, with the posts held today."""

    id: PersonId
    name: str
    phone: str = ""
    salutation: str = ""
    """How the bot addresses the person: ông, bà, bác, chú, cô, anh, chị; empty until asked."""
    posts: tuple[Post, ...] = ()

    def units_with(self, *roles: Role) -> tuple[Unit, ...]:
        """The units on which the person holds one of the roles."""
        return tuple(post.unit for post in self.posts if post.role in roles)
