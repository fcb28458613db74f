"""What the Bot API answers, as far as we need it. What is missing or of another type reads as empty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

Result = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bot:
    """Who we are: the answer to getMe."""

    id: str
    name: str

    @classmethod
    def of(cls, result: Result) -> Self:
        """Read it; the name that people see, else the account's."""
        return cls(id=_text(result, "id"), name=_text(result, "display_name") or _text(result, "account_name"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What Zalo found when it called our webhook to try it."""

    ok: bool
    outcome: str
    """webhook.ok, webhook.http.403, webhook.err.tls ..."""
    hint: str
    """An English sentence of Zalo's."""

    @classmethod
    def of(cls, result: Result) -> Self | None:
        """Read it out of the answer to setWebhook; None if Zalo says nothing of it, as in some of its documents."""
        found = result.get("verification")
        if not isinstance(found, Mapping):
            return None
        return cls(ok=found.get("ok") is True, outcome=_text(found, "outcome"), hint=_text(found, "hint"))


def webhook_url(result: Result) -> str:
    """Where updates are delivered to: the answer to getWebhookInfo; empty if nowhere."""
    return _text(result, "url")


def message_id(result: Result) -> str:
    """Of the message that was sent."""
    return _text(result, "message_id")


def _text(result: Result, key: str) -> str:
    value = result.get(key)
    return value if isinstance(value, str) else ""
