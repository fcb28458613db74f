"""A job that serves requests outlives a database that is away for a moment."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from bot.clock import utc_now
from bot.jobs.base import Bench, serve_all
from storage.errors import StorageError
from storage.store import Store
from storage.transaction import Transaction


async def test_requests_are_served_once_the_database_is_back(store: Store) -> None:
    looks: list[str] = []
    served = asyncio.Event()

    def look(tx: Transaction) -> Sequence[str]:
        looks.append("look")
        if len(looks) == 1:
            raise StorageError("The database is away.")
        return ["request"]

    async def serve(_bench: Bench, request: str) -> None:
        assert request == "request"
        served.set()

    job = asyncio.create_task(serve_all(Bench(store=store, post=lambda messages: None, clock=utc_now), look, serve))
    await asyncio.wait_for(served.wait(), 10)
    assert not job.done()
    job.cancel()
    await asyncio.gather(job, return_exceptions=True)
    assert len(looks) >= 2
