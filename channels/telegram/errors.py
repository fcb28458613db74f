"""From Telegram's refusals and aiogram's exceptions to SendError: what may be tried again, and who is gone."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

import aiohttp
from aiogram.exceptions import (
    ClientDecodeError,
    TelegramAPIError,
    TelegramForbiddenError,
    TelegramNetworkError,
    TelegramRetryAfter,
    TelegramServerError,
    TelegramUnauthorizedError,
)

from bot.domain.errors import TOKEN_REFUSED, SendError

NOTHING_TO_CHANGE = ("message is not modified", "message to edit not found", "message can't be edited")
"""Answers to an edit that leave nothing to be done: it is so already, or the person deleted the message."""
DONE_ALREADY = "done_already"
GONE = ("chat not found", "user is deactivated")


def unreachable() -> SendError:
    """Nobody answered, or not as the Bot API does."""
    return SendError("unreachable", retryable=True)


def refusal(answer: Mapping[str, Any]) -> SendError:
    """How the outbox is to treat an answer that is not ok."""
    description = str(answer.get("description", "")).lower()
    match answer.get("error_code"):
        case 429:
            return _flood(answer.get("parameters", {}).get("retry_after", 1))
        case 403:
            return _blocked()
        case 401:
            return SendError(TOKEN_REFUSED, retryable=True)
        case int(code) if code >= 500:
            return unreachable()
        case _ if any(reason in description for reason in NOTHING_TO_CHANGE):
            return SendError(DONE_ALREADY, retryable=False)
        case _:
            return _refused(description)


def as_send_error(failure: TelegramAPIError | ClientDecodeError) -> SendError:
    """How the outbox is to treat the failure."""
    match failure:
        case TelegramRetryAfter():
            return _flood(failure.retry_after)
        case TelegramForbiddenError():
            return _blocked()
        case TelegramUnauthorizedError():
            return SendError(TOKEN_REFUSED, retryable=True)
        case TelegramNetworkError() | TelegramServerError() | ClientDecodeError():
            return unreachable()
        case _:
            return _refused(failure.message.lower())


def not_downloaded(failure: aiohttp.ClientError | TimeoutError) -> SendError:
    """How to treat the failure where aiogram lets us see the HTTP of it: while it fetches a file."""
    if isinstance(failure, aiohttp.ClientResponseError):
        if failure.status == HTTPStatus.UNAUTHORIZED:
            return SendError(TOKEN_REFUSED, retryable=True)
        if failure.status < HTTPStatus.INTERNAL_SERVER_ERROR and failure.status != HTTPStatus.TOO_MANY_REQUESTS:
            return SendError("file_lost", retryable=False)
    return unreachable()


def said(failure: TelegramAPIError | ClientDecodeError) -> str:
    """For the log: what Telegram said, or how the connection broke; never an address, which holds the token."""
    broken = isinstance(failure, TelegramNetworkError | ClientDecodeError)
    return type(failure).__name__ if broken else failure.message


def _flood(seconds: float) -> SendError:
    return SendError("flood", retryable=True, retry_after=float(seconds))


def _blocked() -> SendError:
    return SendError("blocked", retryable=False, gone=True)


def _refused(description: str) -> SendError:
    gone = any(reason in description for reason in GONE)
    return SendError("chat_not_found" if gone else "refused", retryable=False, gone=gone)
