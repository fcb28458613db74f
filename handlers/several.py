"""Several answers at once: a section as in the last period, a message with several figures, a text to fill in.

What is said here stands above the next question; `handlers/interview.py` goes on with it.
"""

from __future__ import annotations

from bot.actions import filling as acts
from bot.actions.filling import Interview
from bot.conversation import cards, several_cards
from bot.conversation.turn import Turn
from bot.texts import several as say
from forms.prompt import Prompt
from forms.together import Together

MODE = "several"
"""While a list of what was understood waits to be confirmed."""


def proposed(turn: Turn, interview: Interview, asked: Prompt | None) -> bool:
    """Show what a message with several answers was read as; False if it is one answer."""
    if asked is None or turn.incoming.attachments:
        return False
    together = interview.filling.propose(turn.incoming.text)
    if together is None:
        return False
    acts.move(turn.tx, turn.who, interview, turn.now)
    if together.answered:
        turn.session.place["mode"] = MODE
        turn.ask(several_cards.proposal(together))
    else:
        turn.session.place["mode"] = "ask"
        last = bool(turn.session.place.get("fixing"))
        turn.ask(cards.question(asked, problem=several_cards.nothing_proposed(together), last=last))
    return True


def take_all(turn: Turn, interview: Interview) -> str:
    """The list was right: keep it."""
    together = interview.filling.take_proposed()
    _save(turn, interview, together)
    turn.settle(several_cards.settled(together))
    return several_cards.taken(together)


def keep_all(turn: Turn, interview: Interview) -> str:
    """Everything in this section is as it was sent last."""
    asked = interview.filling.prompt()
    together = interview.filling.keep_all()
    _save(turn, interview, together)
    if asked is not None:
        turn.settle(cards.settled(asked, say.KEEP_ALL) if together.answered else asked.label)
    return several_cards.kept_all(together, asked.previous_of if asked is not None else "")


def sheet(turn: Turn, interview: Interview) -> str:
    """Send the section as a text to copy, fill in and send back."""
    labels = interview.filling.sheet()
    if not labels:
        return say.SHEET_NONE
    turn.say(several_cards.sheet(labels))
    return say.SHEET_HOW


def _save(turn: Turn, interview: Interview, together: Together) -> None:
    names = [answered.name for answered in together.answered]
    acts.save_several(turn.tx, turn.who, interview, names, turn.now)
