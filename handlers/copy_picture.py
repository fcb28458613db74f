"""A sent report as a picture, for the neighbourhood's Zalo group."""

from __future__ import annotations

from bot.actions.copies import CopyForm
from bot.conversation.handler import Handler
from bot.conversation.turn import Turn
from bot.domain.access import Permission
from bot.texts import report as words
from handlers import copy


def open_(turn: Turn, argument: str) -> None:
    """ "@copy_picture:12"; typed without a number of the report that was sent last."""
    copy.make(turn, argument, CopyForm.PICTURE)


HANDLER = Handler(
    name=CopyForm.PICTURE,
    permission=Permission.FILL,
    words_anywhere=(words.COPY_FORMS[CopyForm.PICTURE],),
    open=open_,
)
