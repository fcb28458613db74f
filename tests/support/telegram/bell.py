"""Wakes those who wait for a change: long polls, the webhook's delivery, people looking at their screens."""

from __future__ import annotations

import asyncio
import time


class Bell:
    """`ring()` is an ordinary call, so that people act without awaiting; `wait()` ends at the next ring."""

    def __init__(self) -> None:
        self._rung = asyncio.Event()

    def ring(self) -> None:
        self._rung.set()
        self._rung = asyncio.Event()

    async def wait(self, seconds: float | None = None) -> bool:
        """True when it rang, False when the seconds were over first."""
        try:
            async with asyncio.timeout(seconds):
                await self._rung.wait()
        except TimeoutError:
            return False
        return True


class Deadline:
    """Counts down in real time, whatever the simulator's clock says."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        return max(self._end - time.monotonic(), 0.0)
