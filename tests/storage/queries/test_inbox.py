"""The inbox takes every update once, gives them out in order, and sets poison aside."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from functools import partial

import pytest

from bot.domain.errors import Missing
from bot.messages import Address
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.world import LATER, NOW, update

LANE = ("telegram", "1", "100")


async def test_a_repeated_update_is_dropped_alone_or_among_new_ones(store: Store) -> None:
    assert len(await store.transact(lambda tx: tx.inbox.put([update(1), update(2)], NOW))) == 2
    assert await store.transact(lambda tx: tx.inbox.put([update(1)], NOW)) == []
    assert len(await store.transact(lambda tx: tx.inbox.put([update(2), update(3), update(1)], NOW))) == 1
    assert await store.transact(lambda tx: tx.inbox.put([], NOW)) == []


async def test_a_repeat_is_dropped_even_after_its_body_was_forgotten(store: Store) -> None:
    def work(tx: Transaction) -> tuple[int, list[int]]:
        [id] = tx.inbox.put([update(1, body="412")], NOW)
        tx.inbox.done(id, NOW)
        return tx.inbox.forget_bodies(LATER), tx.inbox.put([update(1, body="412")], LATER)

    assert await store.transact(work) == (1, [])


async def test_the_same_update_delivered_twice_at_once_is_stored_once(store: Store) -> None:
    stored = await asyncio.gather(*(store.transact(lambda tx: tx.inbox.put([update(7)], NOW)) for _ in range(8)))
    assert sum(map(len, stored)) == 1


async def test_a_lane_is_read_in_the_order_of_its_channel(store: Store) -> None:
    def work(tx: Transaction) -> list[str]:
        tx.inbox.put([update(30, sequence=3), update(10, sequence=1), update(20, sequence=2)], NOW)
        tx.inbox.put([update(1, lane="200")], NOW)
        read = []
        while stored := tx.inbox.next_in_lane(*LANE):
            read.append(stored.update.update_id)
            tx.inbox.done(stored.id, NOW)
        return read

    assert await store.transact(work) == ["10", "20", "30"]


async def test_lanes_with_open_updates_are_listed_the_oldest_first(store: Store) -> None:
    def work(tx: Transaction) -> list[str]:
        ids = tx.inbox.put([update(n, lane=lane) for n, lane in enumerate(["a", "b", "a", "c"])], NOW)
        tx.inbox.done(ids[0], NOW)
        return [lane for _, _, lane in tx.inbox.open_lanes(2)]

    assert await store.transact(work) == ["b", "a"]


async def test_a_failing_update_stays_first_until_it_is_parked(store: Store) -> None:
    def work(tx: Transaction) -> None:
        poison, following = tx.inbox.put([update(1), update(2)], NOW)
        assert [tx.inbox.failed(poison, "ValueError") for _ in range(3)] == [1, 2, 3]
        first = tx.inbox.next_in_lane(*LANE)
        assert first is not None
        assert (first.id, first.tries) == (poison, 3)
        tx.inbox.park(poison, NOW, "ValueError")
        second = tx.inbox.next_in_lane(*LANE)
        assert second is not None
        assert second.id == following

    await store.transact(work)


async def test_bodies_are_forgotten_only_of_updates_done_long_ago(store: Store) -> None:
    def work(tx: Transaction) -> list[str]:
        ids = tx.inbox.put([update(n, body="Lan") for n in range(4)], NOW)
        tx.inbox.done(ids[0], NOW)
        tx.inbox.done(ids[1], LATER)
        tx.inbox.park(ids[2], NOW, "poison")
        assert tx.inbox.forget_bodies(NOW + timedelta(seconds=1)) == 1
        return [tx.inbox.get(id).update.body for id in ids]

    assert await store.transact(work) == ["", "Lan", "Lan", "Lan"]


async def test_an_unknown_update_is_missing(store: Store) -> None:
    with pytest.raises(Missing):
        await store.read(lambda tx: tx.inbox.get(5))
    with pytest.raises(Missing):
        await store.transact(lambda tx: tx.inbox.failed(5, ""))


async def test_two_turns_of_one_lane_never_overlap_but_other_lanes_go_on(store: Store) -> None:
    """Each turn reads the oldest update and closes it; if two overlapped they would take the same one."""
    await store.transact(lambda tx: tx.inbox.put([update(n, lane=str(n % 3)) for n in range(30)], NOW))
    taken = []

    def turn(lane: str, tx: Transaction) -> None:
        tx.inbox.lock_lane("telegram", "1", lane)
        stored = tx.inbox.next_in_lane("telegram", "1", lane)
        assert stored is not None
        tx.inbox.done(stored.id, NOW)
        taken.append((lane, stored.update.sequence))

    await asyncio.gather(*(store.transact(partial(turn, str(n % 3))) for n in range(30)))
    assert len(set(taken)) == 30
    for lane in "012":
        order = [sequence for of, sequence in taken if of == lane]
        assert order == sorted(order)


async def test_the_log_of_a_chat_tells_what_was_said_and_not_forgotten(store: Store) -> None:
    def work(tx: Transaction) -> None:
        chat = Address(channel="telegram", bot="1", chat="100")
        ids = tx.inbox.put([update(n, body=f"câu {n}") for n in range(4)], NOW)
        tx.inbox.put([update(9, lane="200", body="khác")], NOW)
        assert [said.update.body for said in tx.inbox.said_after(chat, ids[1], 10)] == ["câu 2", "câu 3"]
        assert [said.update.body for said in tx.inbox.latest_said(chat, 2)] == ["câu 2", "câu 3"]
        tx.inbox.done(ids[3], NOW)
        tx.inbox.forget_bodies(LATER)
        assert [said.key for said in tx.inbox.latest_said(chat, 2)] == [ids[1], ids[2]]

    await store.transact(work)
