"""People, and the roles they hold on units for a span of time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import NewType

from bot.domain.units import Unit

PersonId = NewType("PersonId", int)
AccountId = NewType("AccountId", int)

SALUTATIONS = ("ông", "bà", "bác", "chú", "cô", "anh", "chị")
"""How the bot may address a person."""
NO_SALUTATION = "-"


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A human known to the bot, with the posts held today."""

    id: PersonId
    name: str
    phone: str = ""
    salutation: str = ""
    """One of SALUTATIONS; empty until asked, NO_SALUTATION for somebody who would rather not say."""
    posts: tuple[Post, ...] = ()

    @property
    def called(self) -> str:
        """The word by which the bot addresses the person; empty where it has to do without."""
        return "" if self.salutation == NO_SALUTATION else self.salutation

    def units_with(self, *roles: Role) -> tuple[Unit, ...]:
        """The units on which the person holds one of the roles."""
        return tuple(post.unit for post in self.posts if post.role in roles)
