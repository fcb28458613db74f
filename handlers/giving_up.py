"""A case that was never sent is thrown away, once the person has said so twice."""

from __future__ import annotations

from bot.actions import filling as acts
from bot.actions.filling import Interview
from bot.conversation import cards
from bot.conversation.turn import Turn
from bot.texts import interview as say
from handlers import home

MODE = "give_up"
"""While it is asked whether that is meant."""


def ask(turn: Turn, interview: Interview) -> None:
    """Is it meant? Conflict for what is owed or was sent."""
    acts.require_withdrawable(interview)
    turn.session.place["mode"] = MODE
    turn.ask(cards.give_up())


def give_up(turn: Turn, interview: Interview) -> None:
    """It was meant."""
    acts.withdraw(turn.tx, turn.who, interview, turn.now)
    home.greet(turn, say.GAVE_UP)
