"""The store: a function in, its result out, and in between one transaction. Which database it is does not show."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from storage.dialects.database import Database
from storage.engine import SQLITE, parse
from storage.errors import StorageError
from storage.files import Files
from storage.transaction import Transaction

T = TypeVar("T")


class Store:
    """The open database, and beside it the files.

    A work is a plain synchronous function of a Transaction. It must only compute and query: no waiting, no sending, for
    everybody else may wait behind it. What it raises is raised to its caller; its changes, and only its, are undone.
    """

    def __init__(self, database: Database, files: Files) -> None:
        self._database = database
        self.files = files

    @classmethod
    async def open(cls, url: str, *, data_dir: Path) -> Store:
        """Open the database of that URL (empty: the SQLite file in data_dir) and bring its tables up to date.

        StorageError, with one sentence for the operator, if that cannot be.
        """
        parsed = parse(url, data_dir)
        files = Files(data_dir / "files")
        # Each driver is imported only where it is used.
        if parsed.drivername == SQLITE:
            from storage.dialects.sqlite import Sqlite

            return cls(await Sqlite.open(parsed), files)
        from storage.dialects.postgresql import Postgresql

        return cls(await Postgresql.open(parsed), files)

    async def transact(self, work: Callable[[Transaction], T]) -> T:
        """Run the work in a read-write transaction; return once it is COMMITTED, on disk."""
        return await self._database.transact(work)

    async def read(self, work: Callable[[Transaction], T]) -> T:
        """Run the work in a read-only transaction that sees one moment of the database."""
        return await self._database.read(work)

    async def is_well(self) -> bool:
        """Whether the database answers."""
        try:
            await self.read(lambda tx: tx.inbox.open_lanes(1))
        except StorageError:
            return False
        return True

    async def close(self) -> None:
        """Finish what is under way and let go of the database."""
        await self._database.close()
