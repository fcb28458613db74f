"""From the errors of the OpenAPI to SendError: what may be tried again, who is gone, and what an operator has to mend.

The table: https://developers.zalo.me/docs/official-account/phu-luc/ma-loi. Some codes have several meanings, which only
the text tells apart.
"""

from __future__ import annotations

import structlog

from bot.domain.errors import TOKEN_REFUSED, SendError
from bot.domain.windows import WINDOW_SHUT
from channels.zalo_oa.sentences import API

log = structlog.get_logger()

OK = 0
EXPIRED_UPLOAD = -100
FAILED = -200
OLD_TOKEN = frozenset({-216, -220})
GONE = frozenset({-213, -217, -227})
"""Does not follow us, has blocked us, is banned or has been away for 45 days."""
SHUT = frozenset({-230, -232})
"""Has not written for seven days, or never."""
USED_UP = frozenset({-211, -218})
"""No more messages for this person, or for this month."""
UNPAID = frozenset({-320, -321})
"""Messages outside the free window cannot be paid; free ones still arrive."""
OPERATOR = frozenset({112, -204, -205, -209, -212, -219, -221, -223, -224, -235, -242})
LIMIT = -32

FLOOD_SECONDS = 60.0
"""Zalo counts by the minute."""
UNPAID_CODE = "unpaid"
UPLOAD_EXPIRED = "upload_expired"


def refusal(code: int, text: str) -> SendError:
    """How whoever sends is to treat an answer whose error is not 0."""
    said = text.lower()
    if code in OPERATOR and "limit" not in said and "quota" not in said:
        return _operators_business(code, text)
    match code:
        case _ if code == LIMIT or code in OPERATOR:
            return SendError("flood", retryable=True, retry_after=FLOOD_SECONDS)
        case _ if code in OLD_TOKEN:
            return token_refused()
        case _ if code in GONE:
            return SendError("blocked", retryable=False, gone=True)
        case _ if code in SHUT:
            return SendError(WINDOW_SHUT, retryable=False)
        case _ if code in USED_UP:
            return SendError("used_up", retryable=False)
        case _ if code in UNPAID:
            log.error("zalo wants to be paid", error=code, cure=API[code])
            return SendError(UNPAID_CODE, retryable=False)
        case _ if code == EXPIRED_UPLOAD:
            return SendError(UPLOAD_EXPIRED, retryable=True)
    # The rest speaks of the message: too long, of a wrong shape, against the rules. It would be refused again.
    log.error("zalo refused a message", error=code, says=text[:200])
    return SendError("refused", retryable=False)


def token_refused() -> SendError:
    """We may not speak at all just now; nothing is wrong with the message."""
    return SendError(TOKEN_REFUSED, retryable=True)


def unreachable(*, doubtful: bool) -> SendError:
    """Nobody answered, or not as the OpenAPI does."""
    return SendError("unreachable", retryable=True, doubtful=doubtful)


def _operators_business(code: int, text: str) -> SendError:
    log.error("zalo does not let us send", error=code, says=text[:200], cure=API[code])
    return token_refused()
