"""Telling many by a Zalo bot: the same messages as in the conversation, at a pace of their own."""

from __future__ import annotations

from bot.announcements.outlets import NextTurn
from bot.conversation.channel import LinkFile
from bot.messages import Address, Reply
from channels.zalo_bot.client import Client
from channels.zalo_bot.limits import BULK_PER_SECOND
from channels.zalo_bot.quota import Month
from channels.zalo_bot.sending import Sending

PHOTO_SECONDS = 45.0
"""For a picture: less than the ledger of announcements leaves a message to its sender."""


class BulkSender:
    """Tells many, one after the other at a pace of its own; files go as links, as they do in the conversation."""

    per_second: float = BULK_PER_SECOND
    largest_file: int | None = None

    def __init__(self, client: Client, link_file: LinkFile, month: Month) -> None:
        self._sending = Sending(client, link_file, month, photo_seconds=PHOTO_SECONDS)

    async def prepare(self) -> None:
        """There is nothing to load."""

    async def send(self, address: Address, reply: Reply, next_turn: NextTurn) -> str:
        """Deliver the reply; Zalo's id of the last message. SendError otherwise."""
        return await self._sending.send(address, reply, next_turn)
