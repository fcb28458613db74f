"""Notes what was sent; whatever is sent while a note is on its way to the disk is noted together in the next one."""

from __future__ import annotations

import asyncio

from bot.conversation.counts import Counts
from storage.queries.outbox import Receipt


class Receipts:
    """Many short transactions in one: on PostgreSQL each would take three round trips of its own."""

    def __init__(self, counts: Counts) -> None:
        self._counts = counts
        self._waiting: list[Receipt] = []
        self._turn = asyncio.Lock()

    async def note(self, receipt: Receipt) -> None:
        """Return once it is COMMITTED. Where that failed, one of those who share the COMMIT is told."""
        self._waiting.append(receipt)
        async with self._turn:
            if receipt not in self._waiting:
                return  # somebody took it along
            taken, self._waiting = self._waiting, []
            await self._counts.write(lambda tx: tx.outbox.all_sent(taken))
