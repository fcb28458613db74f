"""The durable turn: every update is stored before it is acknowledged and answered in one transaction.

receive -> inbox row, COMMIT -> (only now the vendor is acknowledged) -> one turn per lane at a time, in ONE
transaction: inbox row done, session, draft, audit, outbox rows -> COMMIT -> send. Killed at any instant, nothing that
was acknowledged is lost and nothing is entered twice. An update that fails three times is parked, and its sender told.
"""

from __future__ import annotations

import asyncio
import uuid
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import replace
from typing import Any

import structlog

from bot.clock import Clock, local_date
from bot.conversation.channel import Channel
from bot.conversation.outbox import Outbox
from bot.conversation.photos import keep
from bot.conversation.router import Router
from bot.conversation.session import Session
from bot.conversation.turn import Turn
from bot.domain.errors import BotError, Invalid, SendError
from bot.messages import Address, Attachment, Incoming, Outgoing, RawUpdate, Reply
from bot.metrics import PARKED, RECEIVED, TURN_SECONDS, TURNS
from bot.texts import conversation as say
from storage.errors import StorageError, StorageRefused
from storage.queries.inbox import StoredUpdate
from storage.store import Store
from storage.transaction import Transaction

MOST_TRIES = 3
"""An update that failed so often is poison: it is parked, so that its lane goes on."""
RETRY_SECONDS = 0.2
STORAGE_PAUSE_SECONDS = 1.0
MOST_LANES = 100_000
TAKE_OVER_SECONDS = 10.0

log = structlog.get_logger()
Lane = tuple[str, str, str]
"""(channel, bot, lane)"""


