"""The officer says of which period: one and the same question before several entries of the menu."""

from __future__ import annotations

from collections.abc import Callable

from bot.actions import periods
from bot.conversation.arguments import is_key
from bot.conversation.turn import Turn
from bot.conversation.way_home import HOME
from bot.domain.access import Permission, units_where
from bot.domain.periods import PeriodId, ReportingPeriod
from bot.domain.units import Unit
from bot.messages import Choice, Reply
from bot.texts import dates
from bot.texts import figures as words
from handlers import home

MOST = 8
"""Periods that are offered: two years of quarters."""

Show = Callable[[Turn, Unit, ReportingPeriod], None]
"""What the entry does with the ward's period."""


def choose_period(turn: Turn, name: str, argument: str, show: Show, *, only_open: bool = False) -> None:
    """Show the period whose key is the argument, else the only one there is, else ask which one.

    `name`: the handler that asks, and that a chosen period comes back to.
    """
    ward = units_where(turn.who, Permission.READ_FIGURES)[0]
    if is_key(argument):
        show(turn, ward, periods.get(turn.tx, PeriodId(int(argument))))
        return
    offered = [period for period in periods.opened(turn.tx, ward) if not (only_open and period.closed)][:MOST]
    if not offered:
        home.greet(turn, words.NO_PERIOD)
    elif len(offered) == 1:
        show(turn, ward, offered[0])
    else:
        _ask(turn, name, offered)


def _ask(turn: Turn, name: str, offered: list[ReportingPeriod]) -> None:
    turn.session.go(name)
    rows = tuple((Choice(id=f"@{name}:{period.id}", label=dates.period(period.span)),) for period in offered)
    turn.ask(Reply(text=words.WHICH_PERIOD, rows=(*rows, (HOME,))))
