"""The methods that exist, and the parameters that each knows."""

from __future__ import annotations

from dataclasses import dataclass

from . import limits
from .wire import BrokenRule, Call, must_not_be_empty, utf16_length


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameters:
    """Names; what is needed must not be empty."""

    needed: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()


METHODS = {
    "getMe": Parameters(),
    "getUpdates": Parameters(optional=("timeout",)),
    "setWebhook": Parameters(needed=("url", "secret_token")),
    "testWebhook": Parameters(),
    "deleteWebhook": Parameters(),
    "getWebhookInfo": Parameters(),
    "sendMessage": Parameters(needed=("chat_id", "text"), optional=("parse_mode", "text_styles")),
    "sendPhoto": Parameters(needed=("chat_id", "photo"), optional=("caption",)),
    "sendSticker": Parameters(needed=("chat_id", "sticker")),
    "sendVoice": Parameters(needed=("chat_id", "voice_url")),
    "sendChatAction": Parameters(needed=("chat_id", "action")),
}
"""All eleven. There is no method for files, keyboards, edits, reactions, or reading a profile."""
TEXTS = ("text", "caption")


def check(call: Call) -> None:
    """Refuses what is unknown, empty, too long or of the wrong type."""
    known = METHODS[call.method]
    for name in known.needed:
        if not call.text(name).strip():
            raise must_not_be_empty(name)
    if unknown := sorted(call.values.keys() - {*known.needed, *known.optional}):
        raise BrokenRule(f"Bad request: unknown parameters {', '.join(unknown)}")
    for name, value in call.values.items():
        if name not in {"timeout", "text_styles"} and not isinstance(value, str):
            raise BrokenRule(f"Bad request: The {name} must be a string")
        if name in TEXTS and utf16_length(str(value)) > limits.MAX_TEXT:
            raise BrokenRule(f"Bad request: The {name} must be between 1 and {limits.MAX_TEXT} characters")
