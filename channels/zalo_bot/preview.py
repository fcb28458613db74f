"""What somebody sees of a reply in Zalo: the messages that sending.py sends, without sending them."""

from __future__ import annotations

from collections.abc import Callable

from bot.conversation.channel import FileLink, Shown
from bot.messages import Attachment, Reply
from channels.zalo_bot.outbound import is_caption, picture_in, texts


def preview(reply: Reply, linked: Callable[[Attachment], FileLink]) -> list[Shown]:
    """Message by message."""
    picture = picture_in(reply)
    said = texts(reply, [(file, linked(file)) for file in reply.attachments if file is not picture])
    if picture is None:
        return [Shown(text=text) for text in said]
    if len(said) == 1 and is_caption(said[0]):
        return [Shown(text=said[0], files=(picture,))]
    return [Shown(files=(picture,)), *(Shown(text=text) for text in said)]
