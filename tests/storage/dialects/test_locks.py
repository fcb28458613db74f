"""PostgreSQL's locks: who asks for the same thing waits until the other's COMMIT, everybody else goes on."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections.abc import AsyncIterator, Callable
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.clock import local_date
from bot.domain.people import PersonId
from bot.domain.submissions import SubmissionId
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.world import NOW, settle
from tests.support.databases import NewDatabase

_numbers = itertools.count(1)


@pytest.fixture
async def postgresql_store(
    postgresql_server: NewDatabase, postgresql_template: str, tmp_path: Path
) -> AsyncIterator[Store]:
    """A fresh store on PostgreSQL: on SQLite a transaction has everything to itself."""
    store = await Store.open(postgresql_server(f"locks_{next(_numbers)}", postgresql_template), data_dir=tmp_path)
    yield store
    await store.close()


Lock = Callable[[Transaction], None]


async def meet(store: Store, first: Lock, second: Lock, *, within: float = 60.0) -> bool:
    """Whether two transactions, each behind its lock, come to be inside at the same time."""
    inside: set[str] = set()
    met: list[bool] = []

    def waits(name: str, lock: Lock, tx: Transaction) -> None:
        lock(tx)
        inside.add(name)
        end = time.monotonic() + within
        while len(inside) < 2 and not met and time.monotonic() < end:
            tx.connection.execute(text("SELECT pg_sleep(0.02)"))
        met.append(len(inside) == 2)
        inside.discard(name)

    await asyncio.gather(
        store.transact(lambda tx: waits("first", first, tx)), store.transact(lambda tx: waits("second", second, tx))
    )
    return met[0]


async def never_meet(store: Store, lock: Lock) -> bool:
    """Whether one waits before the lock as long as the other is inside."""
    return not await meet(store, lock, lock, within=0.3)


async def test_a_lane_belongs_to_one_turn_at_a_time(postgresql_store: Store) -> None:
    def lane(name: str) -> Lock:
        return lambda tx: tx.inbox.lock_lane("telegram", "1", name)

    assert await never_meet(postgresql_store, lane("100"))
    assert await meet(postgresql_store, lane("100"), lane("200"))


async def test_a_person_belongs_to_one_turn_at_a_time(postgresql_store: Store) -> None:
    world = await postgresql_store.transact(settle)
    minh = await postgresql_store.transact(lambda tx: tx.people.add("Minh", "", NOW))

    def taken(person: PersonId) -> Lock:
        def lock(tx: Transaction) -> None:
            tx.sessions.take(person, NOW)

        return lock

    # The first time there is no session yet, the second time there is.
    for _ in range(2):
        assert await never_meet(postgresql_store, taken(world.lan))
        assert await meet(postgresql_store, taken(world.lan), taken(minh))


async def test_a_submission_belongs_to_one_turn_at_a_time(postgresql_store: Store) -> None:
    world = await postgresql_store.transact(settle)

    def draft(code: str, tx: Transaction) -> SubmissionId:
        return tx.submissions.start("khom_dinh_ky", world.form, world.khom, None, code, {}, world.lan, NOW).id

    def locked(id: SubmissionId) -> Lock:
        def lock(tx: Transaction) -> None:
            tx.submissions.open(id, local_date(NOW))

        return lock

    first, second = [locked(await postgresql_store.transact(partial(draft, code))) for code in "12"]
    assert await never_meet(postgresql_store, first)
    assert await meet(postgresql_store, first, second)
