"""A ward on channels whose vendor allows so many messages: the real engine and database, and no wire in between."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from datetime import datetime, timedelta

from bot.actions.installation import create_sample, person_called
from bot.clock import VIETNAM, local_date
from bot.conversation.channel import Capabilities, Receive, Shown
from bot.conversation.engine import Engine
from bot.conversation.meter import Meter
from bot.conversation.router import Router
from bot.domain.errors import SendError
from bot.domain.quotas import OVER, Quota
from bot.messages import Address, Attachment, Incoming, RawUpdate, Reply
from bot.texts import sample
from handlers import ENTRANCES, HANDLERS
from storage.store import Store
from storage.transaction import Transaction

NOW = datetime(2020, 12, 15, 9, 0, tzinfo=VIETNAM)
QUOTA = Quota(messages=3000, people=50)


class Counted:
    """A channel of one bot; what has a quota has no buttons either."""

    bot = "1"

    def __init__(self, name: str, quota: Quota | None = None) -> None:
        self.name = name
        self.meter = None if quota is None else Meter(quota)
        self.capabilities = Capabilities(
            buttons=quota is None,
            edits=False,
            max_text=2000,
            files=False,
            joins=quota is not None,
            meter=self.meter,
        )
        self.is_used_up = False
        """Whether the vendor refuses from now on."""
        self.shown: list[Reply] = []

    def address(self, chat: str) -> Address:
        return Address(channel=self.name, bot=self.bot, chat=chat)

    def parse(self, update: RawUpdate) -> Incoming | None:
        return Incoming(address=self.address(update.lane), text=json.loads(update.body)["text"])

    async def send(self, address: Address, reply: Reply) -> str:
        if self.is_used_up:
            raise SendError(OVER, retryable=False)
        if self.meter is not None:
            self.meter.count()
        self.shown.append(reply)
        return str(len(self.shown))

    def preview(self, reply: Reply) -> Sequence[Shown]:
        return []

    async def answered(self, update: RawUpdate) -> None: ...

    async def fetch(self, attachment: Attachment) -> bytes:
        raise SendError("file_lost", retryable=False)

    async def prepare(self) -> None: ...

    async def close(self) -> None: ...

    def invitation_link(self, token: str) -> str:
        return ""

    async def listen(self, receive: Receive) -> None: ...


class Ward:
    """Lan with her phone, on one channel or two."""

    def __init__(self, store: Store, *channels: Counted) -> None:
        self.store = store
        self.now = NOW
        self.channels = channels
        self.engine = Engine(store=store, router=Router(HANDLERS, ENTRANCES), channels=channels, clock=lambda: self.now)
        self._numbers = 0

    async def says(self, channel: Counted, text: str, *, who: str = "lan") -> str:
        """What is shown there for it; blank where nothing comes."""
        before = len(channel.shown)
        self._numbers += 1
        self.now += timedelta(seconds=5)
        number = self._numbers
        update = RawUpdate(
            channel=channel.name,
            bot=channel.bot,
            update_id=str(number),
            lane=who,
            sequence=number,
            body=json.dumps({"text": text}),
        )
        await self.engine.receive([update])
        await self.engine.finish()
        return "\n\n".join("\n".join((one.heading, one.text)) for one in channel.shown[before:])


@asynccontextmanager
async def ward_on(store: Store, *channels: Counted) -> AsyncIterator[Ward]:
    """The sample ward, open; Lan was last seen on the first channel."""

    def settle(tx: Transaction) -> None:
        create_sample(tx, NOW)
        lan = person_called(tx, sample.HEADS[0], local_date(NOW))
        for hours, channel in enumerate(channels):
            tx.accounts.add(channel.address("lan"), lan.id, NOW - timedelta(hours=hours))

    await store.transact(settle)
    ward = Ward(store, *channels)
    ready = asyncio.Event()
    running = asyncio.create_task(ward.engine.run(ready.set))
    await ready.wait()
    yield ward
    running.cancel()
    await asyncio.gather(running, return_exceptions=True)
