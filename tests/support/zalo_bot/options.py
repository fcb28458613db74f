"""How the simulated platform behaves where the public sources disagree or say nothing; each field is one open point."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from . import limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """`Options(queue="replay", idle="http_408")`; what is not named is as it was measured last."""

    errors: Literal["http_200", "http_status"] = "http_200"
    """A refusal comes with HTTP 200 (measured twice), or with its error_code as the status (seen in fixtures)."""
    idle: Literal["http_200", "http_408"] = "http_200"
    """The same for the 408 of a poll in which nothing came."""
    queue: Literal["remove", "replay", "live_only"] = "remove"
    """What a poll has read is gone; comes again at every poll; or only what comes during a poll is heard at all."""
    body: Literal["flat", "wrapped"] = "flat"
    """A webhook's update by itself (live), or inside {"ok": true, "result": ...} (documents)."""
    deliveries: Literal["once", "twice", "disordered"] = "once"
    """Each update once; twice in a row; or the newest first, and the one before it once more after it."""
    probe: Literal["unsigned", "signed", "none"] = "unsigned"
    """The empty call that tries a webhook when it is set."""
    verification: bool = True
    """Whether setWebhook tells what came of the probe; older documents show only url and updated_at."""
    unsupported: Literal["with_chat", "without_message"] = "with_chat"
    """Whether an update about a file or a place says at least who sent it."""
    photo_field: Literal["photo_url", "photo"] = "photo_url"
    """Where the link to a received photo stands: live traffic, or the documents."""
    success_code: bool = True
    """Good answers carry a top-level "error_code": 0 (measured)."""
    most_messages: int = limits.FREE_MESSAGES
    """Messages that the bot may send in a calendar month."""
    most_users: int = limits.FREE_USERS
    """People who can talk to the bot."""
    beyond_users: Literal["unheard", "unanswered"] = "unheard"
    """What happens to one more: the bot never hears of them, or may not answer."""
    media_seconds: float = 3600.0
    """How long a link to a received photo or voice can be opened."""
    media_type: Literal["true", "octet_stream", "html"] = "true"
    """What the media host says that a photo or voice is."""
    seconds: float = 0.0
    """How long every answer takes."""
    local: bool = True
    """Whether webhooks and photos may be on this machine, which the real platform refuses."""
