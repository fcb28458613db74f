"""The durable turn: every update is stored before it is acknowledged and answered in one transaction.

receive -> inbox row, COMMIT -> (only now the vendor is acknowledged) -> one turn per lane at a time, in ONE
transaction: inbox row done, session, draft, audit, outbox rows -> COMMIT -> send. Killed at any instant, nothing that
was acknowledged is lost and nothing is entered twice. An update that fails three times is parked, and its sender told.
"""

from __future__ import annotations

import asyncio
import uuid
from collections import Counter
from collections.abc import Callable, Coroutine, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import structlog

from bot.clock import Clock, local_date
from bot.conversation.channel import Channel
from bot.conversation.fetching import with_files
from bot.conversation.outbox import Outbox
from bot.conversation.router import Router
from bot.conversation.session import Session
from bot.conversation.turn import Turn
from bot.conversation.writing import Shows, write
from bot.domain.errors import BotError
from bot.messages import Address, Incoming, Outgoing, RawUpdate, Reply
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
MANY = 1_000_000
"""Nobody has counted what is open in a lane: go on until there is nothing."""


@dataclass(slots=True, kw_only=True)
class _Attempt:
    """One try to answer a lane's oldest update."""

    lane: Lane
    channel: Channel
    stored: StoredUpdate | None = None
    incoming: Incoming | None = None
    trouble: BotError | None = None
    wants_files: bool = False
    """Its files have to be had from the vendor before its turn."""

    def begin(self, stored: StoredUpdate | None) -> None:
        """Take up an update. Raises what `parse` raises: then it is poison."""
        self.stored, self.incoming, self.trouble = stored, None, None
        if stored is not None:
            self.incoming = self.channel.parse(stored.update)
        self.wants_files = self.incoming is not None and bool(self.incoming.attachments)


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
        elsewhere: Shows = MappingProxyType({}),
        opened: Callable[[Reply], Reply] = lambda reply: reply,
    ) -> None:
        """`alone`: no other process serves these channels, so what is open at the start is nobody's.

        `elsewhere`: what other channels can show, on which people are told something. `opened`: the reply with what
        was sealed in it.
        """
        self._store = store
        self._router = router
        self._channels: Mapping[tuple[str, str], Channel] = {(c.name, c.bot): c for c in channels}
        self._shows: Shows = {**elsewhere, **{channel.name: channel.capabilities for channel in channels}}
        self._clock = clock
        self._alone = alone
        self._tasks: asyncio.TaskGroup | None = None
        self._under_way: set[asyncio.Task[None]] = set()
        self._arriving: Counter[Lane] = Counter()
        """How many deliveries of each lane are on their way to the disk."""
        self._owed: Counter[Lane] = Counter()
        """How many updates at most are still to be answered, for each lane."""
        self._answering: set[Lane] = set()
        self.outbox = Outbox(store, self._channels, clock, self._spawn, opened)

    async def receive(self, updates: Sequence[RawUpdate]) -> None:
        """Store the updates; on return they are committed and may be acknowledged."""
        now = self._clock()
        lanes = Counter((update.channel, update.bot, update.lane) for update in updates)
        # Two deliveries may be stored in the wrong order; nobody's later word is answered while an earlier one arrives.
        self._arriving.update(lanes.keys())
        try:
            await self._store.transact(lambda tx: tx.inbox.put(updates, now))
            self._owed.update(lanes)
        finally:
            for lane in lanes:
                _take(self._arriving, lane, 1)
                self._wake(lane)
        for update in updates:
            RECEIVED.labels(update.channel).inc()

    async def run(self, started: Callable[[], None] = lambda: None) -> None:
        """Answer until cancelled, beginning with what an earlier process left open."""
        async with asyncio.TaskGroup() as tasks:
            self._tasks = tasks
            try:
                if self._alone:
                    await self.outbox.take_over()
                await self._wake_open_lanes()
                tasks.create_task(self._take_over())
                tasks.create_task(self.outbox.sweep())
                started()
                await asyncio.Event().wait()
            finally:
                self._tasks = None  # what a vendor still delivers is stored, and answered by the next process

    async def _wake_open_lanes(self) -> None:
        for channel, bot, lane in await self._store.read(lambda tx: tx.inbox.open_lanes(MOST_LANES)):
            if (channel, bot) in self._channels:
                self._owed[channel, bot, lane] = MANY
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
        await self.outbox.finish()

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        if self._tasks is None:
            work.close()  # run() has not begun: it takes up everything that is open
            return
        task = self._tasks.create_task(work)
        self._under_way.add(task)
        task.add_done_callback(self._under_way.discard)

    def _wake(self, lane: Lane) -> None:
        """See to it that the lane is answered, if something may be open in it; before run() nothing is."""
        if self._tasks is not None and self._is_ready(lane) and lane not in self._answering:
            self._answering.add(lane)
            self._spawn(self._answer(lane))

    def _is_ready(self, lane: Lane) -> bool:
        return lane in self._owed and lane not in self._arriving

    async def _answer(self, lane: Lane) -> None:
        while self._is_ready(lane):
            owed = self._owed[lane]
            try:
                answered = await self._answer_next(lane)
            except StorageError as failure:
                # Nothing is wrong with the update: the disk is full or the database is away. Wait for the operator.
                log.warning("storage failed", problem=str(failure))
                await asyncio.sleep(STORAGE_PAUSE_SECONDS)
            else:
                # Fewer than owed were open: one came twice, or another process was faster.
                _take(self._owed, lane, owed if answered is None else answered)
        self._answering.discard(lane)

    async def _answer_next(self, lane: Lane) -> int | None:
        """Answer the lane's oldest open update; whether (1 or 0) it is closed now, None when there is none."""
        attempt = _Attempt(lane=lane, channel=self._channels[lane[0], lane[1]])
        closed = True
        try:
            with TURN_SECONDS.time():
                outgoing = await self._turn(attempt)
        except StorageError as failure:
            if attempt.stored is None or not isinstance(failure, StorageRefused):
                raise
            closed = await self._failed(attempt.stored)
        except Exception:  # the border of a turn: one person's trouble must not stop the others
            if attempt.stored is None:
                raise
            closed = await self._failed(attempt.stored)
        else:
            if attempt.stored is None:
                return None
            TURNS.labels(attempt.channel.name).inc()
            self.outbox.post(outgoing)
        await attempt.channel.answered(attempt.stored.update)
        return int(closed)

    async def _turn(self, attempt: _Attempt) -> list[Outgoing]:
        outgoing = await self._store.transact(lambda tx: self._attempt(tx, attempt))
        while attempt.wants_files and attempt.incoming is not None:
            # Nobody waits for a vendor inside a transaction; what came back is used if the update is still the next.
            attempt.incoming, attempt.trouble = await with_files(self._store.files, attempt.channel, attempt.incoming)
            attempt.wants_files = False
            outgoing = await self._store.transact(lambda tx: self._attempt(tx, attempt))
        return outgoing

    def _attempt(self, tx: Transaction, attempt: _Attempt) -> list[Outgoing]:
        if not self._alone:
            # Whoever waits for another process's turn must then see the update after it.
            tx.inbox.lock_lane(*attempt.lane)
        stored = tx.inbox.next_in_lane(*attempt.lane)
        if stored is None or attempt.stored is None or stored.id != attempt.stored.id:
            attempt.begin(stored)
        if stored is None or attempt.wants_files:
            return []
        outgoing = [] if attempt.incoming is None else self._converse(tx, attempt.incoming, attempt.trouble)
        tx.inbox.done(stored.id, self._clock())
        return outgoing

    def _converse(self, tx: Transaction, incoming: Incoming, trouble: BotError | None) -> list[Outgoing]:
        now = self._clock()
        if incoming.left:
            tx.accounts.gone_at(incoming.address, now)
            return []
        caller = tx.people.by_account(incoming.address, local_date(now))
        if caller is None:
            account, person = tx.accounts.add(incoming.address, None, now), None
        else:
            account, person = caller.account, caller.person
            if not caller.is_known_to_be_here(now):
                tx.accounts.seen(account, now)
        session = Session.from_json(tx.sessions.take(person.id, now)) if person else Session()
        turn = Turn(tx=tx, incoming=incoming, account=account, person=person, session=session, now=now, trouble=trouble)
        for attachment in incoming.attachments:
            if attachment.digest:
                tx.attachments.add(attachment, person.id if person else None, now)
        self._router.route(turn)
        write(turn, self._shows)
        if turn.person is not None:
            tx.sessions.put(turn.person.id, turn.session.to_json(), now)
        return turn.outgoing

    async def _failed(self, stored: StoredUpdate) -> bool:
        """Count the failure; whether the update was given up, and so is closed."""
        code = uuid.uuid4().hex[:8]
        log.exception("turn failed", code=code, inbox=stored.id, channel=stored.update.channel)
        tries = await self._store.transact(lambda tx: tx.inbox.failed(stored.id, code))
        if tries >= MOST_TRIES:
            await self._park(stored, code)
            return True
        await asyncio.sleep(RETRY_SECONDS * tries)
        return False

    async def _park(self, stored: StoredUpdate, reason: str) -> None:
        """Set the update aside, so that its lane goes on, and tell the sender with the code that stands in the log."""
        PARKED.labels(stored.update.channel).inc()
        update, now = stored.update, self._clock()
        address = Address(channel=update.channel, bot=update.bot, chat=update.lane)

        def work(tx: Transaction) -> list[Outgoing]:
            tx.inbox.park(stored.id, now, reason)
            return [tx.outbox.add(address, None, Reply(text=say.PARKED.format(code=reason)), now)]

        self.outbox.post(await self._store.transact(work))


def _take(counts: Counter[Lane], lane: Lane, count: int) -> None:
    """Count down; what is at nothing is not kept."""
    counts[lane] -= count
    if counts[lane] <= 0:
        del counts[lane]
