"""The log of a chat and the kept files, in memory: what the application gives the web chat from its database."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

from bot.messages import Address, Reply
from channels.web.inbound import stored_line
from channels.web.log import ChatLine, Heard, Place, Said
from storage.errors import StorageError
from tests.channels.recording import RecordingInbox


class MemoryFiles:
    """Files by digest."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    async def put(self, content: bytes) -> str:
        """Keep them."""
        digest = hashlib.sha256(content).hexdigest()
        self.kept[digest] = content
        return digest

    async def read(self, digest: str) -> bytes:
        """What was kept; StorageError as from a disk that has lost it."""
        if digest not in self.kept:
            raise StorageError(f"The attachment {digest} is missing; restore a backup.")
        return self.kept[digest]


class MemoryLog:
    """Everybody's lines, numbered like rows; the inbox is the one that the adapter stores into."""

    def __init__(self, inbox: RecordingInbox) -> None:
        self._inbox = inbox
        self.heard: list[tuple[Address, Heard]] = []
        self.now = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
        """Moves on only when it is looked at, or set by a test."""

    def clock(self) -> datetime:
        """The time of this little world; every look at it takes a millisecond."""
        self.now += timedelta(milliseconds=1)
        return self.now

    def add(self, address: Address, reply: Reply) -> int:
        """Commit a reply; its key."""
        key = len(self.heard) + 1
        self.heard.append((address, Heard(key=key, at=self.clock(), reply=reply)))
        return key

    async def after(self, address: Address, place: Place, limit: int) -> Sequence[ChatLine]:
        """As ChatLog says."""
        said = [line for line in self._said(address) if line.key > place.said][:limit]
        heard = [line for at, line in self.heard if at == address and line.key > place.heard][:limit]
        return [*said, *heard]

    async def latest(self, address: Address, limit: int) -> Sequence[ChatLine]:
        """As ChatLog says."""
        return [*self._said(address)[-limit:], *[line for at, line in self.heard if at == address][-limit:]]

    def _said(self, address: Address) -> list[Said]:
        return [
            Said(key=key, at=stored_line(update)[1], update=update)
            for key, update in enumerate(self._inbox.stored, 1)
            if update.lane == address.chat
        ]
