"""Works that share a COMMIT stay strangers: random mixtures of success, failure and giving up, and a failing COMMIT."""

from __future__ import annotations

import asyncio
import shutil
import sqlite3
import tempfile
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import partial
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from storage.errors import StorageError
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.world import NOW, update

SUCCEED, FAIL, FAIL_IN_SQL, GIVE_UP = "succeed", "fail", "fail in SQL", "give up"


def work(number: int, fate: str, tx: Transaction) -> int:
    """Write two rows and an audit entry, before and after the point at which it may fail."""
    tx.inbox.put([update(2 * number, lane=f"{number}")], NOW)
    tx.audit.record(NOW, None, "put", f"work:{number}", {})
    if fate == FAIL:
        raise LookupError
    if fate == FAIL_IN_SQL:
        tx.connection.exec_driver_sql("INSERT INTO inbox (id) VALUES (NULL)")
    tx.inbox.put([update(2 * number + 1, lane=f"{number}")], NOW)
    return number


@asynccontextmanager
async def held(store: Store) -> AsyncIterator[None]:
    """Keep the writer busy meanwhile, so that whoever comes has to wait and shares the next COMMIT."""
    begun, gate = asyncio.Event(), threading.Event()
    loop = asyncio.get_running_loop()

    def hold(tx: Transaction) -> None:
        loop.call_soon_threadsafe(begun.set)
        gate.wait(60)

    holding = asyncio.ensure_future(store.transact(hold))
    await begun.wait()
    yield
    gate.set()
    await asyncio.wait([holding])


def rows(tx: Transaction) -> dict[int, int]:
    """How many rows each work left."""
    found = tx.connection.exec_driver_sql("SELECT lane, count(*) FROM inbox GROUP BY lane").all()
    return {int(lane): count for lane, count in found}


@settings(max_examples=40, deadline=None)
@given(fates=st.lists(st.sampled_from([SUCCEED, SUCCEED, FAIL, FAIL_IN_SQL, GIVE_UP]), min_size=1, max_size=90))
async def test_each_work_is_whole_or_absent_whatever_becomes_of_the_others(
    sqlite_template: Path, fates: list[str]
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(sqlite_template, folder)
        store = await Store.open("", data_dir=Path(folder))
        async with held(store):
            tasks = [asyncio.ensure_future(store.transact(partial(work, n, fate))) for n, fate in enumerate(fates)]
            await asyncio.sleep(0)
            for task, fate in zip(tasks, fates, strict=True):
                if fate == GIVE_UP:
                    task.cancel()
            await asyncio.sleep(0)
        outcomes = await asyncio.gather(*tasks, return_exceptions=True)

        assert [outcome == n for n, outcome in enumerate(outcomes)] == [fate == SUCCEED for fate in fates]
        left = await store.read(rows)
        assert set(left.values()) <= {2}
        assert set(left) == {n for n, fate in enumerate(fates) if fate == SUCCEED}
        assert await store.read(lambda tx: tx.audit.verify()) is None
        assert await store.read(recorded) == set(left)
        await store.close()


def recorded(tx: Transaction) -> set[int]:
    """The works of which the audit log tells."""
    subjects = tx.connection.exec_driver_sql("SELECT subject FROM audit_entries").scalars()
    return {int(subject.removeprefix("work:")) for subject in subjects}


async def together(store: Store, *works: Callable[[Transaction], int]) -> list[int | BaseException]:
    """Have the works share one COMMIT."""
    async with held(store):
        tasks = [asyncio.ensure_future(store.transact(one)) for one in works]
        await asyncio.sleep(0)
    return await asyncio.gather(*tasks, return_exceptions=True)


async def test_a_commit_that_fails_fails_everybody_in_it_and_nobody_later(sqlite_store: Store) -> None:
    def authorize(action: int, first: str | None, *_: object) -> int:
        return sqlite3.SQLITE_DENY if action == sqlite3.SQLITE_TRANSACTION and first == "COMMIT" else sqlite3.SQLITE_OK

    writer = await sqlite_store.transact(_driver)
    writer.set_authorizer(authorize)
    outcomes = await together(sqlite_store, *(partial(work, n, SUCCEED) for n in range(5)))
    assert [type(outcome) for outcome in outcomes] == [StorageError] * 5
    assert await sqlite_store.read(rows) == {}
    writer.set_authorizer(None)
    assert await together(sqlite_store, *(partial(work, n, SUCCEED) for n in range(3))) == [0, 1, 2]
    assert await sqlite_store.read(rows) == {0: 2, 1: 2, 2: 2}


async def test_a_rollback_by_sqlite_itself_fails_everybody_whose_work_it_took(sqlite_store: Store) -> None:
    """A full disk makes SQLite undo the whole transaction, SAVEPOINTs and all."""

    def full_disk(tx: Transaction) -> int:
        tx.connection.exec_driver_sql("ROLLBACK")
        raise OSError

    outcomes = await together(sqlite_store, partial(work, 1, SUCCEED), full_disk, partial(work, 2, SUCCEED))
    assert all(isinstance(outcome, Exception) for outcome in outcomes)
    assert await sqlite_store.read(rows) == {}
    assert await sqlite_store.transact(partial(work, 3, SUCCEED)) == 3


async def test_works_that_wait_share_a_commit(sqlite_store: Store) -> None:
    spoken: list[str] = []
    writer = await sqlite_store.transact(_driver)
    writer.set_trace_callback(spoken.append)
    assert await together(sqlite_store, *(partial(work, n, SUCCEED) for n in range(20))) == list(range(20))
    # One for the work that held the writer, one for all twenty.
    assert spoken.count("COMMIT") == 2
    assert spoken.count("SAVEPOINT work") == 20


async def test_a_work_alone_needs_no_savepoint(sqlite_store: Store) -> None:
    spoken: list[str] = []
    writer = await sqlite_store.transact(_driver)
    writer.set_trace_callback(spoken.append)
    assert await sqlite_store.transact(partial(work, 1, SUCCEED)) == 1
    assert not [sql for sql in spoken if "SAVEPOINT" in sql]


def _driver(tx: Transaction) -> sqlite3.Connection:
    driver = tx.connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver
