"""The shapes that travel: JSON objects, one decoded call, one uploaded file, and refusals."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

JsonObject = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file that came in as a part of a multipart request."""

    name: str
    content_type: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One decoded request: `Call(method="sendMessage", values={"chat_id": 7, "text": "Xin chào"})`."""

    method: str
    values: JsonObject
    uploads: dict[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """A text parameter; left out and empty are the same thing on the wire."""
        return str(self.values.get(name, ""))

    def number(self, name: str, default: int = 0) -> int:
        return int(self.values.get(name, default))

    def flag(self, name: str) -> bool:
        return bool(self.values.get(name, False))


class Refusal(Exception):
    """An answer with ok=false, which a correct client may well meet: blocked, too old, not modified."""

    def __init__(self, code: int, description: str, *, retry_after: int | None = None) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.retry_after = retry_after

    def body(self) -> JsonObject:
        answer: JsonObject = {"ok": False, "error_code": self.code, "description": self.description}
        if self.retry_after is not None:
            answer["parameters"] = {"retry_after": self.retry_after}
        return answer


class BrokenRule(Refusal):
    """A 400 that a correct client never earns; the server keeps it in `violations`."""

    def __init__(self, description: str) -> None:
        super().__init__(400, f"Bad Request: {description}")


def bad_request(description: str) -> Refusal:
    """A 400 that depends on the state of the world, not on how the request was made."""
    return Refusal(400, f"Bad Request: {description}")
