"""From aiogram's exceptions to SendError: what may be tried again, and who is gone."""

from __future__ import annotations

from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)

from bot.domain.errors import SendError

NOTHING_TO_CHANGE = ("message is not modified", "message to edit not found", "message can't be edited")
"""Answers to an edit that leave nothing to be done: it is so already, or the person deleted the message."""
GONE = ("chat not found", "user is deactivated")


def as_send_error(failure: TelegramAPIError | ClientDecodeError) -> SendError:
    """How the outbox is to treat the failure."""
    match failure:
        case TelegramRetryAfter():
            return SendError("flood", retryable=True, retry_after=float(failure.retry_after))
        case TelegramForbiddenError():
            return SendError("blocked", retryable=False, gone=True)
        case TelegramUnauthorizedError():
            return SendError("token_refused", retryable=True)
        case TelegramNetworkError() | TelegramServerError() | ClientDecodeError():
            return SendError("unreachable", retryable=True)
        case _:
            gone = any(reason in failure.message.lower() for reason in GONE)
            return SendError("chat_not_found" if gone else "refused", retryable=False, gone=gone)


def is_done_already(failure: TelegramAPIError) -> bool:
    """Whether the edit that failed has nothing left to do."""
    return any(reason in failure.message.lower() for reason in NOTHING_TO_CHANGE)
