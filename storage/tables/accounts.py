"""The addresses on channels from which we were written to, and whose they are."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Table, UniqueConstraint

from storage.tables.base import UtcDateTime, address_columns, id_column, metadata

accounts = Table(
    "accounts",
    metadata,
    id_column(),
    *address_columns(),
    Column("person", ForeignKey("people.id"), index=True),
    Column("added_at", UtcDateTime, nullable=False),
    Column("seen_at", UtcDateTime, nullable=False),
    Column("gone_at", UtcDateTime),
    # When the person chose to be told things here; NULL everywhere is: wherever it was written from last.
    Column("preferred_at", UtcDateTime),
    UniqueConstraint("channel", "bot", "chat"),
    sqlite_autoincrement=True,
)
