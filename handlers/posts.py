"""The officer sees who holds which post, and ends one: a head resigns, and the khóm's history stays."""

from __future__ import annotations

import re

from bot.actions import posts as acts
from bot.actions.inviting import roles_on
from bot.actions.phones import show_phone
from bot.actions.posts import Held, Place
from bot.conversation import naming
from bot.conversation.arguments import is_key
from bot.conversation.handler import Handler
from bot.conversation.turn import Turn
from bot.conversation.way_home import HOME
from bot.domain.access import GRANTED, Permission, units_where
from bot.domain.people import Person, PersonId, Post, Role
from bot.domain.units import Level, UnitId
from bot.messages import Choice, Reply
from bot.texts import posts as words
from bot.texts.conversation import NOT_UNDERSTOOD, ROLE_NAMES
from forms.values.findings import Clear
from forms.values.yes_no import read_yes_no
from handlers import home

NAME = "posts"
IN_ROW = 2
ASKED = re.compile(r"ask:(?P<unit>[1-9]\d{0,17}):(?P<person>[1-9]\d{0,17}):(?P<role>[a-z_]{1,20})", re.ASCII)


def open_(turn: Turn, argument: str) -> None:
    """Everybody; "@posts:3" a khóm's people; "@posts:ask:3:7:head" whether that post is to end."""
    asked = ASKED.fullmatch(argument)
    if asked is not None and asked["role"] in set(Role):
        _ask(turn, UnitId(int(asked["unit"])), PersonId(int(asked["person"])), Role(asked["role"]))
    elif is_key(argument):
        _people(turn, UnitId(int(argument)))
    else:
        _everybody(turn)


def _everybody(turn: Turn) -> None:
    turn.session.go(NAME)
    ward = units_where(turn.who, Permission.END_POSTS)[0]
    places = acts.places(turn.tx, by=turn.who, ward=ward, at=turn.now)
    lines = [words.LINE.format(unit=place.unit.name, people=_names(place)) for place in places]
    choices = [
        Choice(id=f"@{NAME}:{place.unit.id}", label=place.unit.name, told=line)
        for place, line in zip(places, lines, strict=True)
    ]
    rows = [tuple(choices[start : start + IN_ROW]) for start in range(1, len(choices), IN_ROW)]
    text = "\n".join((words.LIST, *lines))
    turn.ask(Reply(text=text, hint=words.LIST_HINT, rows=((choices[0],), *rows, (HOME,))))


def _names(place: Place) -> str:
    named = (words.HELD.format(name=held.person.name, role=_role(held.post)) for held in place.held)
    return ", ".join(named) or words.NOBODY


def _people(turn: Turn, unit: UnitId) -> None:
    place = acts.place(turn.tx, by=turn.who, unit=unit, at=turn.now)
    turn.session.go(NAME, card=str(unit))
    held = acts.endable(place, turn.who)
    rows = [
        (
            Choice(
                id=f"@{NAME}:ask:{unit}:{each.person.id}:{each.post.role}",
                label=words.CHOICE.format(name=each.person.name, role=_role(each.post)),
            ),
        )
        for each in held
    ]
    text = (words.WHO if held else words.WHO_NONE).format(unit=place.unit.name)
    other = Choice(id=f"@{NAME}", label=words.OTHER_UNIT, way_out=True)
    turn.ask(Reply(text=text, rows=(*rows, (other, HOME))))


def _ask(turn: Turn, unit: UnitId, person: PersonId, role: Role) -> None:
    """What it means, before it is done."""
    held = acts.find(turn.tx, by=turn.who, unit=unit, person=person, role=role, at=turn.now)
    turn.session.go(NAME, card=f"ask:{unit}:{person}:{role}", unit=unit, person=person, role=role.value)
    said = {"name": held.person.name, "role": _role(held.post), "unit": held.post.unit.name}
    loses = words.SURE_KHOM if held.post.unit.level is Level.KHOM else words.SURE_WARD
    text = "\n".join(filter(None, (words.SURE, loses, words.SURE_KEPT, _still(held)))).format(**said)
    back = Choice(id=f"@{NAME}:{unit}", label=words.BACK, way_out=True)
    # The button lasts no longer than the question: who is let in again later is not put out by it.
    turn.ask(Reply(text=text, rows=((Choice(id="end", label=words.YES),), (back,))))


def _still(held: Held) -> str:
    """The posts that are left."""
    left = [post for post in held.person.posts if post != held.post]
    posts = ", ".join(words.POST.format(role=_role(post), unit=post.unit.name) for post in left)
    return words.SURE_STILL.format(name=held.person.name, posts=posts) if left else ""


def choose(turn: Turn, action: str) -> None:
    """ "Đồng ý cho thôi"; all else that is offered here lasts."""
    place = turn.session.place
    if action != "end" or "person" not in place:
        open_(turn, turn.session.card)
        return
    unit, role = UnitId(place["unit"]), Role(place["role"])
    held = acts.find(turn.tx, by=turn.who, unit=unit, person=PersonId(place["person"]), role=role, at=turn.now)
    acts.end(turn.tx, by=turn.who, unit=unit, person=held.person.id, role=role, at=turn.now)
    turn.settle(words.YES)
    _tell(turn, held)
    _done(turn, held)


def _done(turn: Turn, held: Held) -> None:
    unit, role = held.post.unit, held.post.role
    place = acts.place(turn.tx, by=turn.who, unit=unit.id, at=turn.now)
    filled = any(each.post.role in GRANTED[Permission.FILL] for each in place.held)
    lines = [words.DONE.format(name=held.person.name, role=_role(held.post), unit=unit.name)]
    lines += [words.DONE_NOBODY.format(unit=unit.name)] if unit.level is Level.KHOM and not filled else []
    invite = Choice(id=f"@inviting:{unit.id}:{role}", label=words.DONE_INVITE)
    home.greet(turn, "\n".join(lines), above=[(invite,)] if role in roles_on(unit) else ())


def _tell(turn: Turn, held: Held) -> None:
    """Nobody learns it from a button that does not work any more."""
    person = held.person
    text = words.TOLD.by(person.called, role=_role(held.post), unit=held.post.unit.name)
    turn.tell(person.id, Reply(text=text, hint=_whom_to_call(turn.who)))


def _whom_to_call(officer: Person) -> str:
    wording = words.TOLD_HINT if officer.phone else words.TOLD_HINT_NO_PHONE
    return wording.format(name=naming.whom(officer), phone=show_phone(officer.phone))


def _role(post: Post) -> str:
    return ROLE_NAMES[post.role.value]


def read(turn: Turn) -> None:
    """Yes or no may be typed."""
    answer = read_yes_no(turn.incoming.text)
    if "person" in turn.session.place and isinstance(answer, Clear):
        if answer.value:
            choose(turn, "end")
        else:
            _people(turn, UnitId(turn.session.place["unit"]))
        return
    turn.say(Reply(text=NOT_UNDERSTOOD))
    turn.repeat()


HANDLER = Handler(
    name=NAME,
    label=words.LABEL,
    permission=Permission.END_POSTS,
    command="phutrach",
    words=words.WORDS,
    open=open_,
    choose=choose,
    read=read,
)
