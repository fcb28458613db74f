"""What a khóm has done: every submission with its state, to look at or to correct."""

from __future__ import annotations

from bot.actions import filling as acts
from bot.actions import forms, periods
from bot.conversation.handler import Handler
from bot.conversation.turn import Turn
from bot.domain.access import Permission
from bot.domain.submissions import Submission
from bot.messages import Choice, Reply
from bot.texts import conversation as states
from bot.texts import dates
from bot.texts import report as words
from handlers import home

NAME = "mine"
MOST = 12
"""More than a year of a khóm's reports; older ones are in the officer's workbooks."""


def open_(turn: Turn, argument: str) -> None:
    """The list, the newest first."""
    del argument
    found = acts.recent(turn.tx, turn.who, MOST)
    if not found:
        home.greet(turn, words.MINE_EMPTY)
        return
    turn.session.go(NAME)
    labels = [(submission, _label(turn, submission)) for submission in found]
    lines = [
        words.MINE_LINE.format(label=label, state=home.STATES.get(submission.status, states.STATE_DRAFT))
        for submission, label in labels
    ]
    rows = tuple((Choice(id=f"@interview:{submission.id}", label=label),) for submission, label in labels)
    turn.ask(Reply(text="\n".join((words.MINE_TITLE, *lines)), hint=words.MINE_HINT, rows=rows))


def choose(turn: Turn, action: str) -> None:
    """Only lasting choices are offered here."""
    open_(turn, action)


def read(turn: Turn) -> None:
    """Neither a number nor a label of the list was typed."""
    open_(turn, "")


def _label(turn: Turn, submission: Submission) -> str:
    title = forms.title(turn.tx, submission)
    if submission.period is None:
        return words.CASE_LABEL.format(title=title, code=submission.code)
    period = periods.get(turn.tx, submission.period)
    return words.REPORT_LABEL.format(title=title, period=dates.period(period.span))


HANDLER = Handler(
    name=NAME,
    label=words.MINE_LABEL,
    permission=Permission.FILL,
    command="cuatoi",
    words=words.MINE_WORDS,
    open=open_,
    choose=choose,
    read=read,
    again=read,
)
