"""What must be known of an update before it is stored: what it tells of, its id, and whose chat it is."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from bot.messages import RawUpdate
from channels.vendor_json import encode, id_in, milliseconds_in, part

NAME = "zalo_bot"

TEXT = "message.text.received"
IMAGE = "message.image.received"
VOICE = "message.voice.received"
STICKER = "message.sticker.received"
UNSUPPORTED = "message.unsupported.received"
KNOWN = (TEXT, IMAGE, VOICE, STICKER, UNSUPPORTED)

PRIVATE = "PRIVATE"


class Ignored(StrEnum):
    """Why an update needs no answer, as it is counted."""

    UNKNOWN_EVENT = "unknown_event"
    GROUP = "group"
    """The bot talks with one person at a time."""
    BOT = "bot"
    """Another bot wrote: two of them would never stop."""
    NOBODY = "nobody"
    """It says neither what it is nor from whom, as of people whom Zalo protects."""


def flat(body: object) -> Mapping[str, Any] | None:
    """The update of a delivery or an answer: as it is, or wrapped in `result` as the documents show it."""
    if not isinstance(body, Mapping):
        return None
    if "event_name" in body:
        return body
    inner = body.get("result")
    return inner if isinstance(inner, Mapping) and "event_name" in inner else None


def stored(update: Mapping[str, Any], bot: str, arrived_ms: int) -> RawUpdate | Ignored:
    """The update as the inbox keeps it; `arrived_ms` orders one without a date."""
    event, message = update.get("event_name"), update.get("message")
    if event not in KNOWN:
        return Ignored.UNKNOWN_EVENT
    if not isinstance(message, Mapping):
        return Ignored.NOBODY
    chat, sender = part(message, "chat"), part(message, "from")
    if chat.get("chat_type", PRIVATE) != PRIVATE:
        return Ignored.GROUP
    if sender.get("is_bot") is True:
        return Ignored.BOT
    id, lane = id_in(message, "message_id"), id_in(chat, "id")
    if not (id and lane):
        return Ignored.NOBODY
    return RawUpdate(
        channel=NAME,
        bot=bot,
        update_id=id,
        lane=lane,
        sequence=milliseconds_in(message, "date") or arrived_ms,
        body=encode({"event_name": event, "message": message}),
    )
