"""A line of the log as the page's scripts take it: plain JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from bot.conversation.channel import Shown
from bot.messages import Attachment, AttachmentKind, Reply
from channels.web.inbound import own_id, stored_line
from channels.web.links import Links
from channels.web.log import ChatLine, Heard, Said
from channels.web.reading import News

Json = dict[str, Any]

SHOWN_AS_PICTURE = {"image/jpeg", "image/png", "image/gif", "image/webp"}
"""Every browser shows these; other kinds are offered as files."""

PLAYED_AS = {AttachmentKind.VOICE: "audio", AttachmentKind.VIDEO: "video"}
"""The element of a page that plays it; under it stands the link, for a browser that cannot."""


def news_json(news: News, chat: str, links: Links) -> Json:
    """What one look into the log brought."""
    return {"place": str(news.place), "lines": [line_json(line, chat, links) for line in news.lines]}


def line_json(line: ChatLine, chat: str, links: Links) -> Json:
    """One line of either side."""
    return _said(line, chat, links) if isinstance(line, Said) else _heard(line, chat, links)


def _said(line: Said, chat: str, links: Links) -> Json:
    own, _ = stored_line(line.update)
    return {
        "side": "said",
        "id": own_id(line.update),
        "at": line.at.isoformat(),
        "text": own.label if own.choice else own.text,
        "joined": own.invitation is not None,
        "choice": own.choice,
        "pressed": own.pressed,
        "files": _files(own.files, chat, links),
    }


def _heard(line: Heard, chat: str, links: Links) -> Json:
    reply = line.reply
    return {
        "side": "heard",
        "id": str(line.key),
        "at": line.at.isoformat(),
        "heading": reply.heading,
        "text": reply.text,
        "hint": reply.hint,
        "rows": [
            [{"id": choice.id, "label": choice.label, "wayOut": choice.way_out, "main": choice.main} for choice in row]
            for row in reply.rows
        ],
        "files": _files(reply.attachments, chat, links),
        "settles": reply.settles,
        "wantsPlace": reply.wants_place,
        "shareable": reply.shareable,
    }


def shown(reply: Reply) -> Shown:
    """The card that the page makes of it, heading and hint above and below."""
    return Shown(
        text="\n".join(filter(None, (reply.heading, reply.text, reply.hint))),
        rows=tuple(tuple(choice.label for choice in row) for row in reply.rows),
        files=reply.attachments,
    )


def _files(files: Sequence[Attachment], chat: str, links: Links) -> list[Json]:
    return [
        {
            "name": file.name,
            "size": file.size,
            "picture": file.kind is AttachmentKind.PHOTO and file.mime in SHOWN_AS_PICTURE,
            "plays": PLAYED_AS.get(file.kind, ""),
            "href": links.link(chat, file),
        }
        for file in files
        if file.digest
    ]
