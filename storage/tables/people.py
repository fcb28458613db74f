"""People, and the posts that they hold on units for a span of time."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Table, Text

from storage.tables.base import UtcDateTime, id_column, metadata

people = Table(
    "people",
    metadata,
    id_column(),
    Column("name", Text, nullable=False),
    Column("phone", Text, nullable=False),
    Column("salutation", Text, nullable=False),
    Column("added_at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
)

posts = Table(
    "posts",
    metadata,
    id_column(),
    Column("person", ForeignKey("people.id"), nullable=False, index=True),
    Column("role", Text, nullable=False),
    Column("unit", ForeignKey("units.id"), nullable=False, index=True),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    sqlite_autoincrement=True,
)
