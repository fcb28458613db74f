"""From a stored update to an Incoming."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from bot.messages import Address, Attachment, AttachmentKind, Incoming, RawUpdate
from channels.vendor_json import moment_in
from channels.zalo_bot.raw import IMAGE, STICKER, TEXT, VOICE


def parse(raw: RawUpdate) -> Incoming:
    """What the person did. Raises what it raises where the update is not what Zalo promises: then it is poison."""
    update = json.loads(raw.body)
    event, message = update["event_name"], update["message"]
    return Incoming(
        address=Address(channel=raw.channel, bot=raw.bot, chat=raw.lane),
        sent_at=moment_in(message, "date"),
        text=_text(message, "text") if event == TEXT else _text(message, "caption"),
        attachments=_attachments(event, message),
        sender_name=_text(message.get("from") or {}, "display_name"),
    )


def _attachments(event: str, message: Mapping[str, Any]) -> tuple[Attachment, ...]:
    match event:
        case _ if event == TEXT:
            return ()
        case _ if event == IMAGE:
            # The documents call the field `photo`; what comes is `photo_url`.
            address = _text(message, "photo_url") or _text(message, "photo")
            return (Attachment(kind=AttachmentKind.PHOTO, remote=address or None, mime="image/jpeg"),)
        case _ if event == VOICE:
            address = _text(message, "voice_url")
            return (Attachment(kind=AttachmentKind.VOICE, remote=address or None, mime="audio/aac"),)
        case _ if event == STICKER:
            return (Attachment(kind=AttachmentKind.STICKER),)
        case _:
            # A file, a film, a place, a contact: Zalo hands none of them to bots.
            return (Attachment(kind=AttachmentKind.WITHHELD),)


def _text(holder: Mapping[str, Any], key: str) -> str:
    value = holder.get(key)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise TypeError(f"{key} is no text")
    return value
