"""The simulator's time, which a test can push forward to let callbacks and updates grow old."""

from __future__ import annotations

import time


class Clock:
    """Real time plus what the test added."""

    def __init__(self) -> None:
        self._ahead = 0.0

    def now(self) -> float:
        return time.time() + self._ahead

    def unix(self) -> int:
        return int(self.now())

    def advance(self, seconds: float) -> None:
        self._ahead += seconds
