"""The dated tree of units, and which unit follows which after a merge, split or renaming."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Integer, Table, Text, UniqueConstraint

from storage.tables.base import id_column, metadata

units = Table(
    "units",
    metadata,
    id_column(),
    Column("code", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("level", Text, nullable=False),
    Column("parent", ForeignKey("units.id"), index=True),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Column("position", Integer, nullable=False),
    UniqueConstraint("code"),
    sqlite_autoincrement=True,
)

unit_successions = Table(
    "unit_successions",
    metadata,
    Column("predecessor", ForeignKey("units.id"), primary_key=True),
    Column("successor", ForeignKey("units.id"), primary_key=True, index=True),
    Column("happened_on", Date, nullable=False),
)
