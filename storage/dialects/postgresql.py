"""PostgreSQL by asyncpg: many writers, row locks and advisory locks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import URL, Connection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage import migrations
from storage.dialects import json_text
from storage.dialects.database import DEFECTS, read_only
from storage.dialects.direct import Direct, Preparations
from storage.dialects.locks import PostgresqlLocks
from storage.errors import StorageError, StorageRefused
from storage.queries import audit
from storage.transaction import Transaction

T = TypeVar("T")

POOL_SIZE = 10
"""Turns that may be under way at once in one process; more of them wait for a connection."""

_LOCKS = PostgresqlLocks()


class Postgresql:
    """An open PostgreSQL database."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._prepared: Preparations = {}
        self._reading = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)

    @classmethod
    async def open(cls, url: URL) -> Postgresql:
        """Connect, and bring the tables up to date."""
        engine = create_async_engine(
            url.set(drivername="postgresql+asyncpg"),
            pool_size=POOL_SIZE,
            max_overflow=POOL_SIZE,
            json_serializer=json_text.dumps,
            json_deserializer=json_text.loads,
            hide_parameters=True,
        )
        try:
            async with engine.connect() as connection:
                current = await connection.run_sync(migrations.is_current)
            if not current:
                async with engine.begin() as connection:
                    await connection.run_sync(_migrate)
        except (OSError, DBAPIError, PoolTimeout) as error:
            await engine.dispose()
            raise explain(error, url) from error
        except BaseException:
            await engine.dispose()
            raise
        return cls(engine)

    async def transact(self, work: Callable[[Transaction], T]) -> T:
        """Run the work in a READ COMMITTED transaction of its own."""

        def run(connection: Connection) -> T:
            direct = Direct(connection, self._prepared)
            transaction = Transaction(direct, _LOCKS)
            outcome = work(transaction)
            audit.write(direct, _LOCKS, transaction.audit.gathered)
            return outcome

        try:
            async with self._engine.begin() as connection:
                return await connection.run_sync(run)
        except (OSError, DBAPIError, PoolTimeout) as error:
            raise explain(error, self._engine.url) from error

    async def read(self, work: Callable[[Transaction], T]) -> T:
        """Run the work on a snapshot that cannot be changed."""
        try:
            async with self._reading.connect() as connection:
                return await connection.run_sync(read_only(work, _LOCKS, self._prepared))
        except (OSError, DBAPIError, PoolTimeout) as error:
            raise explain(error, self._engine.url) from error

    async def close(self) -> None:
        """Close the connections."""
        await self._engine.dispose()


def explain(error: Exception, url: URL) -> StorageError:
    """The operator's sentence, without the password and without what people wrote."""
    place = f"{url.host or 'the local socket'}, database {url.database}"
    if isinstance(error, DBAPIError) and not error.connection_invalidated:
        first_line = str(error.orig).partition("\n")[0]
        kind = StorageRefused if isinstance(error, DEFECTS) else StorageError
        return kind(f"PostgreSQL at {place} refused: {first_line}.")
    return StorageError(
        f"PostgreSQL at {place} cannot be reached ({type(error).__name__}); check DATABASE_URL and the server."
    )


def _migrate(connection: Connection) -> None:
    # Two processes may start at once: the second waits here, and then finds everything done.
    _LOCKS.name(Direct(connection, {}), "migrations")
    if not migrations.is_current(connection):
        migrations.upgrade(connection)
