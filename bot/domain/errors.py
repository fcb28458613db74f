"""The errors that the product raises on purpose.

BotError
 ├─ Refused      the person may not do this
 ├─ Invalid      what was given cannot be used; `code` and `params` choose the sentence
 ├─ Missing      what was asked for is not there
 ├─ Conflict     somebody else changed it meanwhile
 └─ SendError    a channel did not take a message; says whether to try again and whether the person is gone
"""

from __future__ import annotations

TOKEN_REFUSED = "token_refused"  # noqa: S105 - a code, not a token
"""The code of a SendError: the vendor lets us say nothing. The message is in order; an operator has to mend us."""


class BotError(Exception):
    """Base of all. `code` is stable and chooses the sentence in bot/texts/problems.py; the message is for logs."""

    def __init__(self, code: str, /, **params: object) -> None:
        super().__init__(f"{code} {params}" if params else code)
        self.code = code
        self.params = params


class Refused(BotError):
    """The person may not do this."""


class Invalid(BotError):
    """What was given cannot be used."""


class Missing(BotError):
    """What was asked for is not there (any more)."""


class Conflict(BotError):
    """Somebody else changed it meanwhile."""


class SendError(BotError):
    """A channel did not take a message.

    retryable: trying again later may help. gone: the person cannot be reached there any more (blocked, left).
    retry_after: seconds that the vendor asks everybody to wait.
    doubtful: nobody answered, so the message may have arrived all the same.
    """

    def __init__(
        self,
        code: str,
        *,
        retryable: bool,
        gone: bool = False,
        retry_after: float | None = None,
        doubtful: bool = False,
    ) -> None:
        super().__init__(code)
        self.doubtful = doubtful
        self.retryable = retryable
        self.gone = gone
        self.retry_after = retry_after
