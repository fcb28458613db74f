"""A job that serves requests outlives a database that is away for a moment."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

from bot.clock import utc_now
from bot.conversation.brake import Brake
from bot.jobs.base import Bench, serve_all
from storage.errors import StorageError
from storage.store import Store
from storage.transaction import Transaction


async def test_requests_are_served_once_the_database_is_back(store: Store, tmp_path: Path) -> None:
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

    bench = Bench(
        store=store,
        post=lambda messages: None,
        clock=utc_now,
        brake=Brake(),
        outlets={},
        file_link=lambda file: "",
        data_dir=tmp_path,
        jobs_url="",
        instance="",
    )
    job = asyncio.create_task(serve_all(bench, look, serve))
    await asyncio.wait_for(served.wait(), 10)
    assert not job.done()
    job.cancel()
    await asyncio.gather(job, return_exceptions=True)
    assert len(looks) >= 2
