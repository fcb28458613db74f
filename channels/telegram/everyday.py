"""The two updates that come all day, a typed text and a pressed button, read from plain JSON.

Through aiogram's models each costs ten times as much (benchmarks). Whatever looks different in any way is left to them;
they also decide what is poison.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import orjson

from bot.messages import Address, Incoming, RawUpdate

START = "/start"
TEXT_ONLY = frozenset({"message_id", "from", "chat", "date", "text", "entities", "link_preview_options"})
"""What a message holds that is nothing but text."""


def read(raw: RawUpdate) -> Incoming | None:
    """What the person did; None if the update is of another kind."""
    match orjson.loads(raw.body):
        case {
            "message": {
                "chat": {"type": "private"},
                "from": {"first_name": str()} as sender,
                "date": int(date),
                "text": str(text),
            } as message
        } if message.keys() <= TEXT_ONLY:
            return Incoming(
                address=address_of(raw),
                sent_at=datetime.fromtimestamp(date, UTC),
                text=text,
                invitation=invitation_in(text),
                sender_name=_full_name(sender),
            )
        case {
            "callback_query": {
                "from": {"first_name": str()} as sender,
                "data": str(choice),
                "message": {"message_id": int(pressed), "chat": {"type": "private"}},
            }
        }:
            # A press has no time of its own, and the message's may be of last month.
            return Incoming(
                address=address_of(raw), choice=choice, pressed=str(pressed), sender_name=_full_name(sender)
            )
        case _:
            return None


def invitation_in(text: str) -> str | None:
    """The token behind /start, which an invitation link sends."""
    command, _, payload = text.partition(" ")
    return payload.strip() if command == START and payload.strip() else None


def address_of(raw: RawUpdate) -> Address:
    """Where the update came from."""
    return Address(channel=raw.channel, bot=raw.bot, chat=raw.lane)


def _full_name(sender: Mapping[str, Any]) -> str:
    last = sender.get("last_name")
    return f"{sender['first_name']} {last}" if last else str(sender["first_name"])
