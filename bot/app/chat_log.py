"""Both sides of a web chat, read from the inbox and the outbox."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from bot.messages import Address, Reply
from channels.web.log import ChatLine, Heard, Place, Said
from storage.queries import inbox, outbox
from storage.store import Store


class StoredChatLog:
    """What was said and heard at an address, as committed."""

    def __init__(self, store: Store, opened: Callable[[Reply], Reply]) -> None:
        """`opened`: the reply with what was sealed in it."""
        self._store = store
        self._opened = opened

    async def after(self, address: Address, place: Place, limit: int) -> Sequence[ChatLine]:
        """The oldest `limit` lines of each side after the place."""
        said = await self._store.read(lambda tx: tx.inbox.said_after(address, place.said, limit))
        heard = await self._store.read(lambda tx: tx.outbox.heard_after(address, place.heard, limit))
        return self._lines(said, heard)

    async def latest(self, address: Address, limit: int) -> Sequence[ChatLine]:
        """The newest `limit` lines of each side."""
        said = await self._store.read(lambda tx: tx.inbox.latest_said(address, limit))
        heard = await self._store.read(lambda tx: tx.outbox.latest_heard(address, limit))
        return self._lines(said, heard)

    def _lines(self, said: Iterable[inbox.Said], heard: Iterable[outbox.Heard]) -> list[ChatLine]:
        return [
            *(Said(key=line.key, at=line.at, update=line.update) for line in said),
            *(Heard(key=line.key, at=line.at, reply=self._opened(line.reply)) for line in heard),
        ]
