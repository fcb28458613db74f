"""The officer invites somebody, new or known, and gets what is to be handed over."""

from __future__ import annotations

from bot.actions import inviting as acts
from bot.actions.invitations import revoke
from bot.conversation.arguments import is_key
from bot.conversation.handler import Handler
from bot.conversation.turn import Turn
from bot.conversation.way_home import HOME
from bot.domain.access import Permission, units_where
from bot.domain.errors import Missing
from bot.domain.people import PersonId, Role
from bot.domain.units import Unit, UnitId
from bot.messages import Choice, Reply
from bot.texts import inviting as words
from bot.texts.conversation import NOT_UNDERSTOOD, ROLE_NAMES
from handlers import home

NAME = "inviting"
IN_ROW = 2


def open_(turn: Turn, argument: str) -> None:
    """Where; "@inviting:3" who there, "@inviting:3:7" that person, "@inviting:3:head" somebody new as that."""
    place, _, whom = argument.partition(":")
    if place == "revoke" and is_key(whom):
        revoke(turn.tx, by=turn.who, invitation=int(whom), at=turn.now)
        home.greet(turn, words.REVOKED)
    elif not is_key(place):
        _units(turn)
    else:
        unit = acts.unit_of(turn.tx, by=turn.who, id=UnitId(int(place)))
        if is_key(whom):
            _invite(turn, unit, PersonId(int(whom)))
        elif whom in {role.value for role in acts.roles_on(unit)}:
            _ask_name(turn, unit, Role(whom))
        else:
            _people(turn, unit)


def _units(turn: Turn) -> None:
    turn.session.go(NAME)
    ward = units_where(turn.who, Permission.INVITE)[0]
    units = acts.units_of(turn.tx, by=turn.who, ward=ward, at=turn.now)
    choices = [Choice(id=f"@{NAME}:{unit.id}", label=unit.name) for unit in units]
    rows = [tuple(choices[start : start + IN_ROW]) for start in range(1, len(choices), IN_ROW)]
    turn.ask(Reply(text=words.WHICH_UNIT, rows=((choices[0],), *rows, (HOME,))))


def _people(turn: Turn, unit: Unit) -> None:
    turn.session.go(NAME, unit=unit.id)
    rows: list[tuple[Choice, ...]] = []
    for known in acts.known_on(turn.tx, by=turn.who, unit=unit, at=turn.now):
        wording = words.KNOWN if known.has_channel else words.NOT_IN_YET
        label = wording.format(name=known.person.name, role=ROLE_NAMES[known.role.value])
        rows.append((Choice(id=f"@{NAME}:{unit.id}:{known.person.id}", label=label),))
    for role in acts.roles_on(unit):
        label = words.NEW.format(role=ROLE_NAMES[role.value])
        rows.append((Choice(id=f"@{NAME}:{unit.id}:{role.value}", label=label),))
    rows.append((Choice(id=f"@{NAME}", label=words.OTHER_UNIT, way_out=True), HOME))
    text = words.WHICH_PERSON.format(unit=unit.name)
    turn.ask(Reply(text=text, hint=words.WHICH_PERSON_HINT, rows=tuple(rows)))


def _ask_name(turn: Turn, unit: Unit, role: Role) -> None:
    turn.session.go(NAME, unit=unit.id, role=role.value)
    text = words.WHICH_NAME.format(role=ROLE_NAMES[role.value], unit=unit.name)
    turn.ask(Reply(text=text, hint=words.WHICH_NAME_HINT, rows=((HOME,),)))


def _invite(turn: Turn, unit: Unit, person: PersonId) -> None:
    to = turn.incoming.address
    invited = acts.invite_known(turn.tx, by=turn.who, unit=unit, person=person, to=to, at=turn.now)
    _promise(turn, invited.name)


def read(turn: Turn) -> None:
    """The name of somebody new; anything else is answered with the question."""
    place = turn.session.place
    if "role" not in place:
        turn.say(Reply(text=NOT_UNDERSTOOD))
        again(turn)
        return
    unit = acts.unit_of(turn.tx, by=turn.who, id=UnitId(place["unit"]))
    role, to = Role(place["role"]), turn.incoming.address
    invited = acts.invite_new(turn.tx, by=turn.who, unit=unit, role=role, name=turn.incoming.text, to=to, at=turn.now)
    _promise(turn, invited.name)


def _promise(turn: Turn, name: str) -> None:
    turn.say(Reply(text=words.COMING.format(name=name)))
    home.stay(turn)


def again(turn: Turn) -> None:
    """The open question once more."""
    place = turn.session.place
    if "unit" not in place:
        _units(turn)
        return
    try:
        unit = acts.unit_of(turn.tx, by=turn.who, id=UnitId(place["unit"]))
    except Missing:
        _units(turn)
        return
    if "role" in place:
        _ask_name(turn, unit, Role(place["role"]))
    else:
        _people(turn, unit)


HANDLER = Handler(
    name=NAME,
    label=words.LABEL,
    permission=Permission.INVITE,
    command="moi",
    words=words.WORDS,
    open=open_,
    read=read,
    again=again,
)
