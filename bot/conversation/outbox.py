"""Sends what turns have written: at once after the commit, in order per address, again until it is through."""

from __future__ import annotations

import asyncio
import uuid
from collections import deque
from collections.abc import Callable, Coroutine, Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.clock import Clock, local_date
from bot.conversation.brake import Brake
from bot.conversation.channel import Channel
from bot.conversation.counts import Counts
from bot.conversation.moving import moved
from bot.conversation.receipts import Receipts
from bot.conversation.silence import fell_silent
from bot.domain.errors import TOKEN_REFUSED, SendError
from bot.domain.quotas import OVER, month_of
from bot.messages import Address, Outgoing, Reply
from bot.metrics import MOVED, SENT, UNSENT
from storage.errors import StorageError
from storage.queries.outbox import LEASE, Receipt
from storage.store import Store
from storage.transaction import Transaction

SWEEP_SECONDS = 5.0
NEXT_SWEEP_SECONDS = 0.2
"""Pause after a sweep that found something: each address had only its oldest reply taken."""
MOST_AT_ONCE = 200
MOST_TRIES = 12
"""With the waits below about eight minutes; then the message is given up and logged."""
LONGEST_WAIT = 60.0
OPERATOR_SECONDS = 60.0
"""After which to look whether the operator has mended what keeps us from sending; until then messages wait."""

log = structlog.get_logger()
Spawn = Callable[[Coroutine[Any, Any, None]], object]


