"""What "Quota exceeded" means: once, perhaps that we were too fast; again, that the month's messages are used up."""

from __future__ import annotations

from collections.abc import Callable

from bot.domain.errors import SendError

PAUSE = 15.0
"""Seconds for which nobody sends after the first refusal: the number 429 might mean a limit of the moment."""
BELIEVED = 3600.0
"""Seconds for which a second refusal is the month's: messages are given up then; kept, they would come weeks late."""


class Quota:
    """Remembers since when Zalo refuses. `seconds` is a clock that never goes back."""

    def __init__(self, seconds: Callable[[], float]) -> None:
        self._seconds = seconds
        self._since: float | None = None

    def refused(self) -> SendError:
        """How the refused message is to be treated."""
        now = self._seconds()
        if self._since is None or now >= self._since + BELIEVED:
            self._since = now
        left = self._since + PAUSE - now
        if left > 0:
            return SendError("quota", retryable=True, retry_after=left)
        return SendError("quota", retryable=False)

    def kept(self) -> None:
        """A message went out."""
        self._since = None
