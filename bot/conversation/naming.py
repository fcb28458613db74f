"""How people are named: to themselves in full, and to others as one speaks of somebody whom both know."""

from __future__ import annotations

from bot.domain.people import Person
from bot.texts import addressing
from bot.texts.conversation import NAMELESS


def whom(person: Person) -> str:
    """cô Trần Thị Lan; a name alone, or a word alone, where there is nothing more."""
    if person.called and person.name == NAMELESS:
        return person.called
    return _with(person.called, person.name)


def spoken_of(person: Person) -> str:
    """cô Lan; the whole name of somebody whose form of address is not known."""
    names = person.name.split()
    if not person.called or person.name == NAMELESS or not names:
        return whom(person)
    return _with(person.called, names[-1])


def _with(called: str, name: str) -> str:
    return addressing.WITH_NAME.format(who=called, name=name) if called else name
