"""The contract of a menu entry: functions on a Turn, and who may see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.conversation.turn import Turn
from bot.domain.access import Permission
from bot.messages import Reply
from bot.texts.conversation import NOT_UNDERSTOOD


@dataclass(frozen=True, slots=True, kw_only=True)
class Overheard:
    """What typed words mean that were not asked for."""

    choice: str
    """The lasting choice that they name."""
    is_named: bool
    """Whether they are the very words that the person was told to type."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handler:
    """What answers while the session is at `name`.

    open: chosen from the menu, or by a lasting choice "@name:argument" (the argument may be empty).
    choose: a choice of the open question was pressed, or typed by number or label.
    read: something else was typed or sent; with `reads_first` it sees typed text before labels are matched.
    again: say the open question once more.

    Where one of the last three is None the entry is opened anew, at the card where the person stands (`Session.card`),
    as suits whatever asks nothing, or offers a list of lasting choices.
    """

    name: str
    open: Callable[[Turn, str], None]
    choose: Callable[[Turn, str], None] | None = None
    read: Callable[[Turn], None] | None = None
    again: Callable[[Turn], None] | None = None
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
    claims: Callable[[Turn], bool | None] | None = None
    """Whether the typed text is an answer to the open question, though it may mean something else too; None where any
    text is one."""
    overhears: Callable[[Turn], Overheard | None] | None = None
    """What typed words mean to it wherever the person is, where they are no answer to the open question."""
    explain: Callable[[Turn], str] | None = None
    """What is wanted of the person right now, in a few sentences, for whoever asks for help."""
    is_aside: bool = False
    """It only says something; the open question is asked again afterwards."""

    def chosen(self, turn: Turn, action: str) -> None:
        """A choice of the open question, without the question's number."""
        (self.choose or self.open)(turn, action)

    def heard(self, turn: Turn) -> None:
        """Anything else."""
        if self.read is not None:
            self.read(turn)
        else:
            turn.say(Reply(text=NOT_UNDERSTOOD))
            self.repeat(turn)

    def repeat(self, turn: Turn) -> None:
        """Say the open question once more."""
        if self.again is not None:
            self.again(turn)
        else:
            self.open(turn, turn.session.card)
