"""A doubtful answer stays in doubt until somebody says what is right: words that say neither do not lose it."""

from __future__ import annotations

from bot.actions.filling import Interview
from bot.conversation import cards
from bot.conversation.turn import Turn
from bot.texts import answers
from forms.values.findings import Unread, Why
from forms.values.yes_no import read_yes_no

DOUBT, REASON = "doubt", "reason"


def stays_in_doubt(turn: Turn, interview: Interview) -> bool:
    """Whether what was typed says neither that the answer is right nor another one: "dạ", "để coi lại sổ"."""
    typed = turn.incoming.text
    if turn.session.place["mode"] != DOUBT or not _says_nothing(interview, typed):
        return False
    return ask_again(turn, interview, answers.PROBLEMS[Why.NO_YES_NO].format(typed=typed))


def _says_nothing(interview: Interview, typed: str) -> bool:
    """Only courtesy, or words of which the question can make nothing; what is wrong with a figure is said instead."""
    if read_yes_no(typed) == Unread(Why.POLITE_ONLY):
        return True
    in_words = bool(typed.strip()) and not any(letter.isdigit() for letter in typed)
    return in_words and not interview.filling.can_read(typed)


def gives_reason(turn: Turn) -> bool:
    """Whether words were typed: a figure alone is the answer once more, or another one."""
    return any(letter.isalpha() for letter in turn.incoming.text)


def ask_again(turn: Turn, interview: Interview, problem: str = "") -> bool:
    """Ask whether it is right, or for the reason, once more; False where nothing is in doubt."""
    mode = turn.session.place["mode"]
    doubted = interview.filling.doubted() if mode in {DOUBT, REASON} else None
    if doubted is None:
        return False
    turn.ask(cards.reason() if mode == REASON else cards.doubt(doubted, problem))
    return True
