"""What must be known of an update before it is stored: what it tells of, its id, and whose chat it is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from bot.messages import RawUpdate

NAME = "zalo_bot"

TEXT = "message.text.received"
IMAGE = "message.image.received"
VOICE = "message.voice.received"
STICKER = "message.sticker.received"
UNSUPPORTED = "message.unsupported.received"
KNOWN = (TEXT, IMAGE, VOICE, STICKER, UNSUPPORTED)

PRIVATE = "PRIVATE"

LONGEST_ID = 128
LATEST = 2**53
"""A date beyond that, in milliseconds, is none."""

# Not orjson: a vendor's text may hold halves of characters, which it refuses; here nothing may fail.
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


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
    chat, sender = _part(message, "chat"), _part(message, "from")
    if chat.get("chat_type", PRIVATE) != PRIVATE:
        return Ignored.GROUP
    if sender.get("is_bot") is True:
        return Ignored.BOT
    id, lane = _id(message, "message_id"), _id(chat, "id")
    if not (id and lane):
        return Ignored.NOBODY
    return RawUpdate(
        channel=NAME,
        bot=bot,
        update_id=id,
        lane=lane,
        sequence=date_of(message) or arrived_ms,
        body=_encode({"event_name": event, "message": message}),
    )


def date_of(message: Mapping[str, Any]) -> int:
    """When it was written, in milliseconds; 0 if that cannot be read."""
    date = message.get("date")
    # Not isinstance: True is an int, too.
    return date if type(date) is int and 0 < date < LATEST else 0


def _id(holder: Mapping[str, Any], key: str) -> str:
    """Zalo's have twenty hexadecimal letters; what the database could stumble over as a key is none, and is empty."""
    id = holder.get(key)
    if not isinstance(id, str) or len(id) > LONGEST_ID:
        return ""
    return id if id.isascii() and id.isprintable() else ""


def _part(message: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    part = message.get(key)
    return part if isinstance(part, Mapping) else {}
