"""The officer asks for the workbook of a period."""

from __future__ import annotations

from bot.actions import figures as acts
from bot.conversation.handler import Handler
from bot.conversation.turn import Turn
from bot.domain.access import Permission
from bot.domain.periods import ReportingPeriod
from bot.domain.units import Unit
from bot.messages import Reply
from bot.texts import dates
from bot.texts import figures as words
from handlers import home
from handlers.period_choice import choose_period

NAME = "export"


def open_(turn: Turn, argument: str) -> None:
    """Which period; "@export:3" asks for one at once."""
    choose_period(turn, NAME, argument, _request)


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
