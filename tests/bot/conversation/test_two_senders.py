"""Two processes that send on one channel: what one of them could not send in its time is sent by one of them only."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine
from datetime import timedelta
from typing import Any

import pytest

from bot.conversation.outbox import Outbox
from bot.messages import Address, Outgoing, Reply
from storage.queries.outbox import LEASE
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.conversation.counted import NOW, Counted

LAN = Address(channel="telegram", bot="1", chat="lan")
BRAKE = 0.3


class Process:
    """One of them, on the channel that they share."""

    def __init__(self, store: Store, channel: Counted) -> None:
        self.now = NOW
        self._tasks: list[asyncio.Task[None]] = []
        self.outbox = Outbox(
            store, {(channel.name, channel.bot): channel}, lambda: self.now, self._spawn, lambda reply: reply
        )

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        self._tasks.append(asyncio.get_running_loop().create_task(work))

    async def is_done(self) -> None:
        await asyncio.wait_for(asyncio.gather(*self._tasks), 10)


@pytest.fixture
def telegram() -> Counted:
    return Counted("telegram")


async def two_replies(store: Store) -> list[Outgoing]:
    return await store.transact(lambda tx: [tx.outbox.add(LAN, None, Reply(text=text), NOW) for text in ("1", "2")])


async def test_what_another_has_sent_while_one_waited_is_not_sent_again(store: Store, telegram: Counted) -> None:
    slow, quick = Process(store, telegram), Process(store, telegram)
    slow.outbox.brake.hold("telegram", BRAKE)
    slow.outbox.post(await two_replies(store))
    for process in (slow, quick):
        process.now += LEASE + timedelta(seconds=1)
    served = [("telegram", "1")]

    def taken(tx: Transaction) -> list[Outgoing]:
        return tx.outbox.due(quick.now, 10, served)

    for _ in range(2):
        quick.outbox.post(await store.transact(taken))
        await quick.is_done()
    await slow.is_done()
    assert [reply.text for reply in telegram.shown] == ["1", "2"]


async def test_what_nobody_else_took_is_sent_after_the_brake_in_its_order(store: Store, telegram: Counted) -> None:
    alone = Process(store, telegram)
    alone.outbox.brake.hold("telegram", BRAKE)
    alone.outbox.post(await two_replies(store))
    alone.now += 3 * LEASE
    await alone.is_done()
    assert [reply.text for reply in telegram.shown] == ["1", "2"]


async def test_what_its_own_sweep_takes_once_more_stays_its_own(store: Store, telegram: Counted) -> None:
    alone = Process(store, telegram)
    alone.outbox.brake.hold("telegram", BRAKE)
    alone.outbox.post(await two_replies(store))
    alone.now += 3 * LEASE
    alone.outbox.post(await store.transact(lambda tx: tx.outbox.due(alone.now, 10, [("telegram", "1")])))
    await alone.is_done()
    assert [reply.text for reply in telegram.shown] == ["1", "2"]


async def test_what_a_vendor_asked_a_dead_process_to_wait_holds_for_the_next_one(
    store: Store, telegram: Counted
) -> None:
    await two_replies(store)
    await store.transact(lambda tx: tx.drains.hold("telegram", "1", NOW + timedelta(seconds=BRAKE)))
    following = Process(store, telegram)
    await following.outbox.take_over()
    await asyncio.sleep(BRAKE / 3)
    assert telegram.shown == []
    await following.is_done()
    assert [reply.text for reply in telegram.shown] == ["1", "2"]
