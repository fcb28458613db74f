"""What may go wrong in a call, and what each means for a message: tried again, given up, or the person gone."""

from __future__ import annotations

from bot.domain.errors import TOKEN_REFUSED, SendError

UNAUTHORIZED = 401
NOT_FOUND = 404
IDLE = 408
QUOTA = 429
GONE = ("not found", "invalid", "not exist", "blocked", "unfollow")
"""What is said of a chat that cannot be written to; the exact words are not published."""
WEBHOOK_IS_SET = "while a webhook is set"


class Refused(Exception):
    """Zalo answered `ok: false`. The description holds no token."""

    def __init__(self, code: int, description: str) -> None:
        super().__init__(f"{code} {description}")
        self.code = code
        self.description = description


class Unanswered(Exception):
    """Nobody answered, or not as the Bot API does. `doubtful`: the call may have been carried out all the same."""

    def __init__(self, why: str, *, doubtful: bool) -> None:
        super().__init__(why)
        self.doubtful = doubtful


def is_token_refused(failure: Refused | Unanswered) -> bool:
    """Whether Zalo does not know our token: waiting mends nothing."""
    return isinstance(failure, Refused) and failure.code == UNAUTHORIZED


def as_send_error(failure: Refused | Unanswered) -> SendError:
    """How whoever sends is to treat the failure of a message; what QUOTA means is made out in quota.py.

    No key tells Zalo that a message is the same one again: trying again after a lost answer may show it twice.
    """
    match failure:
        case Unanswered(doubtful=doubtful):
            return SendError("unreachable", retryable=True, doubtful=doubtful)
        case Refused() if is_token_refused(failure):
            return SendError(TOKEN_REFUSED, retryable=True)
        case Refused(code=code) if code == 403 or code >= 500:
            # Its table of errors calls 403 "Internal server error".
            return SendError("unreachable", retryable=True)
        case Refused(description=description):
            return _refused(description.lower())


def _refused(description: str) -> SendError:
    # A bare "Not Found" is said of methods that do not exist.
    about_chat = any(word in description for word in ("chat", "user"))
    gone = about_chat and any(reason in description for reason in GONE)
    return SendError("chat_not_found" if gone else "refused", retryable=False, gone=gone)
