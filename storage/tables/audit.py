"""The audit log: who changed what, each row chained to the one before by a hash."""

from __future__ import annotations

from sqlalchemy import JSON, Column, Table, Text

from storage.tables.base import Id, UtcDateTime, id_column, metadata

audit_entries = Table(
    "audit_entries",
    metadata,
    id_column(),
    Column("at", UtcDateTime, nullable=False),
    # No foreign key: the log outlives a person who asked to be erased, and one wrong id must not fail a shared COMMIT.
    Column("actor", Id),
    Column("action", Text, nullable=False),
    Column("subject", Text, nullable=False, index=True),
    Column("detail", JSON, nullable=False),
    Column("prev_hash", Text, nullable=False),
    Column("hash", Text, nullable=False),
    sqlite_autoincrement=True,
)
