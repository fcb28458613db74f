"""What a database gives the store; the store does not know which one it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DataError, IntegrityError, ProgrammingError

from storage.dialects.direct import Direct, Preparations
from storage.dialects.locks import Locks
from storage.errors import StorageRefused
from storage.transaction import Transaction

T = TypeVar("T")

DEFECTS = (IntegrityError, ProgrammingError, DataError)
"""What a driver raises for work that can never succeed: it asked for the impossible."""


class Database(Protocol):
    """An open database with its tables up to date."""

    async def transact(self, work: Callable[[Transaction], T]) -> T:
        """Run the work in a read-write transaction; return once it is COMMITTED."""

    async def read(self, work: Callable[[Transaction], T]) -> T:
        """Run the work in a read-only transaction that sees one moment of the database."""

    async def close(self) -> None:
        """Finish what is under way and let go of the database."""


def read_only(work: Callable[[Transaction], T], locks: Locks, prepared: Preparations) -> Callable[[Connection], T]:
    """The work on a connection that cannot write; the database refuses changes, and this refuses audit entries."""

    def run(connection: Connection) -> T:
        # SQLAlchemy would begin by itself, but only with the first statement that goes through it.
        connection.begin()
        transaction = Transaction(Direct(connection, prepared), locks)
        outcome = work(transaction)
        if transaction.audit.gathered:
            raise StorageRefused("A change was recorded in a transaction that only reads.")
        return outcome

    return run
