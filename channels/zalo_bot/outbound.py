"""From a Reply to what Zalo can show: text in pieces, choices by number or word, files as links."""

from __future__ import annotations

from collections.abc import Iterable

from bot.messages import Attachment, AttachmentKind, Reply
from bot.texts import zalo as say
from channels.linked_files import Linked, linked
from channels.pieces import pieces, utf16_units
from channels.plain_text import render
from channels.zalo_bot.limits import MAX_CAPTION, MAX_TEXT


def texts(reply: Reply, files: Iterable[Linked] = ()) -> list[str]:
    """All that the reply says, message by message; `files` as links."""
    shown = render(linked(reply, files), ways_out=say.WAYS_OUT, numbers=say.NUMBERS)
    return list(pieces(shown, MAX_TEXT, utf16_units))


def picture_in(reply: Reply) -> Attachment | None:
    """The one that is shown in the chat itself: Zalo's server may fetch nothing that is not public."""
    pictures = (file for file in reply.attachments if file.public and file.kind is AttachmentKind.PHOTO)
    return next(pictures, None)


def is_caption(text: str) -> bool:
    """Whether the text may stand below a picture, so that both are one message."""
    return utf16_units(text, MAX_CAPTION) == len(text)
