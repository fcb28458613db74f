"""What must be known of an event before it is stored: what it tells of, its id, and whose chat it is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from bot.messages import RawUpdate

NAME = "zalo_oa"

TEXT = "user_send_text"
IMAGE = "user_send_image"
FILE = "user_send_file"
LOCATION = "user_send_location"
STICKER = "user_send_sticker"
GIF = "user_send_gif"
AUDIO = "user_send_audio"
VIDEO = "user_send_video"
LINK = "user_send_link"
CARD = "user_send_business_card"
MESSAGES = frozenset({TEXT, IMAGE, FILE, LOCATION, STICKER, GIF, AUDIO, VIDEO, LINK, CARD})
FOLLOW = "follow"
UNFOLLOW = "unfollow"
INFO = "user_submit_info"

LATEST = 2**53
"""A time beyond that, in milliseconds, is none."""
MOST_ID = 200
"""Letters of an id; Zalo's have about twenty."""

# Not orjson: a vendor's text may hold halves of characters, which it refuses; here nothing may fail.
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Ignored(StrEnum):
    """Why an event needs no answer, as it is counted."""

    ECHO = "echo"
    """What we, or somebody of the ward in Zalo's own console, said: answering it would never stop."""
    UNKNOWN_EVENT = "unknown_event"
    NOBODY = "nobody"
    """It says neither what it is nor from whom."""
    OTHER_ACCOUNT = "other_account"
    """Another Official Account, linked to the same application."""


def stored(event: Mapping[str, Any], account: str, arrived_ms: int) -> RawUpdate | Ignored:
    """The event as the inbox keeps it; `arrived_ms` orders one without a time."""
    name = event.get("event_name")
    if not isinstance(name, str):
        return Ignored.NOBODY
    if name.startswith("oa_send"):
        return Ignored.ECHO
    if name not in MESSAGES and name not in {FOLLOW, UNFOLLOW, INFO}:
        return Ignored.UNKNOWN_EVENT
    person = _id(_part(event, "follower" if name in {FOLLOW, UNFOLLOW} else "sender"), "id")
    if not person:
        return Ignored.NOBODY
    if (_id(event, "oa_id") or _id(_part(event, "recipient"), "id") or account) != account:
        return Ignored.OTHER_ACCOUNT
    at = time_of(event)
    message = _id(_part(event, "message"), "msg_id")
    if name in MESSAGES and not message:
        return Ignored.NOBODY
    return RawUpdate(
        channel=NAME,
        bot=account,
        # What is no message has no id of its own, but happens once at its time; delivered again it says the same time.
        update_id=message if name in MESSAGES else f"{name}:{person}:{at or arrived_ms}",
        lane=person,
        sequence=at or arrived_ms,
        body=_encode(_needed(event)),
    )


def time_of(event: Mapping[str, Any]) -> int:
    """When it happened, in milliseconds; 0 if that cannot be read."""
    said = event.get("timestamp")
    text = str(said) if isinstance(said, str | int) and not isinstance(said, bool) else ""
    if not (text.isascii() and text.isdecimal() and len(text) <= 16):
        return 0
    return int(text) if int(text) < LATEST else 0


def _needed(event: Mapping[str, Any]) -> Mapping[str, Any]:
    """Without what people gave to Zalo's form beyond their name: nobody here asked for it."""
    kept = {key: event.get(key) for key in ("event_name", "timestamp", "message") if key in event}
    if event.get("event_name") == INFO:
        kept["info"] = {"name": _part(event, "info").get("name")}
    return kept


def _part(event: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    part = event.get(key)
    return part if isinstance(part, Mapping) else {}


def _id(part: Mapping[str, Any], key: str) -> str:
    value = part.get(key)
    return value if isinstance(value, str) and len(value) <= MOST_ID else ""
