"""From a stored event to an Incoming."""

from __future__ import annotations

import json
import mimetypes
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from bot.messages import Address, Attachment, AttachmentKind, Incoming, Point, RawUpdate
from channels.file_names import bare_name
from channels.vendor_json import moment_in, part
from channels.zalo_oa.presses import pressed
from channels.zalo_oa.raw import (
    AUDIO,
    CARD,
    FILE,
    FOLLOW,
    GIF,
    IMAGE,
    INFO,
    LINK,
    LOCATION,
    STICKER,
    TEXT,
    UNFOLLOW,
    VIDEO,
)

HELLO = "/start"
"""What the conversation takes for somebody who has come in."""
LONGEST_NAME = 120
MOST_FILES = 20
"""Of one message; Zalo's app lets one choose fewer."""

Json = Mapping[str, Any]


def parse(raw: RawUpdate) -> Incoming:
    """What the person did. Raises where a stored event has lost its shape: it is poison."""
    event = json.loads(raw.body)
    name = event["event_name"]
    address = Address(channel=raw.channel, bot=raw.bot, chat=raw.lane)
    sent_at = moment_in(event, "timestamp")
    if name == UNFOLLOW:
        return Incoming(address=address, sent_at=sent_at, left=True)
    if name == FOLLOW:
        return Incoming(address=address, sent_at=sent_at, text=HELLO)
    if name == INFO:
        said = _text(event.get("info"), "name")[:LONGEST_NAME]
        return Incoming(address=address, sent_at=sent_at, sender_name=said, attachments=(CONTACT,))
    message = part(event, "message")
    text = _text(message, "text")
    if name == TEXT:
        choice = pressed(text)
        return Incoming(address=address, sent_at=sent_at, text="" if choice else text, choice=choice)
    attachments = tuple(_attachments(name, message))
    return Incoming(
        address=address,
        sent_at=sent_at,
        # Beside a place stands its label, beside a card its name: the map's and another's words, no answers.
        text="" if name in {LOCATION, CARD} else text or _linked(name, message),
        attachments=() if name == LINK else attachments,
    )


CONTACT = Attachment(kind=AttachmentKind.CONTACT)
OTHER = Attachment(kind=AttachmentKind.OTHER)


def _attachments(event: str, message: Json) -> Iterator[Attachment]:
    found = [_made(event, payload) for payload in _payloads(message)]
    yield from found[:MOST_FILES] or [OTHER]


def _made(event: str, payload: Json) -> Attachment:
    make = MAKERS.get(event)
    return OTHER if make is None else make(payload)


def _remote(kind: AttachmentKind) -> Callable[[Json], Attachment]:
    def make(payload: Json) -> Attachment:
        url = _text(payload, "url")
        return Attachment(kind=kind, remote=url) if url else OTHER

    return make


def _file(payload: Json) -> Attachment:
    name = bare_name(_text(payload, "name"))
    size = _text(payload, "size")
    url = _text(payload, "url")
    if not url:
        return OTHER
    return Attachment(
        kind=AttachmentKind.DOCUMENT,
        name=name,
        # Only what the name says; what it really is, its bytes will tell.
        mime=mimetypes.guess_type(name)[0] or "",
        size=int(size) if size.isascii() and size.isdecimal() and len(size) < 16 else None,
        remote=url,
    )


def _place(payload: Json) -> Attachment:
    coordinates = payload.get("coordinates")
    try:
        point = Point(latitude=_degrees(coordinates, "latitude", 90), longitude=_degrees(coordinates, "longitude", 180))
    except ValueError:
        return OTHER
    return Attachment(kind=AttachmentKind.LOCATION, point=point)


def _degrees(coordinates: object, name: str, most: int) -> float:
    degrees = float(_text(coordinates, name))
    if not -most <= degrees <= most:
        raise ValueError(name)
    return degrees


MAKERS: Mapping[str, Callable[[Json], Attachment]] = MappingProxyType(
    {
        IMAGE: _remote(AttachmentKind.PHOTO),
        AUDIO: _remote(AttachmentKind.VOICE),
        VIDEO: _remote(AttachmentKind.VIDEO),
        FILE: _file,
        LOCATION: _place,
        # A moving picture is a larger sticker: nobody sends one as an answer.
        STICKER: lambda _: Attachment(kind=AttachmentKind.STICKER),
        GIF: lambda _: Attachment(kind=AttachmentKind.STICKER),
        CARD: lambda _: CONTACT,
    }
)


def _linked(event: str, message: Json) -> str:
    """The address that somebody shared, which is as good as typed."""
    if event != LINK:
        return ""
    return next((url for payload in _payloads(message) if (url := _text(payload, "url"))), "")


def _payloads(message: Json) -> list[Json]:
    attachments = message.get("attachments")
    if not isinstance(attachments, list):
        return []
    return [each["payload"] for each in attachments if isinstance(each, dict) and isinstance(each.get("payload"), dict)]


def _text(part: object, name: str) -> str:
    """What stands there; numbers come as strings and as numbers."""
    value = part.get(name) if isinstance(part, Mapping) else None
    return str(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else ""
