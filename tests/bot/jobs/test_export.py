"""Exports are made by whichever process comes first; whoever waits is told once what came of it."""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence

import pytest

from bot.actions.figures import WORKBOOK
from bot.jobs import export
from bot.jobs.base import Bench
from bot.messages import Outgoing, Reply
from storage.queries.exports import ExportRequest
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.actions.announcing import AT, home, settle
from tests.support.bench import bench_of


async def test_two_processes_that_fail_over_one_request_say_so_once(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def ask(tx: Transaction) -> None:
        hoa = settle(tx).hoa
        tx.exports.request(WORKBOOK, {"period": 1}, hoa.id, home(hoa.id), AT)

    both, settled, said = asyncio.Barrier(2), asyncio.Semaphore(0), list[Outgoing]()

    async def fails(_bench: Bench, _request: ExportRequest) -> tuple[Reply, Sequence[bytes]]:
        await both.wait()
        raise ValueError("a bad request")

    def post(messages: Iterable[Outgoing]) -> None:
        said.extend(messages)
        settled.release()

    monkeypatch.setitem(export.MAKERS, WORKBOOK, fails)
    await store.transact(ask)
    jobs = [asyncio.create_task(export.run(bench_of(store, post))) for _ in range(2)]
    async with asyncio.timeout(90):
        for _ in jobs:
            await settled.acquire()
    for job in jobs:
        job.cancel()
    await asyncio.gather(*jobs, return_exceptions=True)
    assert len(said) == 1
