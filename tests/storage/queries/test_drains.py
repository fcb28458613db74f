"""Whose turn it is to send: one at a time, the dead are replaced, and a wish to wait holds for everybody."""

from __future__ import annotations

from datetime import timedelta

from storage.store import Store
from storage.transaction import Transaction
from tests.storage.world import NOW

NAME = "announcements"
STALE = timedelta(seconds=10)


async def test_one_of_two_takes_over_and_the_other_finds_it_alive(store: Store) -> None:
    def work(tx: Transaction) -> None:
        assert tx.drains.take(NAME, "worker-1", NOW, NOW - STALE) == 1
        assert tx.drains.take(NAME, "worker-2", NOW, NOW - STALE) is None
        assert tx.drains.is_alive(NAME, NOW - STALE)

    await store.transact(work)


async def test_without_a_sign_of_life_it_is_taken_over_and_the_dead_one_finds_out(store: Store) -> None:
    def work(tx: Transaction) -> None:
        first = tx.drains.take(NAME, "worker-1", NOW, NOW - STALE)
        assert first is not None
        later = NOW + STALE
        assert not tx.drains.is_alive(NAME, later - STALE)
        assert tx.drains.take(NAME, "worker-2", later, later - STALE) == 2
        assert not tx.drains.beat(NAME, first, later)
        assert tx.drains.beat(NAME, 2, later)
        assert tx.drains.holder(NAME) == "worker-2"

    await store.transact(work)


async def test_whoever_leaves_or_knows_that_the_holder_is_dead_need_not_wait(store: Store) -> None:
    def work(tx: Transaction) -> None:
        assert tx.drains.take(NAME, "worker-1", NOW, NOW - STALE) == 1
        tx.drains.leave(NAME, 1)
        assert tx.drains.take(NAME, "worker-2", NOW, NOW - STALE) == 2
        tx.drains.vacate(NAME, "worker-1")
        assert tx.drains.take(NAME, "worker-1", NOW, NOW - STALE) is None, "it had not been worker-1's any more"
        tx.drains.vacate(NAME, "worker-2")
        assert tx.drains.take(NAME, "worker-2", NOW, NOW - STALE) == 3

    await store.transact(work)


async def test_the_longest_wish_to_wait_stays_in_force_for_everybody(store: Store) -> None:
    def work(tx: Transaction) -> None:
        tx.drains.hold("telegram", "1", NOW + timedelta(seconds=9))
        tx.drains.hold("telegram", "1", NOW + timedelta(seconds=3))
        tx.drains.hold("telegram", "2", NOW + timedelta(seconds=1))
        assert tx.drains.brakes(NOW + timedelta(seconds=2)) == {("telegram", "1"): NOW + timedelta(seconds=9)}

    await store.transact(work)
