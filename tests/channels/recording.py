"""An inbox for adapter tests: it keeps what an adapter stores, drops repeats, and can be told to fail."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from bot.messages import RawUpdate


class RecordingInbox:
    """What `receive` is to an adapter: on return the updates are committed; the same update twice is one."""

    def __init__(self) -> None:
        self.stored: list[RawUpdate] = []
        self.offered: list[RawUpdate] = []
        """Everything that came, repeats too."""
        self.failing = False
        self.refused = 0
        """How often nothing could be kept."""
        self.open = asyncio.Event()
        """While it is cleared, commits take for ever."""
        self.open.set()

    @property
    def keeps(self) -> bool:
        """Whether what comes is committed."""
        return self.open.is_set() and not self.failing

    async def is_well(self) -> bool:
        """The health of the little application around it."""
        return self.keeps

    async def receive(self, updates: Sequence[RawUpdate]) -> None:
        """Keep the updates, unless the disk is full."""
        await self.open.wait()
        if self.failing:
            self.refused += 1
            raise OSError("No space left on device")
        for update in updates:
            self.offered.append(update)
            if self._key(update) not in {self._key(known) for known in self.stored}:
                self.stored.append(update)

    @staticmethod
    def _key(update: RawUpdate) -> tuple[str, str, str]:
        return update.channel, update.bot, update.update_id
