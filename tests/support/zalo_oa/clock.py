"""Zalo's time: the real one, or the time of the town that a story plays in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from bot.clock import utc_now


class Clock:
    """A clock that a test can push forward, or that follows another one."""

    def __init__(self) -> None:
        self._source: Callable[[], datetime] = utc_now
        self._ahead = timedelta()
        self._last = 0

    def follow(self, source: Callable[[], datetime]) -> None:
        """From now on it is as late as the source says."""
        self._source = source

    def advance(self, span: timedelta) -> None:
        """Let the span pass."""
        self._ahead += span

    def now(self) -> datetime:
        return self._source() + self._ahead

    def seconds(self) -> float:
        return self.now().timestamp()

    def new_stamp(self) -> int:
        """Milliseconds since 1970, as events carry them; never the same twice."""
        self._last = max(self._last + 1, int(self.seconds() * 1000))
        return self._last
