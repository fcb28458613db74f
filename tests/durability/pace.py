"""Heads type at the pace of the killings, so that every life of the process has work, the last one too."""

from __future__ import annotations

import asyncio


class Pace:
    """Lets heads come as far as the kills have come."""

    def __init__(self, kills: int) -> None:
        self.kills = 0
        self._most = kills
        self._changed = asyncio.Event()

    def killed(self) -> None:
        """The process has died once more."""
        self.kills += 1
        self._changed.set()
        self._changed = asyncio.Event()

    @property
    def over(self) -> bool:
        """Whether nobody is killed any more."""
        return self.kills >= self._most

    async def allows(self, part: float) -> None:
        """Wait until the kills have come to about this part of all, from 0 to 1."""
        while not self.over and self.kills + 1 < part * self._most:
            await self._changed.wait()
