"""How people are named to themselves and to others."""

from __future__ import annotations

import pytest

from bot.conversation.naming import spoken_of, whom
from bot.domain.people import NO_SALUTATION, Person, PersonId


@pytest.mark.parametrize(
    ("name", "salutation", "in_full", "to_others"),
    [
        ("Trần Thị Lan", "cô", "cô Trần Thị Lan", "cô Lan"),
        ("Minh", "ông", "ông Minh", "ông Minh"),
        ("Trần Thị Lan", "", "Trần Thị Lan", "Trần Thị Lan"),
        ("Trần Thị Lan", NO_SALUTATION, "Trần Thị Lan", "Trần Thị Lan"),
        ("bà con", "bác", "bác", "bác"),
        ("bà con", "", "bà con", "bà con"),
        (" ", "bác", "bác  ", "bác  "),
    ],
)
def test_people_are_named_by_their_form_of_address(name: str, salutation: str, in_full: str, to_others: str) -> None:
    person = Person(id=PersonId(1), name=name, salutation=salutation)
    assert (whom(person), spoken_of(person)) == (in_full, to_others)
