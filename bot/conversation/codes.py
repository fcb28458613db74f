"""Whether what came in is the code of an invitation, which is answered before anything else."""

from __future__ import annotations

from bot.conversation.session import FREE
from bot.conversation.turn import Turn
from bot.domain.codes import code_alone, code_named, code_within

TAKES_CODES = (*FREE, "channels")
"""Where nothing is asked that six digits could answer."""


def code_of(turn: Turn) -> str:
    """The code that was typed; empty where there is none.

    A stranger can mean nothing else by six digits. For a member they may be an answer, unless he calls them a code
    ("mã 123456") or nothing is asked.
    """
    incoming = turn.incoming
    if turn.person is None:
        return code_within(incoming.text)
    if incoming.choice or incoming.edited:
        return ""
    return code_named(incoming.text) or (code_alone(incoming.text) if turn.session.at in TAKES_CODES else "")
