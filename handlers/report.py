"""The periodic report of a khóm: choose what is due, then fill it in."""

from __future__ import annotations

from bot.actions import carried_cases, forms
from bot.actions import filling as acts
from bot.actions.periods import Due, due_for
from bot.conversation.handler import Handler
from bot.conversation.turn import Turn
from bot.conversation.way_home import HOME
from bot.domain.access import Permission
from bot.domain.errors import Missing
from bot.domain.submissions import Status
from bot.messages import Reply
from bot.texts import carrying, dates
from bot.texts import interview as say
from bot.texts import report as words
from handlers import carried_place, home, submission

NAME = "report"


def open_(turn: Turn, argument: str) -> None:
    """From the menu: what is due; "@report:3:7": period 3 of unit 7."""
    dues = due_for(turn.tx, turn.who, turn.today)
    if argument:
        begin(turn, _chosen(dues, argument))
    elif not dues:
        home.greet(turn, words.NOTHING_DUE)
    elif len(dues) == 1:
        begin(turn, dues[0])
    else:
        _offer(turn, dues)


def _offer(turn: Turn, dues: list[Due]) -> None:
    turn.session.go(NAME)
    rows = tuple((home.report_choice(turn, due),) for due in dues)
    lines = "\n".join(home.due_line(turn, due) for due in dues)
    turn.ask(Reply(text="\n".join((lines, words.WHICH)), rows=(*rows, (HOME,))))


def _chosen(dues: list[Due], argument: str) -> Due:
    for due in dues:
        if argument == f"{due.period.id}:{due.unit.id}":
            return due
    raise Missing("report_not_due")


def begin(turn: Turn, due: Due) -> None:
    """Give the floor to what is due, begun or not."""
    started = acts.start_report(turn.tx, turn.who, due, turn.now)
    opening = _opening(turn, due, forms.title(turn.tx, started))
    waiting = 0 if due.submission else carried_cases.unconfirmed(turn.tx, turn.who, due.unit, due.period)
    if waiting:
        carried_place.begin(turn, due.unit, due.period, "\n".join((opening, carrying.FIRST.format(count=waiting))))
    else:
        submission.begin(turn, started.id, opening)


def _opening(turn: Turn, due: Due, title: str) -> str:
    """What has been opened: begun now, gone on with, or to be looked at again."""
    before = due.submission
    if before is not None and before.status is Status.DRAFT:
        return say.RESUMED.format(title=home.report_label(due), unit=due.unit.name)
    period = dates.period(due.period.span)
    if before is not None:
        return say.OPENED_REPORT.format(title=title, unit=due.unit.name, period=period)
    due_on = dates.day(due.period.khom_due_on)
    return say.STARTED_REPORT.format(title=title, unit=due.unit.name, period=period, due=due_on)


HANDLER = Handler(
    name=NAME,
    label=words.LABEL,
    permission=Permission.FILL,
    command="baocao",
    words=words.WORDS,
    open=open_,
)
