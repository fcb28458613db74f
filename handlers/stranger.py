"""Somebody without an invitation: told kindly whom to ask, and sees nothing."""

from __future__ import annotations

from bot.conversation.handler import Handler
from bot.conversation.turn import Turn
from bot.messages import Reply
from bot.texts import conversation as say
from handlers import home


def read(turn: Turn) -> None:
    """Whatever was written or pressed."""
    name = turn.incoming.sender_name
    turn.say(Reply(text=say.STRANGER.format(name=name) if name else say.STRANGER_NAMELESS))


def open_(turn: Turn, argument: str) -> None:
    """There is nothing to open for a stranger; a member who forges his way here is shown the menu."""
    del argument
    if turn.person is None:
        read(turn)
    else:
        home.greet(turn)


HANDLER = Handler(name="stranger", open=open_, choose=open_, read=read, again=read)
