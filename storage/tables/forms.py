"""Published forms, every version for ever, and who is asked to fill them in."""

from __future__ import annotations

from sqlalchemy import Column, Date, Integer, LargeBinary, Table, Text, UniqueConstraint

from storage.tables.base import UtcDateTime, id_column, metadata

forms = Table(
    "forms",
    metadata,
    id_column(),
    Column("family", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("xform", Text, nullable=False),
    Column("source", LargeBinary, nullable=False),
    Column("source_type", Text, nullable=False),
    Column("checksum", Text, nullable=False),
    Column("published_at", UtcDateTime, nullable=False),
    UniqueConstraint("family", "version"),
    sqlite_autoincrement=True,
)

form_assignments = Table(
    "form_assignments",
    metadata,
    id_column(),
    Column("family", Text, nullable=False),
    Column("level", Text, nullable=False),
    Column("period_kind", Text),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    sqlite_autoincrement=True,
)
