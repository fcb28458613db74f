"""Whether what was typed answers the open question of a form, though it could mean something else as well."""

from __future__ import annotations

from bot.actions.filling import Interview
from bot.conversation.turn import Turn
from forms.prompt import Accepts, Rejected
from handlers.doubting import REASON
from handlers.interview import ASK, REVIEW, spoken


def claims(turn: Turn, interview: Interview) -> bool | None:
    """Whether it is a way out, or would be taken as the answer; None where any words would be.

    The interview is the caller's own copy: the answer is only tried.
    """
    if spoken(turn, interview) is not None:
        return True
    prompt, mode = interview.filling.prompt(), turn.session.place["mode"]
    if mode == REASON or (mode == ASK and prompt is not None and prompt.accepts is Accepts.TEXT):
        return None
    if mode == REVIEW or prompt is None:
        return False
    return not isinstance(interview.filling.answer(turn.incoming.text), Rejected)
