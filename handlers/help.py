"""How to talk with the bot, and whom to call."""

from __future__ import annotations

from bot.actions.people import officers_of
from bot.actions.phones import show_phone
from bot.conversation.handler import Handler
from bot.conversation.turn import Turn
from bot.messages import Reply
from bot.texts import conversation as say
from bot.texts import helping


def open_(turn: Turn, argument: str) -> None:
    """What is wanted right now, then how to talk at all. Said aside: the open question comes again afterwards."""
    del argument
    wanted = turn.explain()
    lines = [say.HELP, "\n".join(officers(turn))]
    turn.say(Reply(text=wanted or lines.pop(0), hint="\n\n".join(filter(None, lines))))


def officers(turn: Turn) -> list[str]:
    """Whom to call, a line for each; only members come this far."""
    who = turn.who.called
    return [
        helping.OFFICER.by(who, name=officer.name, phone=show_phone(officer.phone))
        if officer.phone
        else helping.OFFICER_NO_PHONE.by(who, name=officer.name)
        for officer in officers_of(turn.tx, turn.who, turn.today)
    ]


HANDLER = Handler(
    name="help",
    label=say.HELP_LABEL,
    command="help",
    words_anywhere=say.HELP_WORDS,
    is_aside=True,
    open=open_,
)
