"""A job that serves requests outlives a database that is away for a moment, and a request that cannot be served."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.jobs.base import Bench, serve_all
from bot.messages import Address, Outgoing, Reply
from storage.errors import StorageError
from storage.store import Store
from storage.transaction import Transaction
from tests.support.bench import bench_of

HOME = Address(channel="web", bot="", chat="lan")


@dataclass(frozen=True)
class Wish:
    id: int
    address: Address = HOME


def sorry(_tx: Transaction, wish: Wish, code: str) -> Reply:
    return Reply(text=f"{wish.id} {code}")


async def test_requests_are_served_once_the_database_is_back(store: Store) -> None:
    looks: list[str] = []
    served = asyncio.Event()

    def look(tx: Transaction) -> Sequence[Wish]:
        looks.append("look")
        if len(looks) == 1:
            raise StorageError("The database is away.")
        return [Wish(1)]

    async def serve(_bench: Bench, wish: Wish) -> None:
        assert wish == Wish(1)
        served.set()

    bench = bench_of(store)
    job = asyncio.create_task(serve_all(bench, look, serve, sorry))
    await asyncio.wait_for(served.wait(), 90)
    assert not job.done()
    job.cancel()
    await asyncio.gather(job, return_exceptions=True)
    assert len(looks) >= 2


async def test_a_request_that_fails_is_given_up_and_told_and_the_next_one_is_served(
    store: Store, tmp_path: Path
) -> None:
    open_ = [Wish(1), Wish(2)]
    posted: list[Outgoing] = []
    served = asyncio.Event()

    async def serve(_bench: Bench, wish: Wish) -> None:
        open_.remove(wish)
        if wish.id == 1:
            raise ValueError("a bad request")
        served.set()

    bench = bench_of(store, posted.extend)
    job = asyncio.create_task(serve_all(bench, lambda tx: tuple(open_), serve, sorry))
    await asyncio.wait_for(served.wait(), 90)
    job.cancel()
    await asyncio.gather(job, return_exceptions=True)
    (told,) = posted
    number, code = told.reply.text.split()
    assert (told.address, number, len(code)) == (HOME, "1", 8)
