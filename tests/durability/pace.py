"""Heads type at the pace of the killings, so that every life of the process has work, the last one too."""

from __future__ import annotations

import asyncio
import math
import time

FEWEST = 2
"""Kills that there are on the slowest machine."""


class Pace:
    """Lets heads come as far as the kills have come. Where these take longer than the seconds, there are fewer."""

    def __init__(self, kills: int, seconds: float = math.inf) -> None:
        self.kills = 0
        self.over = kills == 0
        """Whether nobody is killed any more."""
        self._most = kills
        self._end = time.monotonic() + seconds
        self._changed = asyncio.Event()

    def killed(self) -> None:
        """The process has died once more."""
        self.kills += 1
        self.over = self.kills >= (min(FEWEST, self._most) if time.monotonic() > self._end else self._most)
        self._changed.set()
        self._changed = asyncio.Event()

    async def allows(self, part: float) -> None:
        """Wait until the kills have come to about this part of all, from 0 to 1."""
        while not self.over and self.kills + 1 < part * self._most:
            await self._changed.wait()
