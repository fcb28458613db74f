"""SQLite: one file, one writer at a time, readers that never wait."""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from sqlalchemy import URL, Connection, NullPool, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage import migrations
from storage.dialects import json_text
from storage.dialects.database import DEFECTS, read_only
from storage.dialects.direct import Preparations
from storage.dialects.group_commit import GroupCommit, driver_of
from storage.dialects.locks import NoLocks
from storage.errors import StorageError, StorageRefused
from storage.transaction import Transaction

T = TypeVar("T")

_LOCKS = NoLocks()

BUSY_TIMEOUT_MS = 10_000
"""How long to wait for another process (a command beside the server) that is writing."""

_CURES = {
    sqlite3.SQLITE_CANTOPEN: "cannot be opened; check that its folder exists and that this user may write there.",
    sqlite3.SQLITE_READONLY: "is read-only; let this user write to the file and to its folder.",
    sqlite3.SQLITE_NOTADB: "is no SQLite database or is damaged; restore a backup or name another file.",
    sqlite3.SQLITE_CORRUPT: "is damaged; restore a backup.",
    sqlite3.SQLITE_BUSY: "is locked by another program; close that program and try again.",
    sqlite3.SQLITE_FULL: "cannot grow because the disk is full; make room and try again.",
    sqlite3.SQLITE_IOERR: "cannot be read or written; check the disk.",
}


class Sqlite:
    """An open SQLite file: writes go through one thread that groups commits, reads through aiosqlite."""

    def __init__(self, path: Path, writer: GroupCommit, reader: AsyncEngine) -> None:
        self._path = path
        self._writer = writer
        self._reader = reader
        self._prepared: Preparations = {}

    @classmethod
    async def open(cls, url: URL) -> Sqlite:
        """Make or open the file, and bring its tables up to date."""
        path = Path(url.database or "")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            connection = await asyncio.to_thread(_connect, path)
        except (OSError, sqlite3.Error, DBAPIError) as error:
            raise explain(error, path) from error
        return cls(path, GroupCommit(connection), _reader(path))

    async def transact(self, work: Callable[[Transaction], T]) -> T:
        """Run the work in the writer's thread; return once it is COMMITTED."""
        try:
            return await self._writer.run(work)
        except (sqlite3.Error, DBAPIError) as error:
            raise explain(error, self._path) from error

    async def read(self, work: Callable[[Transaction], T]) -> T:
        """Run the work on a snapshot, beside the writer."""
        try:
            async with self._reader.connect() as connection:
                return await connection.run_sync(read_only(work, _LOCKS, self._prepared))
        except (sqlite3.Error, DBAPIError) as error:
            raise explain(error, self._path) from error

    async def close(self) -> None:
        """Commit what waits and close the file."""
        await self._writer.close()
        await self._reader.dispose()


def explain(error: Exception, path: Path) -> StorageError:
    """The operator's sentence for an error of the driver or the file system."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(error, DEFECTS):
        return StorageRefused(f"The database file {path} refused: {cause}.")
    if isinstance(cause, OSError):
        sentence = _CURES[sqlite3.SQLITE_CANTOPEN]
    else:
        # The low byte is the primary code; the rest refines it.
        code = getattr(cause, "sqlite_errorcode", 0) & 0xFF
        sentence = _CURES.get(code, f"refused: {cause}.")
    return StorageError(f"The database file {path} {sentence}")


def _connect(path: Path) -> Connection:
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(path)),
        poolclass=NullPool,
        isolation_level="AUTOCOMMIT",
        connect_args={"check_same_thread": False, "timeout": BUSY_TIMEOUT_MS / 1000},
        json_serializer=json_text.dumps,
        json_deserializer=json_text.loads,
        hide_parameters=True,
    )
    connection = engine.connect()
    try:
        driver = driver_of(connection)
        driver.execute("PRAGMA journal_mode=WAL")
        driver.execute("PRAGMA synchronous=FULL")
        _migrate(connection)
        driver.execute("PRAGMA foreign_keys=ON")
    except BaseException:
        connection.close()
        raise
    return connection


def _migrate(connection: Connection) -> None:
    """Bring the tables up to date, or find out now that the file cannot be written.

    Foreign keys are off meanwhile, because SQLite changes a column by copying the table away from under its references.
    """
    driver = driver_of(connection)
    driver.execute("BEGIN IMMEDIATE")
    # Rolls back by itself if the connection is closed instead.
    if not migrations.is_current(connection):
        migrations.upgrade(connection)
        _check_references(driver)
    driver.execute("COMMIT")


def _check_references(driver: sqlite3.Connection) -> None:
    if driver.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise StorageError("The database has rows that point to missing rows; restore a backup.")


def _reader(path: Path) -> AsyncEngine:
    engine = create_async_engine(
        URL.create("sqlite+aiosqlite", database=str(path)),
        pool_size=2,
        max_overflow=6,
        connect_args={"timeout": BUSY_TIMEOUT_MS / 1000},
        json_serializer=json_text.dumps,
        json_deserializer=json_text.loads,
        hide_parameters=True,
    )

    @event.listens_for(engine.sync_engine, "connect")
    def _set_up(connection: sqlite3.Connection, _record: object) -> None:
        # The driver would begin a transaction only before a change; reading one moment needs an explicit BEGIN.
        connection.isolation_level = None
        connection.execute("PRAGMA query_only=ON")

    @event.listens_for(engine.sync_engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN")

    return engine
