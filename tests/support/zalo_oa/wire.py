"""The shapes that travel: JSON objects, files, and refusals, which come with HTTP 200."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

JsonObject = dict[str, Any]

MESSAGES = {
    -32: "Your application reached limit call api",
    -100: "attachment_id was expired",
    -200: "Send message failed",
    -201: "{field} is invalid!",
    -210: "Parameter exceeds allowable limit",
    -211: "Out of quota",
    -213: "User has not followed OA",
    -216: "Access token is invalid",
    -217: "User has blocked invitation from OA",
    -220: "access_token is expired or removed",
    -223: "OA has not authorized this api",
    -230: "User has not interacted with the OA in the past 7 days",
    -232: "User has not interacted or the interaction has expired",
    -233: "Message type is invalid or not support",
    -240: "MessageV2 API has been shut down, please switch to MessageV3",
}


class Refusal(Exception):
    """An answer whose error is not 0, which a correct client may well meet: blocked, too late, an old token."""

    def __init__(self, code: int, *, field: str = "") -> None:
        self.code = code
        self.message = MESSAGES.get(code, "Error").format(field=field)
        super().__init__(f"{code} {self.message}")

    def body(self) -> JsonObject:
        return {"error": self.code, "message": self.message}


class BrokenRule(Refusal):
    """A refusal that a correct client never earns; the server keeps it in `violations`."""

    def __init__(self, code: int, problem: str, *, field: str = "") -> None:
        super().__init__(code, field=field or problem)
        self.problem = problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A file that came in as the multipart field `file`."""

    name: str
    content: bytes
    content_type: str


def success(data: JsonObject) -> JsonObject:
    return {"data": data, "error": 0, "message": "Success"}


def utf16_length(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
