"""Every change is in the log or was never made, and nobody can alter the log without breaking its chain."""

from __future__ import annotations

import asyncio
from functools import partial

import pytest
from sqlalchemy import text

from storage.errors import StorageError
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.world import NOW, World, settle


def change(number: int, tx: Transaction) -> None:
    """A work that is only an entry."""
    tx.audit.record(NOW, None, "changed", "unit:1", {"number": number, "tên": "Khóm 1", "rate": 0.1})


async def test_entries_of_one_subject_are_told_in_order(store: Store) -> None:
    world = await store.transact(settle)

    def work(tx: Transaction) -> None:
        tx.audit.record(NOW, world.lan, "started", "submission:1", {"code": "a"})
        tx.audit.record(NOW, None, "closed", "period:1", {})
        tx.audit.record(NOW, world.lan, "sent", "submission:1", {"revision": 1})

    await store.transact(work)
    entries = await store.read(lambda tx: tx.audit.about("submission:1"))
    assert [(entry.action, entry.actor, entry.detail) for entry in entries] == [
        ("started", world.lan, {"code": "a"}),
        ("sent", world.lan, {"revision": 1}),
    ]
    assert await store.read(lambda tx: tx.audit.verify()) is None


async def test_an_undone_work_leaves_no_entry(store: Store) -> None:
    def work(tx: Transaction) -> None:
        change(1, tx)
        raise LookupError

    with pytest.raises(LookupError):
        await store.transact(work)
    assert await store.read(lambda tx: tx.audit.about("unit:1")) == []


async def test_the_chain_is_one_line_however_many_write_at_once(database_url: str, store: Store) -> None:
    """Two stores are two processes to the database: a command beside the server."""
    other = await Store.open(database_url, data_dir=store.files.path("0" * 64).parents[3])
    await asyncio.gather(*((store, other)[n % 2].transact(partial(change, n)) for n in range(40)))
    assert len(await store.read(lambda tx: tx.audit.about("unit:1"))) == 40
    assert await store.read(lambda tx: tx.audit.verify()) is None
    await other.close()


@pytest.mark.parametrize(
    ("tampering", "broken"),
    [
        ("UPDATE audit_entries SET detail = '{}' WHERE id = 3", 3),
        ("UPDATE audit_entries SET actor = 7 WHERE id = 2", 2),
        ("DELETE FROM audit_entries WHERE id = 2", 3),
        ("UPDATE audit_entries SET at = '2020-12-18 08:00:00.000000' WHERE id = 4", 4),
    ],
)
async def test_a_changed_or_missing_entry_is_found(store: Store, tampering: str, broken: int) -> None:
    for number in range(5):
        await store.transact(partial(change, number))

    def tamper(tx: Transaction) -> None:
        tx.connection.execute(text(tampering))

    await store.transact(tamper)
    assert await store.read(lambda tx: tx.audit.verify()) == broken


async def test_an_entry_that_cannot_be_written_fails_its_own_work_only(store: Store) -> None:
    def unwritable(detail: object, tx: Transaction) -> None:
        tx.audit.record(NOW, None, "changed", "unit:1", {"bad": detail})

    outcomes = await asyncio.gather(
        store.transact(partial(change, 1)),
        store.transact(partial(unwritable, object())),
        store.transact(partial(unwritable, float("nan"))),
        store.transact(partial(unwritable, "\ud800")),
        store.transact(partial(unwritable, {1: "a key that is no text"})),
        store.transact(partial(unwritable, 2**70)),
        store.transact(partial(change, 2)),
        return_exceptions=True,
    )
    assert [isinstance(outcome, Exception) for outcome in outcomes] == [False, *[True] * 5, False]
    assert await store.read(lambda tx: tx.audit.verify()) is None


async def test_an_entry_needs_a_moment_with_a_zone(store: Store) -> None:
    with pytest.raises(ValueError, match="time zone"):
        await store.transact(lambda tx: tx.audit.record(NOW.replace(tzinfo=None), None, "a", "b", {}))


async def test_recording_while_only_reading_is_a_mistake_that_shows(store: Store) -> None:
    with pytest.raises(StorageError, match="read"):
        await store.read(partial(change, 1))


async def test_who_is_erased_stays_in_the_log_as_a_number(store: Store) -> None:
    world: World = await store.transact(settle)
    await store.transact(lambda tx: tx.audit.record(NOW, type(world.lan)(999), "left", "person:999", {}))
    [entry] = await store.read(lambda tx: tx.audit.about("person:999"))
    assert entry.actor == 999
