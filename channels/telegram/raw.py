"""What must be known of an update before it is stored: its id, and whose chat it is. Nothing here may fail."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from bot.messages import RawUpdate
from channels.vendor_json import encode

NAME = "telegram"


def stored(update: Mapping[str, Any], bot: str) -> RawUpdate:
    """The update as the inbox keeps it; one that cannot be understood gets a lane of its own, and stops nobody."""
    update_id = update["update_id"]
    return RawUpdate(
        channel=NAME,
        bot=bot,
        update_id=str(update_id),
        lane=_chat(update) or f"update:{update_id}",
        sequence=int(update_id),
        body=encode(update),
    )


def press_of(raw: RawUpdate) -> str | None:
    """The id under which a pressed button waits to be answered; None if the update is no press."""
    if '"callback_query"' not in raw.body:
        return None
    press = json.loads(raw.body).get("callback_query")
    return press.get("id") if isinstance(press, Mapping) else None


def _chat(update: Mapping[str, Any]) -> str:
    for kind, content in update.items():
        if kind == "update_id" or not isinstance(content, Mapping):
            continue
        holder = content.get("message") if kind == "callback_query" else content
        chat = holder.get("chat") if isinstance(holder, Mapping) else content.get("from")
        if isinstance(chat, Mapping) and isinstance(chat.get("id"), int):
            return str(chat["id"])
    return ""
