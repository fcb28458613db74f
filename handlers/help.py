"""How to talk with the bot, and whom to call."""

from __future__ import annotations

from bot.actions.people import officers_of
from bot.conversation.handler import Handler
from bot.conversation.turn import Turn
from bot.messages import Reply
from bot.texts import conversation as say


def open_(turn: Turn, argument: str) -> None:
    """Said aside: the open question comes again afterwards."""
    del argument
    officers = [
        (say.HELP_OFFICER if officer.phone else say.HELP_OFFICER_NO_PHONE).format(
            name=officer.name, phone=officer.phone
        )
        for officer in officers_of(turn.tx, turn.who, turn.today)
    ]
    turn.say(Reply(text=say.HELP, hint="\n".join(officers)))


def choose(turn: Turn, action: str) -> None:
    """It never holds the floor itself."""
    open_(turn, action)


def read(turn: Turn) -> None:
    """It never holds the floor itself."""
    open_(turn, "")


HANDLER = Handler(
    name="help",
    label=say.HELP_LABEL,
    command="help",
    words_anywhere=say.HELP_WORDS,
    is_aside=True,
    open=open_,
    choose=choose,
    read=read,
    again=read,
)
