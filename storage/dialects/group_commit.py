"""One thread writes to the SQLite file, and joins all works that wait into one COMMIT.

A COMMIT with synchronous=FULL waits for the disk, and every hop between threads costs as much as several statements.
So a work is one function, run at one go in the writer's thread, and whoever comes while the writer is busy shares the
next COMMIT. Each work of a batch has a SAVEPOINT of its own: one that fails is undone alone. Callers go on only after
the COMMIT.
"""

from __future__ import annotations

import asyncio
import sqlite3
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from queue import Empty, SimpleQueue
from typing import Any, TypeVar, cast

from sqlalchemy import Connection

from storage.dialects.direct import Direct
from storage.dialects.locks import NoLocks
from storage.errors import StorageError
from storage.queries import audit
from storage.queries.audit import AuditEntry
from storage.transaction import Transaction

T = TypeVar("T")

MAX_BATCH = 64
"""Works in one COMMIT: enough to share the disk's time, few enough that nobody waits long for the last of them."""

_LOCKS = NoLocks()


@dataclass(slots=True, eq=False)
class _Job:
    work: Callable[[Transaction], Any]
    caller: asyncio.Future[None]
    outcome: Any = None
    error: BaseException | None = field(default=None)


class GroupCommit:
    """The writer's thread and its queue."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._direct = Direct(connection, {})
        self._sqlite: sqlite3.Connection = driver_of(connection)
        self._loop = asyncio.get_running_loop()
        self._queue: SimpleQueue[_Job | None] = SimpleQueue()
        self._closed = False
        self._thread = threading.Thread(target=self._write, name="storage-writer", daemon=True)
        self._thread.start()

    async def run(self, work: Callable[[Transaction], T]) -> T:
        """Run the work; return once it is COMMITTED.

        A caller that is cancelled before its work has begun takes it back; later it is carried out all the same.
        """
        if self._closed:
            raise StorageError("The database is closed already.")
        job = _Job(work, self._loop.create_future())
        self._queue.put(job)
        await job.caller
        if job.error is not None:
            raise job.error
        outcome: T = job.outcome
        return outcome

    async def close(self) -> None:
        """Carry out what was handed over, then end the thread and close its connection."""
        if not self._closed:
            self._closed = True
            self._queue.put(None)
        await asyncio.to_thread(self._thread.join)

    def _write(self) -> None:
        open_for_work = True
        while open_for_work:
            first = self._queue.get()
            waiting = [first, *self._take_waiting()]
            open_for_work = None not in waiting
            # Read across threads without a lock: a caller that gives up an instant later only has its work done.
            jobs = [job for job in waiting if job is not None and not job.caller.cancelled()]
            if jobs:
                self._commit_together(jobs)
                # A loop that was closed meanwhile has nobody left who waits.
                with suppress(RuntimeError):
                    self._loop.call_soon_threadsafe(_resume, jobs)
        self._connection.close()

    def _take_waiting(self) -> list[_Job | None]:
        waiting: list[_Job | None] = []
        try:
            while len(waiting) < MAX_BATCH - 1:
                waiting.append(self._queue.get_nowait())
        except Empty:
            pass
        return waiting

    def _commit_together(self, jobs: Sequence[_Job]) -> None:
        try:
            self._sqlite.execute("BEGIN IMMEDIATE")
            entries: list[AuditEntry] = []
            for job in jobs:
                self._carry_out(job, entries, alone=len(jobs) == 1)
            if any(job.error is None for job in jobs):
                audit.write(self._direct, _LOCKS, entries)
                self._sqlite.execute("COMMIT")
            else:
                self._sqlite.execute("ROLLBACK")
        except BaseException as error:  # noqa: BLE001 - it is handed to every caller of the batch
            self._undo(jobs, error)

    def _carry_out(self, job: _Job, entries: list[AuditEntry], *, alone: bool) -> None:
        transaction = Transaction(self._direct, _LOCKS)
        if not alone:
            self._sqlite.execute("SAVEPOINT work")
        try:
            job.outcome = job.work(transaction)
        except BaseException as error:
            # It is for the caller, who is in another thread; whatever it is, the writer goes on.
            job.error = error
            if not self._sqlite.in_transaction:
                # A full disk or the like: SQLite has undone everybody's work, not only this one's.
                raise
            if not alone:
                self._sqlite.execute("ROLLBACK TO work")
        else:
            entries.extend(transaction.audit.gathered)
        if not alone:
            self._sqlite.execute("RELEASE work")

    def _undo(self, jobs: Sequence[_Job], error: BaseException) -> None:
        with suppress(sqlite3.Error):
            if self._sqlite.in_transaction:
                self._sqlite.execute("ROLLBACK")
        for job in jobs:
            if job.error is None:
                job.error = error


def _resume(jobs: Sequence[_Job]) -> None:
    for job in jobs:
        if not job.caller.done():
            job.caller.set_result(None)


def driver_of(connection: Connection) -> sqlite3.Connection:
    """The driver's own connection: BEGIN and SAVEPOINT through it cost a tenth of what they cost through SQLAlchemy."""
    return cast("sqlite3.Connection", connection.connection.driver_connection)