class Outbox:
    """One queue per address; two addresses never wait for each other, except at the vendor's brake."""

    def __init__(
        self,
        store: Store,
        channels: Mapping[tuple[str, str], Channel],
        clock: Clock,
        spawn: Spawn,
        opened: Callable[[Reply], Reply],
    ) -> None:
        """`opened`: the reply with what was sealed in it."""
        self._store = store
        self._channels = channels
        self._clock = clock
        self._counts = Counts(store, channels.values(), clock)
        self._receipts = Receipts(self._counts)
        self._spawn = spawn
        self._opened = opened
        self._waiting: dict[Address, deque[Outgoing]] = {}
        self._held: dict[int, datetime] = {}
        """What is queued, and until when each is ours."""
        self.brake = Brake()
        """Which others who send on these channels must heed as well."""

    def post(self, messages: Iterable[Outgoing]) -> None:
        """Queue committed rows for sending.

        Rows that are queued already are left alone, and so are those of a channel that another process serves.
        """
        for message in messages:
            if (message.address.channel, message.address.bot) not in self._channels:
                continue
            is_queued = message.key in self._held
            self._held[message.key] = message.due  # also where our own sweep has taken it once more
            if is_queued:
                continue
            queue = self._waiting.get(message.address)
            if queue is None:
                self._waiting[message.address] = deque([message])
                self._spawn(self._drain(message.address))
            else:
                queue.append(message)

    async def take_over(self) -> None:
        """Queue whatever a dead process left open, before a new reply can overtake it; what it was asked to wait holds.

        Only for a process that serves these channels alone.
        """
        served, now = tuple(self._channels), self._clock()
        for place, until in (await self._store.read(lambda tx: tx.drains.brakes(now))).items():
            if place in served:
                self.brake.hold(place[0], (until - now).total_seconds())
        self.post(await self._store.transact(lambda tx: tx.outbox.take_over(now, served)))

    async def sweep(self) -> None:
        """Take up leftovers now and then, until cancelled."""
        served = tuple(self._channels)
        while True:
            found: list[Outgoing] = []
            try:
                await self._counts.settle()
                found = await self._store.transact(lambda tx: tx.outbox.due(self._clock(), MOST_AT_ONCE, served))
            except StorageError as failure:
                log.warning("storage failed", problem=str(failure))
            self.post(found)
            await asyncio.sleep(NEXT_SWEEP_SECONDS if found else SWEEP_SECONDS)

    async def finish(self) -> None:
        """Write down what was counted and not yet written."""
        await self._counts.settle()

    async def _drain(self, address: Address) -> None:
        queue = self._waiting[address]
        while queue:
            try:
                if not await self._deliver(queue[0]):
                    break  # another process goes on with this chat, in its order
            except StorageError as failure:
                # Its fate could not be noted, so its row is still open, and the sweeper sends it again: twice at worst.
                log.warning("storage failed", problem=str(failure))
            del self._held[queue.popleft().key]
        for message in queue:
            del self._held[message.key]
        del self._waiting[address]

    async def _deliver(self, message: Outgoing) -> bool:
        """Deliver it, or give it up; False where it is not ours any more."""
        channel = self._channels[message.address.channel, message.address.bot]
        tries = message.tries
        while True:
            await self.brake.wait(message.address.channel)
            if not await self._is_ours(message):
                return False
            try:
                ref = await _send(channel, message, self._opened(message.reply))
            except SendError as failure:
                # Being told to wait says nothing against the message.
                tries += failure.retry_after is None
                if not failure.retryable or tries >= MOST_TRIES:
                    await self._give_up(message, failure.code, gone=failure.gone)
                    return True
                await self._wait(message, failure, tries)
            else:
                SENT.labels(channel.name).inc()
                await self._note_sent(message, ref)
                return True

    async def _is_ours(self, message: Outgoing) -> bool:
        """Whoever had to wait, at a brake or behind others, asks: another process may have taken it for left behind."""
        until, now = self._held[message.key], self._clock()
        if now < until - LEASE / 2:
            return True
        try:
            is_ours = await self._store.transact(lambda tx: tx.outbox.keep(message.key, until, now + LEASE))
        except StorageError as failure:
            log.warning("storage failed", problem=str(failure))
            return False
        if is_ours:
            self._held[message.key] = now + LEASE
        return is_ours

    async def _note_sent(self, message: Outgoing, ref: str) -> None:
        await self._receipts.note(Receipt(key=message.key, at=self._clock(), ref=ref))

    async def _wait(self, message: Outgoing, failure: SendError, tries: int) -> None:
        seconds = failure.retry_after or min(LONGEST_WAIT, 0.5 * 2**tries)
        until = self._clock() + timedelta(seconds=seconds)
        place = message.address

        def work(tx: Transaction) -> None:
            if failure.retry_after is None:
                tx.outbox.retry(message.key, until + LEASE, failure.code)
            else:
                tx.outbox.put_off(message.key, until + LEASE, failure.code)
                tx.drains.hold(place.channel, place.bot, until)

        if failure.code == TOKEN_REFUSED and self.brake.left(place.channel) <= 0:
            log.error("channel does not accept us", channel=place.channel, cure="mend its token; what is said waits")
        if failure.retry_after is not None:
            self.brake.hold(place.channel, seconds)
        await self._store.transact(work)
        self._held[message.key] = until + LEASE
        if failure.retry_after is None:
            await asyncio.sleep(seconds)

    async def _give_up(self, message: Outgoing, code: str, *, gone: bool) -> None:
        UNSENT.labels(message.address.channel).inc()
        log.warning("message given up", outbox=message.key, channel=message.address.channel, problem=code)
        elsewhere = await self._counts.write(lambda tx: self._given_up(tx, message, code, gone=gone))
        for each in elsewhere:
            MOVED.labels(message.address.channel, each.address.channel).inc()
        self.post(elsewhere)

    def _given_up(self, tx: Transaction, message: Outgoing, code: str, *, gone: bool) -> list[Outgoing]:
        """In one transaction: a message is given up and on its way elsewhere, or neither."""
        now, address = self._clock(), message.address
        if gone:
            tx.accounts.gone_at(address, now)
        if code == OVER:
            tx.quotas.refused(address.channel, address.bot, month_of(local_date(now)), now)
        if not tx.outbox.dead(message.key, now, code):
            return []
        elsewhere = moved(tx, message.key, self._channels, now)
        return elsewhere or (fell_silent(tx, address, now, self._channels) if code == OVER else [])


async def _send(channel: Channel, message: Outgoing, reply: Reply) -> str:
    try:
        return await channel.send(message.address, reply)
    except SendError as failure:
        if failure.code == TOKEN_REFUSED:
            # Nothing is wrong with the message: it waits, however long the operator takes.
            raise SendError(TOKEN_REFUSED, retryable=True, retry_after=OPERATOR_SECONDS) from None
        raise
    except Exception:
        log.exception("send failed", code=uuid.uuid4().hex[:8], outbox=message.key, channel=channel.name)
        raise SendError("unexpected", retryable=True) from None
