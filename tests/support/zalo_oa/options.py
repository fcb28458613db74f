"""What sources contradict each other about, or leave open: an adapter has to survive every choice."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """The defaults are what most sources say; `Options(signed_with="app_secret")` plays another one."""

    signed_with: Literal["webhook_key", "app_secret"] = "webhook_key"
    """Whether webhooks are signed with the secret of the webhook's page or with the application's own."""
    signed_for: Literal["app_id", "oa_id"] = "app_id"
    """Which id stands in front of the signed body."""
    timestamp_header: bool = False
    """Whether the time that is signed also comes as X-ZEvent-Timestamp."""
    quota_in_answers: bool = False
    """Whether answers to messages carry the quota object, which was to go in 2026."""
    retries: Literal["any_failure", "no_connection"] = "any_failure"
    """What makes Zalo deliver again: any answer but 200 in time, or only where there was no answer at all."""
    twice: bool = False
    """Every event is delivered once more after it was taken."""
    disorder: bool = False
    """What waits for delivery goes out in another order, and what is delivered again holds nothing up."""
    media: Literal["http", "https"] = "http"
    """The scheme of the addresses of what people send."""
    bad_upload: Literal[-201, -233] = -201
    """What an upload of another type is answered."""
    out_of_window: Literal[-230, -232] = -230
    """What a message to somebody is answered who has not written for more than seven days."""
    must_follow: bool = False
    """Whether who writes without following cannot be answered."""
    receipts: bool = False
    """Whether the webhook is told that a message was received and seen."""
