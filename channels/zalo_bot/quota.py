"""The month's messages: each one that Zalo takes is counted, and what "Quota exceeded" means is made out.

Once, it may be that we were too fast; again, that they are used up.
"""

from __future__ import annotations

from collections.abc import Callable

from bot.conversation.meter import Meter
from bot.domain.errors import SendError
from bot.domain.quotas import OVER

PAUSE = 15.0
"""Seconds for which nobody sends after the first refusal: the number 429 might mean a limit of the moment."""
BELIEVED = 3600.0
"""Seconds for which a second refusal is the month's: messages are given up then; kept, they would come weeks late."""


class Month:
    """Of one bot; it remembers since when Zalo refuses. `seconds` is a clock that never goes back."""

    def __init__(self, meter: Meter, seconds: Callable[[], float]) -> None:
        self._meter = meter
        self._seconds = seconds
        self._since: float | None = None

    def taken(self) -> None:
        """A message went out."""
        self._meter.count()
        self._since = None

    def refused(self) -> SendError:
        """How the refused message is to be treated."""
        now = self._seconds()
        if self._since is None or now >= self._since + BELIEVED:
            self._since = now
        left = self._since + PAUSE - now
        if left > 0:
            return SendError(OVER, retryable=True, retry_after=left)
        return SendError(OVER, retryable=False)
