"""The contract of a menu entry: four functions on a Turn, and who may see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.conversation.turn import Turn
from bot.domain.access import Permission


@dataclass(frozen=True, slots=True, kw_only=True)
class Handler:
    """What answers while the session is at `name`.

    open: chosen from the menu, or by a lasting choice "@name:argument" (the argument may be empty).
    choose: a choice of the open question was pressed, or typed by number or label.
    read: something else was typed or sent; with `reads_first` it sees typed text before labels are matched.
    again: say the open question once more.
    """

    name: str
    open: Callable[[Turn, str], None]
    choose: Callable[[Turn, str], None]
    read: Callable[[Turn], None]
    again: Callable[[Turn], None]
    label: str = ""
    """Its line in the menu; empty: not in the menu."""
    permission: Permission | None = None
    """Who sees it in the menu and may open it; None: every member."""
    command: str = ""
    """Its slash command where a channel has them, without the slash."""
    words: tuple[str, ...] = ()
    """What may be typed to open it, except in the middle of a form, where it may be an answer."""
    words_anywhere: tuple[str, ...] = ()
    """What may be typed to open it even there, as its command and its label may."""
    reads_first: bool = False
    explain: Callable[[Turn], str] | None = None
    """What is wanted of the person right now, in a few sentences, for whoever asks for help."""
    is_aside: bool = False
    """It only says something; the open question is asked again afterwards."""
