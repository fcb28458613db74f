"""The job takes any tick: a stale one is dropped, two at once remind once, one person's trouble is his alone."""

from __future__ import annotations

import asyncio
from datetime import datetime, timedelta
from pathlib import Path

from bot.actions.filling import start_report
from bot.actions.installation import create_sample, person_called
from bot.actions.periods import due_for
from bot.clock import VIETNAM
from bot.domain.people import PersonId
from bot.jobs.remind import remind, run
from bot.messages import Address, Outgoing
from bot.texts import sample
from storage.store import Store
from storage.transaction import Transaction
from tests.support.bench import bench_of

FOUNDED = datetime(2020, 12, 1, 9, tzinfo=VIETNAM)
EVE = datetime(2020, 12, 17, 8, tzinfo=VIETNAM)


def settle(tx: Transaction) -> list[PersonId]:
    """The sample ward; its four heads are at their phones."""
    create_sample(tx, FOUNDED)
    heads = [person_called(tx, name, EVE.date()).id for name in sample.HEADS]
    for head in heads:
        tx.accounts.add(Address(channel="web", bot="1", chat=str(head)), head, FOUNDED)
    return heads


class Office:
    """A process at a moment, with what it hands over for sending."""

    def __init__(self, store: Store, now: datetime = EVE) -> None:
        self.sent: list[Outgoing] = []
        self.bench = bench_of(store, self.sent.extend, lambda: now)

    @property
    def reached(self) -> list[int]:
        """Who hears something, in order."""
        return sorted(int(message.address.chat) for message in self.sent)


async def test_every_head_hears_of_it_once(store: Store) -> None:
    heads = await store.transact(settle)
    office = Office(store)
    for _ in range(3):
        await remind(office.bench, EVE)
    assert office.reached == heads


async def test_a_tick_of_another_day_is_dropped(store: Store) -> None:
    await store.transact(settle)
    office = Office(store)
    for days in (-7, -1, 1):
        await remind(office.bench, EVE + timedelta(days=days))
    assert office.sent == []


async def test_two_processes_at_once_remind_once(store: Store, database_url: str, tmp_path: Path) -> None:
    heads = await store.transact(settle)
    second = await Store.open(database_url, data_dir=tmp_path)
    offices = [Office(store), Office(second)]
    await asyncio.gather(*(remind(office.bench, EVE) for office in offices))
    await second.close()
    assert sorted(offices[0].reached + offices[1].reached) == heads


async def test_a_draft_that_cannot_be_read_costs_only_its_own_reminder(store: Store) -> None:
    heads = await store.transact(settle)

    def spoil(tx: Transaction) -> None:
        lan = tx.people.get(heads[0], EVE.date())
        draft = start_report(tx, lan, due_for(tx, lan, EVE.date())[0], EVE)
        tx.submissions.save_filling(draft.id, {"values": "nonsense"}, lan.id, EVE)

    await store.transact(spoil)
    office = Office(store)
    await remind(office.bench, EVE)
    assert office.reached == heads[1:]


async def test_it_ticks_as_soon_as_it_runs(sqlite_store: Store) -> None:
    await sqlite_store.transact(settle)
    told = asyncio.Event()
    bench = bench_of(sqlite_store, lambda messages: told.set(), lambda: EVE)
    job = asyncio.create_task(run(bench))
    await asyncio.wait_for(told.wait(), 90)
    assert not job.done()
    job.cancel()
    await asyncio.gather(job, return_exceptions=True)
