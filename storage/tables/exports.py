"""Exports that people asked for, kept until they are made and sent."""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Table, Text

from storage.tables.base import UtcDateTime, address_columns, id_column, metadata

exports = Table(
    "exports",
    metadata,
    id_column(),
    Column("what", Text, nullable=False),
    Column("params", JSON, nullable=False),
    Column("asked_by", ForeignKey("people.id"), nullable=False),
    *address_columns(),
    Column("asked_at", UtcDateTime, nullable=False),
    # open, done or failed
    Column("status", Text, nullable=False),
    Column("digest", Text),
    Column("done_at", UtcDateTime),
    Column("error", Text, nullable=False),
    sqlite_autoincrement=True,
)
