"""What must be known of an event before it is stored: what it tells of, its id, and whose chat it is."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

from bot.messages import RawUpdate
from channels.vendor_json import encode, id_in, milliseconds_in, part

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
    person = id_in(part(event, "follower" if name in {FOLLOW, UNFOLLOW} else "sender"), "id")
    if not person:
        return Ignored.NOBODY
    if (id_in(event, "oa_id") or id_in(part(event, "recipient"), "id") or account) != account:
        return Ignored.OTHER_ACCOUNT
    at = milliseconds_in(event, "timestamp")
    message = id_in(part(event, "message"), "msg_id")
    if name in MESSAGES and not message:
        return Ignored.NOBODY
    return RawUpdate(
        channel=NAME,
        bot=account,
        # What is no message has no id of its own, but happens once at its time; delivered again it says the same time.
        update_id=message if name in MESSAGES else f"{name}:{person}:{at or arrived_ms}",
        lane=person,
        sequence=at or arrived_ms,
        body=encode(_needed(event)),
    )


def _needed(event: Mapping[str, Any]) -> Mapping[str, Any]:
    """Without what people gave to Zalo's form beyond their name: nobody here asked for it."""
    kept = {key: event.get(key) for key in ("event_name", "timestamp", "message") if key in event}
    if event.get("event_name") == INFO:
        kept["info"] = {"name": part(event, "info").get("name")}
    return kept
