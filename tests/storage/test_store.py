"""A transaction is all or nothing, and one person's failure is nobody else's."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from functools import partial

import pytest

from storage.errors import StorageError, StorageRefused
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.world import NOW, settle, update


class Stumble(Exception):
    """What goes wrong in these tests."""


async def bodies(store: Store) -> list[str]:
    """The bodies of what was committed, as another transaction sees it."""

    def work(tx: Transaction) -> list[str]:
        found = [tx.inbox.next_in_lane(*lane) for lane in tx.inbox.open_lanes(1000)]
        return sorted(stored.update.body for stored in found if stored)

    return await store.transact(work)


def putting(number: int) -> Callable[[Transaction], list[int]]:
    """A work that puts one update into a lane of its own."""
    return lambda tx: tx.inbox.put([update(number, lane=str(number), body=f"{number:02}")], NOW)


async def test_a_work_gives_back_its_result(store: Store) -> None:
    assert await store.transact(lambda tx: tx.inbox.put([update(1)], NOW)) == [1]


async def test_a_failed_work_leaves_nothing_and_its_error_reaches_the_caller(store: Store) -> None:
    def work(tx: Transaction) -> None:
        tx.inbox.put([update(1)], NOW)
        raise Stumble

    with pytest.raises(Stumble):
        await store.transact(work)
    assert await bodies(store) == []


async def test_of_many_works_at_once_only_the_failing_ones_are_undone(store: Store) -> None:
    def work(number: int, tx: Transaction) -> int:
        putting(number)(tx)
        if number % 3 == 0:
            raise Stumble(number)
        return number

    outcomes = await asyncio.gather(
        *(store.transact(partial(work, number)) for number in range(30)), return_exceptions=True
    )
    assert [isinstance(outcome, Stumble) for outcome in outcomes] == [number % 3 == 0 for number in range(30)]
    assert await bodies(store) == [f"{number:02}" for number in range(30) if number % 3]


@pytest.mark.parametrize("error", [KeyboardInterrupt, SystemExit, GeneratorExit, StopIteration])
async def test_even_an_exit_inside_a_work_does_not_stop_the_others(
    sqlite_store: Store, error: type[BaseException]
) -> None:
    def leave(tx: Transaction) -> None:
        raise error

    first = asyncio.ensure_future(_outcome(sqlite_store, leave))
    second = asyncio.ensure_future(sqlite_store.transact(lambda tx: tx.inbox.put([update(1)], NOW)))
    # A coroutine may not end with StopIteration: Python turns it into a RuntimeError.
    assert isinstance(await first, RuntimeError if error is StopIteration else error)
    assert await second == [1]


async def _outcome(store: Store, work: Callable[[Transaction], object]) -> BaseException | None:
    try:
        await store.transact(work)
    except BaseException as error:  # noqa: BLE001 - it is what the test looks at
        return error
    return None


async def test_a_refused_change_is_told_without_what_people_wrote(store: Store) -> None:
    world = await store.transact(settle)

    def nobody(tx: Transaction) -> None:
        tx.sessions.put(type(world.lan)(999), {"answer": "Lan bị bệnh"}, NOW)

    with pytest.raises(StorageRefused) as caught:
        await store.transact(nobody)
    assert "bệnh" not in str(caught.value)


async def test_a_work_whose_caller_gave_up_before_it_began_is_not_carried_out(sqlite_store: Store) -> None:
    begun, gate, loop = asyncio.Event(), threading.Event(), asyncio.get_running_loop()

    def hold(tx: Transaction) -> None:
        loop.call_soon_threadsafe(begun.set)
        gate.wait(60)

    held = asyncio.ensure_future(sqlite_store.transact(hold))
    await begun.wait()
    waiting = [asyncio.ensure_future(sqlite_store.transact(putting(n))) for n in (1, 2, 3)]
    await asyncio.sleep(0)
    waiting[1].cancel()
    await asyncio.sleep(0)
    gate.set()
    await held
    await asyncio.gather(*waiting, return_exceptions=True)
    assert await bodies(sqlite_store) == ["01", "03"]


async def test_a_caller_who_gives_up_during_its_work_takes_nobody_along(store: Store) -> None:
    tasks = [asyncio.ensure_future(store.transact(putting(n))) for n in range(40)]
    await asyncio.sleep(0.002)
    for task in tasks[::4]:
        task.cancel()
    outcomes = await asyncio.gather(*tasks, return_exceptions=True)
    acknowledged = {f"{n:02}" for n, outcome in enumerate(outcomes) if isinstance(outcome, list)}
    assert len(acknowledged) >= 30
    assert acknowledged <= set(await bodies(store))


async def test_reading_cannot_change_anything(store: Store) -> None:
    with pytest.raises(StorageError):
        await store.read(lambda tx: tx.inbox.put([update(1)], NOW))
    assert await bodies(store) == []


async def test_a_read_sees_one_moment_even_if_others_write_meanwhile(store: Store) -> None:
    await store.transact(lambda tx: tx.inbox.put([update(1, lane="1")], NOW))
    loop = asyncio.get_running_loop()
    begun, go_on = asyncio.Event(), threading.Event()
    counts = []

    def work(tx: Transaction) -> None:
        counts.append(len(tx.inbox.open_lanes(10)))
        loop.call_soon_threadsafe(begun.set)
        go_on.wait(0 if threading.current_thread() is threading.main_thread() else 5)
        counts.append(len(tx.inbox.open_lanes(10)))

    reading = asyncio.ensure_future(store.read(work))
    await begun.wait()
    await store.transact(lambda tx: tx.inbox.put([update(2, lane="2")], NOW))
    go_on.set()
    await reading
    assert counts == [1, 1]


async def test_a_closed_store_says_so(sqlite_store: Store) -> None:
    await sqlite_store.close()
    with pytest.raises(StorageError, match="closed"):
        await sqlite_store.transact(lambda tx: None)


async def test_closing_finishes_what_was_handed_over(sqlite_store: Store) -> None:
    works = [asyncio.ensure_future(sqlite_store.transact(putting(n))) for n in range(200)]
    await asyncio.sleep(0)
    await sqlite_store.close()
    assert len(await asyncio.gather(*works)) == 200
