"""Telling many by an Official Account: the same calls as for replies, at a pace below Zalo's limit.

Not through the outbox: whether somebody was reached is known only once Zalo has answered, and whoever has not written
for a week is to be called instead.
"""

from __future__ import annotations

from bot.announcements.outlets import NextTurn
from bot.messages import Address, Reply
from channels.zalo_oa.letters import Letters
from channels.zalo_oa.limits import BULK_PER_SECOND


class BulkSender:
    """Sends one reply to one of many."""

    per_second = BULK_PER_SECOND
    largest_file: int | None = None
    """Whatever Zalo does not carry goes as a link that is the recipient's own."""

    def __init__(self, letters: Letters) -> None:
        self._letters = letters

    async def prepare(self) -> None:
        """There is nothing to load."""

    async def send(self, address: Address, reply: Reply, next_turn: NextTurn) -> str:
        """Deliver the reply; SendError otherwise."""
        return await self._letters.send(address, reply, next_turn)
