"""Lan's device around a real adapter, without an engine behind it: what is the same on every channel."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress

from bot.conversation.channel import Channel
from bot.messages import Address, Reply
from tests.channels.memory import MemoryFiles
from tests.channels.recording import RecordingInbox
from tests.channels.waiting import until

IN_VAIN = 0.3
"""Seconds after which somebody believes that nothing is acknowledged while nothing can be stored."""


class Device:
    """What it does is `channel`'s and the vendor's; what was stored of it is in `inbox`."""

    redelivers = True
    channel: Channel
    lan: Address

    def __init__(self) -> None:
        self.inbox = RecordingInbox()
        self.files = MemoryFiles()

    async def presses(self, label: str) -> bool:
        raise AssertionError(f"{self.channel.name} has no buttons")

    async def opens_invitation(self, token: str) -> bool:
        raise AssertionError(f"{self.channel.name} has no links with a token")

    async def bytes_of(self, digest: str) -> bytes:
        return await self.files.read(digest)

    async def keep(self, content: bytes) -> str:
        return await self.files.put(content)

    async def reply(self, reply: Reply) -> None:
        await self.channel.send(self.lan, reply)

    async def comes_true(self, taken: Callable[[], bool]) -> bool:
        """Whether the vendor takes something for delivered, if one waits for it."""
        if self.inbox.keeps:
            await until(taken)
            return True
        try:
            await until(taken, IN_VAIN)
        except TimeoutError:
            return False
        return True

    @asynccontextmanager
    async def listening(self) -> AsyncIterator[None]:
        """The channel hands to the inbox what it hears."""
        await self.channel.prepare()
        listening = asyncio.create_task(self.channel.listen(self.inbox.receive))
        try:
            yield
        finally:
            listening.cancel()
            with suppress(asyncio.CancelledError):
                await listening
            await self.channel.close()
