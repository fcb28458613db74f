"""A head answers a reminder: goes straight on with the report, or wants to be reminded again."""

from __future__ import annotations

from bot.actions.periods import Due, due_for, get
from bot.actions.putting_off import is_unsent
from bot.conversation.arguments import is_key
from bot.conversation.handler import Handler
from bot.conversation.turn import Turn
from bot.domain.access import Permission
from bot.domain.errors import Missing
from bot.domain.periods import PeriodId
from bot.texts import dates
from bot.texts import reminders as words
from handlers import home, report

NAME = "reminder"


def open_(turn: Turn, argument: str) -> None:
    """ "@reminder:3:7:khom_dinh_ky": period 3 of unit 7, in that form."""
    due = _due(turn, argument)
    if due is None:
        home.greet(turn, words.PERIOD_OVER)
    elif is_unsent(due):
        report.begin(turn, due)
    else:
        called = words.REPORT.format(period=dates.period(due.period.span))
        home.greet(turn, words.ALREADY_SENT.by(turn.who.called, report=called))


def _due(turn: Turn, argument: str) -> Due | None:
    """What was reminded of; None if its period is closed by now. Missing if it never was this person's."""
    period, _, rest = argument.partition(":")
    for due in due_for(turn.tx, turn.who, turn.today):
        if rest == f"{due.unit.id}:{due.family}" and period == str(due.period.id):
            return due
    if is_key(period) and get(turn.tx, PeriodId(int(period))).closed:
        return None
    raise Missing("report_not_due")


HANDLER = Handler(name=NAME, permission=Permission.FILL, open=open_)
