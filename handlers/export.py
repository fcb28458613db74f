"""The officer asks for the workbook of a period."""

from __future__ import annotations

from bot.actions import figures as acts
from bot.actions import periods
from bot.conversation.arguments import is_key
from bot.conversation.handler import Handler
from bot.conversation.turn import Turn
from bot.domain.access import Permission, units_where
from bot.domain.periods import PeriodId, ReportingPeriod
from bot.domain.units import Unit
from bot.messages import Choice, Reply
from bot.texts import dates
from bot.texts import figures as words
from handlers import home

NAME = "export"
MOST = 8
"""Periods that are offered: two years of quarters."""


def open_(turn: Turn, argument: str) -> None:
    """Which period; "@export:3" asks for one at once."""
    ward = units_where(turn.who, Permission.READ_FIGURES)[0]
    offered = periods.opened(turn.tx, ward)[:MOST]
    if is_key(argument):
        _request(turn, ward, periods.get(turn.tx, PeriodId(int(argument))))
    elif not offered:
        home.greet(turn, words.NO_PERIOD)
    elif len(offered) == 1:
        _request(turn, ward, offered[0])
    else:
        offer_periods(turn, NAME, offered)


def offer_periods(turn: Turn, name: str, offered: list[ReportingPeriod]) -> None:
    """The list of periods, for this entry and for others that ask the same."""
    turn.session.go(name)
    rows = tuple((Choice(id=f"@{name}:{period.id}", label=dates.period(period.span)),) for period in offered)
    menu = Choice(id="@home", label=words.BACK, way_out=True)
    turn.ask(Reply(text=words.WHICH_PERIOD, rows=(*rows, (menu,))))


def _request(turn: Turn, ward: Unit, period: ReportingPeriod) -> None:
    acts.request_export(turn.tx, by=turn.who, ward=ward, period=period, to=turn.incoming.address, at=turn.now)
    turn.say(Reply(text=words.EXPORT_COMING.format(period=dates.period(period.span))))
    home.stay(turn)


HANDLER = Handler(
    name=NAME,
    label=words.EXPORT_LABEL,
    permission=Permission.READ_FIGURES,
    command="xuat",
    words=words.EXPORT_WORDS,
    open=open_,
)
