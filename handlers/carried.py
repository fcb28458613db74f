"""The cases of earlier periods, one by one: still so, changed, or over and why."""

from __future__ import annotations

import re

from bot.actions import carried_cases, periods
from bot.conversation import paper, words
from bot.conversation.arguments import is_key
from bot.conversation.beyond import beyond_the_list
from bot.conversation.handler import Handler
from bot.conversation.router import option_typed
from bot.conversation.session import ALWAYS
from bot.conversation.turn import Turn
from bot.domain.access import Permission
from bot.domain.carrying import Reason
from bot.domain.errors import Missing
from bot.domain.periods import PeriodId
from bot.messages import Reply
from bot.texts import carrying as say
from handlers import carried_answers as answers
from handlers import carried_cards as cards
from handlers import carried_place as place
from handlers import home, submission

NUMBERED = re.compile(r"(?P<kind>case|reason)(?P<number>\d{1,4})", re.ASCII)
FEWEST_LETTERS = 3
TYPED = {
    place.CARD: words.CASE,
    place.REASON: words.CASE_REASON,
    place.WORDS: words.CASE_REASON,
    place.LIST: words.CASE_LIST,
}


def open_(turn: Turn, argument: str) -> None:
    """The first case that waits, else the list; "@carried:3:7": of period 3 in unit 7."""
    if not argument:
        _open_due(turn)
        return
    period, _, unit = argument.partition(":")
    if not (is_key(period) and is_key(unit)):
        raise Missing("period")
    place.begin(turn, place.unit_of(turn, int(unit)), periods.get(turn.tx, PeriodId(int(period))))


def _open_due(turn: Turn) -> None:
    """Of the period that is due first and has cases that wait; else of any that has cases."""
    dues = periods.due_for(turn.tx, turn.who, turn.today)
    waiting = [due for due in dues if carried_cases.unconfirmed(turn.tx, turn.who, due.unit, due.period)]
    asked = [due for due in dues if carried_cases.cases(turn.tx, turn.who, due.unit, due.period)]
    for due in (*waiting, *asked):
        place.begin(turn, due.unit, due.period)
        return
    home.greet(turn, say.NONE)


def choose(turn: Turn, action: str) -> None:
    """A button of the open card, or its word."""
    numbered = NUMBERED.fullmatch(action)
    if numbered is None:
        answers.ACTIONS.get(action, again)(turn)
    elif numbered["kind"] == "case":
        place.show_number(turn, int(numbered["number"]))
    else:
        answers.give_reason(turn, int(numbered["number"]))


def read(turn: Turn) -> None:
    """A way out, one of the choices, a number of the list, or a reason."""
    mode, text = turn.session.place["mode"], turn.incoming.text.strip()
    report = place.report_in_hand(turn) if _is_for_the_report(turn) else None
    if report is not None:
        submission.go_on_with(turn, report)
        return
    named = words.action(text, TYPED[mode])
    option = option_typed(text, turn.session.offered, turn.session.ways) if mode != place.WORDS else None
    if named is None and option is not None and not option.startswith(ALWAYS):
        named = turn.session.action_of(option)
    if named is not None:
        choose(turn, named)
    elif mode in {place.REASON, place.WORDS} and _is_a_reason(text):
        answers.close(turn, Reason.OTHER, text)
    elif mode == place.LIST and text.isdecimal():
        place.show_number(turn, int(text))
    else:
        turn.say(Reply(text=beyond_the_list(turn) or say.NOT_UNDERSTOOD))
        again(turn)


def _is_for_the_report(turn: Turn) -> bool:
    """Whether it is the paper itself, or asks to leave all to the ward: no answer about a case, which still waits."""
    if any(file.kind.is_file for file in turn.incoming.attachments):
        return True
    text, mode = turn.incoming.text, turn.session.place["mode"]
    return mode != place.WORDS and (words.action(text, words.LEAVING_TO_WARD) is not None or paper.is_asked_for(text))


def _is_a_reason(text: str) -> bool:
    """Whether it says anything: a slip of the finger closes no case."""
    return sum(letter.isalpha() for letter in text) >= FEWEST_LETTERS


def again(turn: Turn) -> None:
    """The open card once more, as things are now."""
    case = next((case for case in place.cases(turn) if case.code == turn.session.place["case"]), None)
    mode = turn.session.place["mode"]
    if case is None or mode == place.LIST:
        place.show_list(turn)
    elif mode == place.CARD or case.version != turn.session.place["seen"]:
        place.show(turn, case)
    else:
        turn.ask(cards.reasons(case) if mode == place.REASON else cards.own_words())


def explain(turn: Turn) -> str:
    """What the open card wants."""
    return say.HOW_REASON if turn.session.place["mode"] in {place.REASON, place.WORDS} else say.HOW


HANDLER = Handler(
    name=place.NAME,
    permission=Permission.FILL,
    words=say.WORDS,
    words_anywhere=say.WORDS,
    open=open_,
    choose=choose,
    read=read,
    again=again,
    explain=explain,
    reads_first=True,
)
