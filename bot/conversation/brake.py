"""One brake per channel, for everybody who sends there: a vendor that asks one to wait asks all to wait."""

from __future__ import annotations

import asyncio


class Brake:
    """Shared by the outbox and by whoever sends to many; whoever went on would only make the wait longer."""

    def __init__(self) -> None:
        self._until: dict[str, float] = {}

    def hold(self, channel: str, seconds: float) -> None:
        """Send nothing there for so long; a longer wait that is in force stays."""
        until = asyncio.get_running_loop().time() + seconds
        self._until[channel] = max(until, self._until.get(channel, until))

    def left(self, channel: str) -> float:
        """Seconds still to wait; 0 or less when one may send."""
        return self._until.get(channel, 0.0) - asyncio.get_running_loop().time()

    async def wait(self, channel: str) -> None:
        """Return once one may send."""
        if (left := self.left(channel)) > 0:
            await asyncio.sleep(left)
            # Once more, because somebody else may have been told to wait longer meanwhile.
            await self.wait(channel)
