"""How to talk with the bot, and whom to call."""

from __future__ import annotations

from bot.actions.people import officers_of
from bot.actions.phones import show_phone
from bot.conversation import naming
from bot.conversation.handler import Handler
from bot.conversation.turn import Turn
from bot.domain.access import Permission, units_where
from bot.messages import Reply
from bot.texts import conversation as say
from bot.texts import helping


def open_(turn: Turn, argument: str) -> None:
    """What is wanted right now, then how to talk at all. Said aside: the open question comes again afterwards."""
    del argument
    wanted = turn.explain()
    whom_to_call = "\n".join(officers(turn))
    text, lines = (wanted, [say.HELP_IN_FORM, whom_to_call]) if wanted else (_at_all(turn), [whom_to_call])
    turn.say(Reply(text=text, hint="\n\n".join(filter(None, lines))))


def _at_all(turn: Turn) -> str:
    """How to talk with the bot: as one who fills in forms, else by what the person may do in the ward."""
    if units_where(turn.who, Permission.FILL):
        return say.HELP
    ways = (line for name, line in say.HELP_WARD_WAYS.items() if units_where(turn.who, Permission(name)))
    return "\n".join((say.HELP_WARD, *ways, say.HELP_WARD_END))


def officers(turn: Turn) -> list[str]:
    """Whom to call, a line for each; only members come this far."""
    who = turn.who.called
    return [
        helping.OFFICER.by(who, name=naming.whom(officer), phone=show_phone(officer.phone))
        if officer.phone
        else helping.OFFICER_NO_PHONE.by(who, name=naming.whom(officer))
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
