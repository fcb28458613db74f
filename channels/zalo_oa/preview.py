"""How one of many will see a reply: as letters.py sends it, as far as names tell what a file is."""

from __future__ import annotations

from collections.abc import Callable

from bot.conversation.channel import FileLink, Shown
from bot.messages import Attachment, AttachmentKind, Reply
from channels.linked_files import linked
from channels.zalo_oa.outbound import buttons, texts
from channels.zalo_oa.uploads import is_document


def preview(reply: Reply, link: Callable[[Attachment], FileLink]) -> list[Shown]:
    """Message by message; `link` makes what stands for the links, which are each recipient's own."""
    carried = [file for file in reply.attachments if file.kind is AttachmentKind.PHOTO or is_document(file)]
    whole = linked(reply, [(file, link(file)) for file in reply.attachments if file not in carried])
    words, rows = texts(whole), tuple((str(button["title"]),) for button in buttons(whole))
    if len(carried) == 1 and len(words) == 1 and not rows and carried[0].kind is AttachmentKind.PHOTO:
        return [Shown(text=words[0], files=tuple(carried))]
    files = [Shown(files=(file,)) for file in carried]
    return [*files, *(Shown(text=text) for text in words[:-1]), Shown(text=words[-1], rows=rows)]
