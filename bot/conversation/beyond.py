"""A number was typed that the open list does not have: what was read, and what is allowed."""

from __future__ import annotations

from bot.conversation.turn import Turn
from bot.texts import typing as say
from forms.values.fold import fold


def beyond_the_list(turn: Turn) -> str:
    """What is said of it; empty where something else was typed, or nothing is numbered."""
    typed, last = fold(turn.incoming.text).rstrip(".)"), len(turn.session.offered)
    if not last or not typed.isdecimal() or 1 <= int(typed) <= last:
        return ""
    return (say.BEYOND if last > 1 else say.BEYOND_ONE).format(read=typed, last=last)
