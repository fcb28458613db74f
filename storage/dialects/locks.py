"""Locks that hold until the end of the transaction."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import Any, Protocol

from sqlalchemy import Executable, bindparam, func, select

from storage.dialects.direct import Direct


class Locks(Protocol):
    """What a query asks for where two processes could otherwise meet."""

    def name(self, connection: Direct, *parts: str) -> None:
        """Lock a name that stands for something without a row: a lane, the end of the audit chain."""

    def rows(self, connection: Direct, statement: Executable, params: Mapping[str, Any]) -> None:
        """Run a SELECT ... FOR UPDATE for the sake of its locks."""


class NoLocks:
    """SQLite's: a writing transaction has the whole database to itself already."""

    def name(self, connection: Direct, *parts: str) -> None:
        """Nothing to do."""

    def rows(self, connection: Direct, statement: Executable, params: Mapping[str, Any]) -> None:
        """Nothing to do."""


_LOCK_NAME = select(func.pg_advisory_xact_lock(bindparam("number")))


class PostgresqlLocks:
    """PostgreSQL's advisory and row locks."""

    def name(self, connection: Direct, *parts: str) -> None:
        """An advisory lock has a 64-bit number for a name."""
        digest = hashlib.blake2b("\0".join(parts).encode(), digest_size=8).digest()
        connection.execute(_LOCK_NAME, {"number": int.from_bytes(digest, signed=True)})

    def rows(self, connection: Direct, statement: Executable, params: Mapping[str, Any]) -> None:
        """Wait until nobody else holds them."""
        connection.execute(statement, params)
