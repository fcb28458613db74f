"""The shapes that travel: one decoded call, and refusals with the platform's own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

JsonObject = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One decoded request: `Call(method="sendMessage", values={"chat_id": "6ede…", "text": "Xin chào"})`."""

    method: str
    values: JsonObject

    def text(self, name: str) -> str:
        """A parameter as text; left out is empty."""
        return str(self.values.get(name, ""))


class Refusal(Exception):
    """An answer with ok=false, which a correct client may well meet: idle, quota, unknown chat."""

    def __init__(self, code: int, description: str) -> None:
        super().__init__(description)
        self.code = code
        self.description = description

    def body(self) -> JsonObject:
        return {"ok": False, "description": self.description, "error_code": self.code}


class BrokenRule(Refusal):
    """A refusal that a correct client never earns; the server keeps it in `violations`."""

    def __init__(self, description: str, *, code: int = 400) -> None:
        super().__init__(code, description)


def idle() -> Refusal:
    """Nothing came during a poll."""
    return Refusal(408, "Request timeout")


def quota_exceeded() -> Refusal:
    """No more messages until next month."""
    return Refusal(429, "Quota exceeded")


def must_not_be_empty(name: str) -> BrokenRule:
    return BrokenRule(f"Bad request: The {name} must not be empty")


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