class Engine:
    """Receives updates, answers them lane by lane, and hands what was written to the outbox."""

    def __init__(
        self,
        *,
        store: Store,
        router: Router,
        channels: Sequence[Channel],
        clock: Clock,
        alone: bool = True,
    ) -> None:
        """`alone`: no other process serves these channels, so what is open at the start is nobody's."""
        self._store = store
        self._router = router
        self._channels: Mapping[tuple[str, str], Channel] = {(c.name, c.bot): c for c in channels}
        self._clock = clock
        self._alone = alone
        self._tasks: asyncio.TaskGroup | None = None
        self._under_way: set[asyncio.Task[None]] = set()
        self._awake: dict[Lane, bool] = {}
        """Lanes that are being answered; True if more has come meanwhile."""
        self.outbox = Outbox(store, self._channels, clock, self._spawn)

    async def receive(self, updates: Sequence[RawUpdate]) -> None:
        """Store the updates; on return they are committed and may be acknowledged."""
        now = self._clock()
        await self._store.transact(lambda tx: tx.inbox.put(updates, now))
        for update in updates:
            RECEIVED.labels(update.channel).inc()
            self._wake((update.channel, update.bot, update.lane))

    async def run(self, started: Callable[[], None] = lambda: None) -> None:
        """Answer until cancelled, beginning with what an earlier process left open."""
        async with asyncio.TaskGroup() as tasks:
            self._tasks = tasks
            if self._alone:
                await self.outbox.take_over()
            await self._wake_open_lanes()
            tasks.create_task(self._take_over())
            tasks.create_task(self.outbox.sweep())
            started()
            await asyncio.Event().wait()

    async def _wake_open_lanes(self) -> None:
        for channel, bot, lane in await self._store.read(lambda tx: tx.inbox.open_lanes(MOST_LANES)):
            if (channel, bot) in self._channels:
                self._wake((channel, bot, lane))

    async def _take_over(self) -> None:
        """Now and then look for what another process stored and did not live to answer."""
        while True:
            await asyncio.sleep(TAKE_OVER_SECONDS)
            try:
                await self._wake_open_lanes()
            except StorageError as failure:
                log.warning("storage failed", problem=str(failure))

    async def finish(self) -> None:
        """Return once nothing is being answered or sent any more."""
        while self._under_way:
            await asyncio.wait(self._under_way)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        if self._tasks is None:
            work.close()  # run() has not begun: it takes up everything that is open
            return
        task = self._tasks.create_task(work)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    def _wake(self, lane: Lane) -> None:
        if lane in self._awake:
            self._awake[lane] = True
        elif self._tasks is not None:
            self._awake[lane] = False
            self._spawn(self._answer(lane))

    async def _answer(self, lane: Lane) -> None:
        while True:
            self._awake[lane] = False
            while await self._answer_next(lane):
                pass
            if not self._awake[lane]:
                del self._awake[lane]
                return

    async def _answer_next(self, lane: Lane) -> bool:
        """Answer the lane's oldest open update; False when there is none."""
        try:
            stored = await self._store.transact(lambda tx: tx.inbox.next_in_lane(*lane))
            if stored is None:
                return False
            await self._answer_one(lane, stored)
        except StorageError as failure:
            # Nothing is wrong with the update: the disk is full or the database is away. Wait for the operator.
            log.warning("storage failed", problem=str(failure))
            await asyncio.sleep(STORAGE_PAUSE_SECONDS)
        return True

    async def _answer_one(self, lane: Lane, stored: StoredUpdate) -> None:
        channel = self._channels[stored.update.channel, stored.update.bot]
        try:
            with TURN_SECONDS.time():
                outgoing = await self._turn(channel, lane, stored)
        except StorageError as failure:
            if not isinstance(failure, StorageRefused):
                raise
            await self._failed(stored)
        except Exception:  # noqa: BLE001 - the border of a turn: one person's trouble must not stop the others
            await self._failed(stored)
        else:
            TURNS.labels(channel.name).inc()
            self.outbox.post(outgoing)
        await channel.answered(stored.update)

    async def _turn(self, channel: Channel, lane: Lane, stored: StoredUpdate) -> list[Outgoing]:
        incoming = channel.parse(stored.update)
        trouble: BotError | None = None
        if incoming is not None and incoming.attachments:
            incoming, trouble = await self._with_files(channel, incoming)

        def work(tx: Transaction) -> list[Outgoing]:
            tx.inbox.lock_lane(*lane)
            if not tx.inbox.is_next(stored.id, *lane):
                return []  # another process was faster
            outgoing = [] if incoming is None else self._converse(tx, incoming, trouble)
            tx.inbox.done(stored.id, self._clock())
            return outgoing

        return await self._store.transact(work)

    def _converse(self, tx: Transaction, incoming: Incoming, trouble: BotError | None) -> list[Outgoing]:
        now = self._clock()
        found = tx.people.by_account(incoming.address, local_date(now))
        account, person = found or (tx.accounts.add(incoming.address, None, now), None)
        if person is not None:
            tx.people.lock(person.id)
        session = Session.from_json(tx.sessions.get(person.id)) if person else Session()
        turn = Turn(tx=tx, incoming=incoming, account=account, person=person, session=session, now=now, trouble=trouble)
        for attachment in incoming.attachments:
            if attachment.digest:
                tx.attachments.add(attachment, person.id if person else None, now)
        self._router.route(turn)
        if turn.person is not None:
            tx.sessions.put(turn.person.id, turn.session.to_json(), now)
        return turn.outgoing

    async def _with_files(self, channel: Channel, incoming: Incoming) -> tuple[Incoming, BotError | None]:
        """The incoming with its files kept in storage, or with the reason why one could not be had."""
        try:
            kept = [await self._keep(channel, attachment) for attachment in incoming.attachments]
        except SendError as failure:
            if failure.retryable:
                raise
            return replace(incoming, attachments=()), Invalid("file_lost")
        except Invalid as problem:
            return replace(incoming, attachments=()), problem
        return replace(incoming, attachments=tuple(kept)), None

    async def _keep(self, channel: Channel, attachment: Attachment) -> Attachment:
        if attachment.digest or not attachment.kind.is_file:
            return attachment
        content = await channel.fetch(attachment)
        return replace(attachment, digest=await keep(self._store.files, content), size=len(content))

    async def _failed(self, stored: StoredUpdate) -> None:
        code = uuid.uuid4().hex[:8]
        log.exception("turn failed", code=code, inbox=stored.id, channel=stored.update.channel)
        tries = await self._store.transact(lambda tx: tx.inbox.failed(stored.id, code))
        if tries >= MOST_TRIES:
            await self._park(stored, code)
        else:
            await asyncio.sleep(RETRY_SECONDS * tries)

    async def _park(self, stored: StoredUpdate, reason: str) -> None:
        """Set the update aside, so that its lane goes on, and tell the sender with the code that stands in the log."""
        PARKED.labels(stored.update.channel).inc()
        update, now = stored.update, self._clock()
        address = Address(channel=update.channel, bot=update.bot, chat=update.lane)

        def work(tx: Transaction) -> list[Outgoing]:
            tx.inbox.park(stored.id, now, reason)
            return [tx.outbox.add(address, None, Reply(text=say.PARKED.format(code=reason)), now)]

        self.outbox.post(await self._store.transact(work))
