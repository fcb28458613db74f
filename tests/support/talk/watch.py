"""The town's time: it begins in December 2020 and then runs like any other."""

from __future__ import annotations

import time
from datetime import datetime, timedelta


class Watch:
    """A clock that a story can put forward."""

    def __init__(self, begins: datetime) -> None:
        self._begins = begins
        self._wound = time.monotonic()

    def __call__(self) -> datetime:
        return self._begins + timedelta(seconds=time.monotonic() - self._wound)

    def forward(self, span: timedelta) -> None:
        """Let the span pass."""
        self._begins += span
