"""What each role may open: the whole menu, so that no entry is given to anybody by an oversight."""

from __future__ import annotations

from datetime import date

import pytest

from bot.conversation.router import allowed
from bot.domain.people import Person, PersonId, Post, Role
from bot.domain.units import Level, Unit, UnitId
from handlers import HANDLERS

WARD = Unit(id=UnitId(1), code="P", name="Phường", level=Level.WARD, parent=None, valid_from=date(2020, 1, 1))
EVERYBODY = {"home", "help", "address", "channels", "join", "stranger"}
BY_THEMSELVES = {"interview", "notice"}
"""They look at each submission and announcement themselves: a member of whatever role may have got one."""
REPORTS = {"report", "hardship", "good_deed", "carried", "mine", "resume", "reminder", "snooze", "confirm"}
REPORTS |= {"copy", "copy_picture", "copy_print"}
FIGURES = {"progress", "received", "ward_hardship", "export"}
RUNS_THE_WARD = {"periods", "reminding", "inviting", "forms", "trial"}
ANNOUNCES = {"announce", "announcement"}

OPENS: dict[Role, set[str]] = {
    Role.HEAD: REPORTS,
    Role.DEPUTY: REPORTS,
    Role.SECTOR_REPORTER: set(),
    Role.WARD_OFFICER: FIGURES | RUNS_THE_WARD | ANNOUNCES | {"entrusted"},
    Role.APPROVER: FIGURES | ANNOUNCES,
    Role.VIEWER: FIGURES,
    Role.ADMIN: FIGURES | RUNS_THE_WARD,
}


@pytest.mark.parametrize("role", Role)
def test_a_role_opens_what_is_its_own_and_nothing_else(role: Role) -> None:
    post = Post(role=role, unit=WARD, valid_from=WARD.valid_from)
    person = Person(id=PersonId(1), name="Tú", posts=(post,))
    opened = {str(handler.name) for handler in HANDLERS if allowed(person, handler)}
    assert opened == EVERYBODY | BY_THEMSELVES | OPENS[role]


def test_whoever_has_no_post_opens_nothing_of_the_ward() -> None:
    person = Person(id=PersonId(1), name="Tú")
    assert {handler.name for handler in HANDLERS if allowed(person, handler)} == EVERYBODY | BY_THEMSELVES
