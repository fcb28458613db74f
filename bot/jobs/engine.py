"""The only module that knows DBOS: keeps long work alive, and takes it up again when a process with our name restarts.

It holds no truth. What is to be done stands in our own tables, the work itself finds out whether it is still wanted,
and bot/jobs/sweep.py starts it anew wherever nobody does it: so its database may be deleted at any moment. Loading it
costs a second and 40 MB, so it is loaded with the first work that there is.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Coroutine, Mapping
from concurrent.futures import CancelledError, Future
from contextlib import suppress
from pathlib import Path
from typing import Any

import structlog

Work = Callable[[int], Coroutine[Any, Any, None]]
"""One kind of long work; it is given its generation."""

ALONE = "alone"
"""Who we are where INSTANCE_ID is not set."""
VERSION = "1"
"""Of the work's order of steps. Left to DBOS it would be a hash of the code, and every upgrade would strand work."""
SCHEMA = "khombot_jobs"
"""Of its tables, where they share a PostgreSQL database with ours."""

log = structlog.get_logger()


class JobEngine:
    """Runs works by name in this process, at most one of each generation."""

    def __init__(self, *, url: str, data_dir: Path, instance: str, works: Mapping[str, Work]) -> None:
        """`url`: postgresql://...; empty: a SQLite file of its own in the data folder."""
        self._url = url
        self._file = data_dir / "jobs.sqlite3"
        self._instance = instance or ALONE
        self._works = works
        self._loop: asyncio.AbstractEventLoop | None = None
        self._running: set[Future[None]] = set()
        self._start: Callable[[str, int], None] | None = None

    async def run(self, name: str, generation: int) -> None:
        """Begin the work, and return; a database that was deleted under us is made anew."""
        self._loop = asyncio.get_running_loop()
        try:
            await asyncio.to_thread(self._begin, name, generation)
        except Exception:  # noqa: BLE001 - whatever DBOS raises, a new one on new tables is the cure
            log.warning("job engine restarts", job=name)
            await asyncio.to_thread(self._shut_down)
            await asyncio.to_thread(self._begin, name, generation)

    async def close(self) -> None:
        """Cut off what still runs; it goes on at the next start."""
        for future in tuple(self._running):
            future.cancel()
        await asyncio.to_thread(self._shut_down)

    def _begin(self, name: str, generation: int) -> None:
        if self._start is None:
            self._start = self._launch()
        self._start(name, generation)

    def _launch(self) -> Callable[[str, int], None]:
        from dbos import DBOS, DBOSPortableJSONSerializer, SetWorkflowID

        # Its information names a web address that nobody here needs.
        logging.getLogger("dbos").setLevel(logging.WARNING)
        DBOS(
            config={
                "name": "khombot",
                "system_database_url": self._address(),
                "dbos_system_schema": SCHEMA,
                "executor_id": self._instance,
                "application_version": VERSION,
                "serializer": DBOSPortableJSONSerializer(),
                # Listening costs a hundred wake-ups a second, and nobody here waits for its notices.
                "use_listen_notify": False,
                "log_level": "WARNING",
                "enable_otlp": False,
            }
        )

        @DBOS.workflow(name="work")
        def work(name: str, generation: int) -> None:
            self._carry_out(name, generation)

        DBOS.launch()

        def start(name: str, generation: int) -> None:
            with SetWorkflowID(f"{name}-{generation}"):
                DBOS.start_workflow(work, name, generation)
            with suppress(Exception):  # tidiness: who held it before is dead, or will find out
                DBOS.cancel_workflow(f"{name}-{generation - 1}")

        return start

    def _carry_out(self, name: str, generation: int) -> None:
        """In a thread of DBOS: the work runs on our own loop, where the database and the channels are."""
        if self._loop is None or self._loop.is_closed():
            return
        future = asyncio.run_coroutine_threadsafe(self._works[name](generation), self._loop)
        self._running.add(future)
        try:
            future.result()
        except CancelledError:
            raise
        except Exception:
            # The sweeper begins it anew; what was wrong stands in the log.
            log.exception("long work failed", job=name, generation=generation)
            raise
        finally:
            self._running.discard(future)

    def _shut_down(self) -> None:
        if self._start is None:
            return
        from dbos import DBOS

        self._start = None
        DBOS.destroy(destroy_registry=True)

    def _address(self) -> str:
        if self._url:
            return self._url
        import sqlite3  # its own file, not the product's database

        # DBOS never asks for the write-ahead log, with which readers and the writer do not wait for each other.
        self._file.parent.mkdir(parents=True, exist_ok=True)
        with sqlite3.connect(self._file) as connection:
            connection.execute("PRAGMA journal_mode=WAL")
        connection.close()
        return f"sqlite:///{self._file.absolute()}"
