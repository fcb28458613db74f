"""A reply with links in place of the files that Zalo does not carry (both of its channels)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from bot.conversation.channel import FileLink
from bot.messages import Attachment, Reply
from bot.texts import zalo as say

Linked = tuple[Attachment, FileLink]


def linked(reply: Reply, links: Iterable[Linked]) -> Reply:
    """The links stand below the words that they belong to, each with its code."""
    lines = [line for file, link in links for line in _lines(file, link)]
    return replace(reply, text="\n".join(filter(None, (reply.text, *lines))))


def _lines(file: Attachment, link: FileLink) -> list[str]:
    sentence = say.FILE.format(name=file.name, link=link.url) if file.name else say.FILE_NAMELESS.format(link=link.url)
    return [sentence, say.CODE.format(code=link.code)] if link.code else [sentence]
