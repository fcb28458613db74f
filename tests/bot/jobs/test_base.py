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


async def test_a_request_for_which_the_storage_failed_once_is_served_and_not_given_up(store: Store) -> None:
    tries: list[Wish] = []
    posted: list[Outgoing] = []
    served = asyncio.Event()

    async def serve(_bench: Bench, wish: Wish) -> None:
        tries.append(wish)
        if len(tries) == 1:
            raise StorageError("The disk is full.")
        served.set()

    job = asyncio.create_task(serve_all(bench_of(store, posted.extend), lambda tx: [Wish(1)], serve, sorry))
    await asyncio.wait_for(served.wait(), 10)
    job.cancel()
    await asyncio.gather(job, return_exceptions=True)
    assert posted == []


async def test_a_request_for_a_file_that_is_lost_is_given_up_and_keeps_nobody_waiting(store: Store) -> None:
    open_ = [Wish(1), Wish(2)]
    told: list[Outgoing] = []
    is_told = asyncio.Event()
    served: list[int] = []

    async def serve(_bench: Bench, wish: Wish) -> None:
        if wish.id == 1:
            raise StorageError("The attachment is missing; restore a backup.")
        served.append(wish.id)

    def give_up(tx: Transaction, wish: Wish, code: str) -> Reply:
        open_.remove(wish)
        is_told.set()
        return sorry(tx, wish, code)

    job = asyncio.create_task(serve_all(bench_of(store, told.extend), lambda tx: tuple(open_), serve, give_up))
    await asyncio.wait_for(is_told.wait(), 10)
    job.cancel()
    await asyncio.gather(job, return_exceptions=True)
    assert served[0] == 2, "it waited for the other"
