"""Trying a workbook before it is published: the interview as a head would have it, and nothing is kept."""

from __future__ import annotations

from bot.actions import trials
from bot.actions.filling import Interview
from bot.conversation.arguments import is_key
from bot.conversation.handler import Handler
from bot.conversation.turn import Turn
from bot.domain.access import Permission
from bot.domain.errors import Invalid
from bot.messages import Reply
from bot.texts import dates
from bot.texts import publishing as words
from handlers import doubting, forms, interview, trouble

NAME = "trial"
LEAVING = frozenset({"later", "give_up", "give_up_yes"})
"""The actions of an interview that end a trial."""


def open_(turn: Turn, argument: str) -> None:
    """From a workbook that is in order: "@trial:12"."""
    if not is_key(argument):
        raise Invalid("proposal")
    tried = trials.open_trial(turn.tx, turn.who, int(argument), None, turn.now)
    turn.session.go(NAME, proposal=int(argument), mode=interview.ASK, fixing=False)
    turn.mark = words.MARK
    period = words.TRIAL_PERIOD.format(period=dates.period(tried.period.span)) if tried.period else ""
    turn.say(Reply(text=words.TRIAL_BEGINS.format(unit=tried.unit.name, period=period)))
    interview.show(turn, tried)
    _keep(turn, tried)


def choose(turn: Turn, action: str) -> None:
    """A button of the open card."""
    _act(turn, _opened(turn), action)


def read(turn: Turn) -> None:
    """Typed words or files, as in an interview."""
    tried = _opened(turn)
    named = interview.spoken(turn, tried)
    if named is not None:
        _act(turn, tried, named)
    else:
        interview.hear(turn, tried)
        _keep(turn, tried)


def again(turn: Turn) -> None:
    """The open card once more."""
    tried = _opened(turn)
    if not doubting.ask_again(turn, tried):
        interview.show(turn, tried)


def explain(turn: Turn) -> str:
    """What the open card wants."""
    return trouble.explain(turn, _opened(turn))


def _act(turn: Turn, tried: Interview, action: str) -> None:
    if action in LEAVING:
        _leave(turn, words.TRIAL_LEFT)
    elif action == "send" and tried.filling.first_problem() is None:
        _leave(turn, words.TRIAL_ENDS)
    else:
        interview.press(turn, tried, action)
        _keep(turn, tried)


def _opened(turn: Turn) -> Interview:
    place = turn.session.place
    tried = trials.open_trial(turn.tx, turn.who, place["proposal"], place["filling"], turn.now)
    turn.mark = words.MARK
    return tried


def _keep(turn: Turn, tried: Interview) -> None:
    """The session alone remembers what was answered, until the trial is left."""
    turn.session.place["filling"] = dict(tried.filling.state)


def _leave(turn: Turn, how: str) -> None:
    turn.mark = ""
    turn.say(Reply(text=how))
    forms.show_proposal(turn, turn.session.place["proposal"])


HANDLER = Handler(
    name=NAME,
    permission=Permission.PUBLISH_FORMS,
    open=open_,
    choose=choose,
    read=read,
    again=again,
    explain=explain,
    reads_first=True,
)
