"""Who may do what, where: one table, read by every use case."""

from __future__ import annotations

from enum import StrEnum

from bot.domain.errors import Refused
from bot.domain.people import Person, Role
from bot.domain.units import Unit


class Permission(StrEnum):
    """What a use case asks for."""

    FILL = "fill"
    """Fill in and send a khóm's forms."""
    OPEN_PERIODS = "open_periods"
    READ_FIGURES = "read_figures"
    """Read the ward's figures and export them, without names of people in need."""
    READ_NAMES = "read_names"
    """See the names in hardship cases."""
    ENTER_FOR = "enter_for"
    """See what khóm have sent instead of typing, names included, and enter it for them."""
    INVITE = "invite"
    END_POSTS = "end_posts"
    """See who holds which post in the ward, and end one."""
    REMIND = "remind"
    """Remind the ward's khóm of their reports, and say when they may be reminded."""
    PUBLISH_FORMS = "publish_forms"
    """Change the questions: they are the installation's, so it is held on its ward."""
    ANNOUNCE = "announce"
    """Tell many people something in the ward's name, steer that, and see who has read it."""


_KHOM_ROLES = {Role.HEAD, Role.DEPUTY}

GRANTED: dict[Permission, frozenset[Role]] = {
    Permission.FILL: frozenset(_KHOM_ROLES),
    Permission.OPEN_PERIODS: frozenset({Role.WARD_OFFICER, Role.ADMIN}),
    Permission.READ_FIGURES: frozenset({Role.WARD_OFFICER, Role.APPROVER, Role.VIEWER, Role.ADMIN}),
    Permission.READ_NAMES: frozenset({Role.WARD_OFFICER}),
    Permission.ENTER_FOR: frozenset({Role.WARD_OFFICER}),
    Permission.INVITE: frozenset({Role.WARD_OFFICER, Role.ADMIN}),
    Permission.END_POSTS: frozenset({Role.WARD_OFFICER, Role.ADMIN}),
    Permission.REMIND: frozenset({Role.WARD_OFFICER, Role.ADMIN}),
    Permission.PUBLISH_FORMS: frozenset({Role.WARD_OFFICER, Role.ADMIN}),
    Permission.ANNOUNCE: frozenset({Role.WARD_OFFICER, Role.APPROVER}),
}


def units_where(person: Person, permission: Permission) -> tuple[Unit, ...]:
    """The units on which the person has the permission by a post held there."""
    return person.units_with(*GRANTED[permission])


def may(person: Person, permission: Permission, unit: Unit) -> bool:
    """Whether the person has the permission on exactly that unit or on its parent."""
    reach = {held.id for held in units_where(person, permission)}
    return unit.id in reach or (unit.parent is not None and unit.parent in reach)


def require(person: Person, permission: Permission, unit: Unit) -> None:
    """Raise Refused unless the person may."""
    if not may(person, permission, unit):
        raise Refused(permission.value)
