"""On which app a person is told things, and how one more is added."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from bot.actions import channels as acts
from bot.actions.invitations import Ticket, invite_oneself
from bot.clock import local
from bot.conversation.arguments import is_key
from bot.conversation.handler import Handler
from bot.conversation.turn import Turn
from bot.conversation.way_home import HOME
from bot.domain.codes import written
from bot.domain.people import AccountId
from bot.messages import Choice, Reply, Route
from bot.texts import dates
from bot.texts import joining as words
from bot.texts.channel_names import called

NAME = "channels"
MOST = 5
"""Channels that are offered: the ones used last."""


def open_(turn: Turn, argument: str) -> None:
    """Which channel it is now; "@channels:7" chooses one, "@channels:last" none, "@channels:add" adds one."""
    if argument == "add":
        _add(turn)
    elif argument == "last":
        acts.choose_route(turn.tx, turn.who, None, turn.now)
        _show(turn, words.LAST_CHOSEN)
    elif is_key(argument):
        acts.choose_route(turn.tx, turn.who, AccountId(int(argument)), turn.now)
        _show(turn, words.CHOSEN)
    else:
        _show(turn)


def _show(turn: Turn, before: str = "") -> None:
    turn.session.go(NAME)
    routes = acts.routes_of(turn.tx, turn.who, turn.previews)[:MOST]
    names = _names(turn, routes)
    lines = [before, _state(routes, names)]
    rows = [
        (Choice(id=f"@{NAME}:{route.account}", label=words.CHOOSE.format(channel=names[route.account])),)
        for route in routes
        if len(routes) > 1 and not route.chosen
    ]
    if any(route.chosen for route in routes):
        rows.append((Choice(id=f"@{NAME}:last", label=words.CHOOSE_LAST),))
    rows += [(Choice(id=f"@{NAME}:add", label=words.ADD),), (HOME,)]
    turn.ask(Reply(text="\n".join(filter(None, lines)), hint=words.CHANNELS_HINT, rows=tuple(rows)))


def _state(routes: Sequence[Route], names: dict[AccountId, str]) -> str:
    if not routes:
        return words.NO_CHANNEL
    first = routes[0]
    wording = words.ONE_CHANNEL if len(routes) == 1 else words.CHOSEN_CHANNEL if first.chosen else words.LAST_CHANNEL
    return wording.format(channel=names[first.account], count=len(routes))


def _names(turn: Turn, routes: Sequence[Route]) -> dict[AccountId, str]:
    """Zalo, trang web (ở đây), trang web (2)."""
    counted: Counter[str] = Counter()
    names = {}
    for route in routes:
        channel = called(route.address.channel)
        counted[channel] += 1
        if route.account == turn.account:
            channel = words.HERE.format(channel=channel)
        elif counted[channel] > 1:
            channel = words.NUMBERED.format(channel=channel, number=counted[channel])
        names[route.account] = channel
    return names


def _add(turn: Turn) -> None:
    turn.session.go(NAME)
    ticket = invite_oneself(turn.tx, key=turn.doors.key, who=turn.who, at=turn.now)
    sealed = tuple(map(turn.doors.sealed, _ways_in(turn, ticket)))
    turn.ask(Reply(text="", hint=words.ADD_HINT, rows=((HOME,),), sealed=sealed))


def _ways_in(turn: Turn, ticket: Ticket) -> list[str]:
    until = local(ticket.code_expires_at)
    elsewhere = [door for door in turn.doors.of(ticket.token) if door.channel != turn.incoming.address.channel]
    return [
        words.OWN_CODE.format(code=written(ticket.code), time=dates.time(until), day=dates.day(until.date())),
        *(words.DOOR.format(channel=called(door.channel), link=door.link) for door in elsewhere),
    ]


HANDLER = Handler(
    name=NAME,
    command="kenh",
    words_anywhere=words.CHANNELS_WORDS,
    open=open_,
)
