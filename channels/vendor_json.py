"""What vendors deliver, read without believing a word of it, and written down as it came. Nothing here may fail."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

LONGEST_ID = 128
"""Letters; vendors' ids have about twenty."""
LATEST = 253_402_300_799_000
"""The end of the year 9999 in milliseconds: a datetime knows no later one."""

# Not orjson: a vendor's text may hold halves of characters, which it refuses.
encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
"""The text that is stored."""


def object_in(body: bytes) -> Mapping[str, Any] | None:
    """The object that a body is; None where it is none, or nested too deep to be read."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def part(holder: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    """The object under that key; empty where there is none."""
    found = holder.get(key)
    return found if isinstance(found, Mapping) else {}


def id_in(holder: Mapping[str, Any], key: str) -> str:
    """The id under that key; empty where there is none, or one that the database could stumble over as a key."""
    id = holder.get(key)
    if not isinstance(id, str) or len(id) > LONGEST_ID:
        return ""
    return id if id.isascii() and id.isprintable() else ""


def milliseconds_in(holder: Mapping[str, Any], key: str) -> int:
    """The time under that key, a number or a string; 0 if it cannot be read."""
    said = holder.get(key)
    text = str(said) if isinstance(said, str | int) else ""
    if not (text.isascii() and text.isdecimal() and len(text) <= len(str(LATEST))):
        return 0
    return int(text) if int(text) <= LATEST else 0


def moment_in(holder: Mapping[str, Any], key: str) -> datetime | None:
    """The same as a moment; None if it cannot be read."""
    milliseconds = milliseconds_in(holder, key)
    return datetime.fromtimestamp(milliseconds / 1000, UTC) if milliseconds else None
