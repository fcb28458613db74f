"""What one of many sees of an announcement on Telegram: the messages that bulk.py sends, without sending them."""

from __future__ import annotations

from bot.conversation.channel import Shown
from bot.messages import Reply
from channels.telegram import outbound
from channels.telegram.bulk import is_caption, numbered


def preview(reply: Reply) -> list[Shown]:
    """Message by message."""
    texts = numbered(reply)
    rows = tuple(tuple(button["text"] for button in row) for row in outbound.keyboard(reply))
    above = () if is_caption(reply, texts) else tuple(Shown(files=(file,)) for file in reply.attachments)
    *first, last = (outbound.plain(text) for text in texts)
    files = () if above else reply.attachments
    return [*above, *(Shown(text=text) for text in first), Shown(text=last, rows=rows, files=files)]
