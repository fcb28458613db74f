"""The job engine: loaded with the first work, runs it on our own loop, and outlives the loss of its database."""

from __future__ import annotations

import asyncio
import importlib.util
import sqlite3
import subprocess
import sys
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.jobs.engine import JobEngine
from tests.support.databases import NewDatabase

PATIENCE = 100.0


class Works:
    """Notes what was run."""

    def __init__(self) -> None:
        self.ran: asyncio.Queue[int] = asyncio.Queue()
        self.loops: set[asyncio.AbstractEventLoop] = set()

    async def note(self, generation: int) -> None:
        self.loops.add(asyncio.get_running_loop())
        await self.ran.put(generation)

    async def next(self) -> int:
        async with asyncio.timeout(PATIENCE):
            return await self.ran.get()


@pytest.fixture
async def works() -> Works:
    return Works()


@pytest.fixture
async def engine(works: Works, tmp_path: Path) -> AsyncIterator[JobEngine]:
    engine = JobEngine(url="", data_dir=tmp_path, instance="", works={"note": works.note})
    yield engine
    await engine.close()


def delete_jobs(folder: Path) -> None:
    for file in folder.glob("jobs.sqlite3*"):
        file.unlink()


async def test_work_runs_once_for_each_generation_on_our_own_loop(engine: JobEngine, works: Works) -> None:
    for generation in (1, 1, 2):
        await engine.run("note", generation)
    assert {await works.next(), await works.next()} == {1, 2}
    await asyncio.sleep(0.2)
    assert works.ran.empty()
    assert works.loops == {asyncio.get_running_loop()}


async def test_its_file_has_a_write_ahead_log_and_nothing_but_names_and_numbers(
    engine: JobEngine, works: Works, tmp_path: Path
) -> None:
    await engine.run("note", 7)
    await works.next()
    with sqlite3.connect(tmp_path / "jobs.sqlite3") as database:
        assert database.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        rows = database.execute("SELECT workflow_uuid, executor_id, application_version FROM workflow_status")
        assert rows.fetchall() == [("note-7", "alone", "1")]
        kept = "\n".join(database.iterdump())
    database.close()
    assert '"positionalArgs":["note",7]' in kept
    assert "gASV" not in kept, "a pickle begins so"


async def test_its_database_may_be_deleted_under_it(engine: JobEngine, works: Works, tmp_path: Path) -> None:
    await engine.run("note", 1)
    assert await works.next() == 1
    delete_jobs(tmp_path)
    await engine.run("note", 2)
    assert await works.next() == 2


async def test_it_works_on_postgresql_too(works: Works, postgresql_server: NewDatabase, tmp_path: Path) -> None:
    url = postgresql_server("jobs_of_the_engine")
    engine = JobEngine(url=url, data_dir=tmp_path, instance="worker-1", works={"note": works.note})
    await engine.run("note", 3)
    assert await works.next() == 3
    await engine.close()
    assert not (tmp_path / "jobs.sqlite3").exists()


def test_the_library_is_not_loaded_before_there_is_work() -> None:
    code = "import sys, bot.app, bot.jobs; sys.exit('dbos' in sys.modules or 'telegram' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_nothing_of_it_is_proprietary() -> None:
    assert importlib.util.find_spec("dbos_enterprise") is None
