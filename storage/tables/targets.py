"""What units promised to reach, with the days for which it counts."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Table, Text

from storage.tables.base import ExactDecimal, id_column, metadata

targets = Table(
    "targets",
    metadata,
    id_column(),
    Column("unit", ForeignKey("units.id"), nullable=False, index=True),
    Column("indicator", Text, nullable=False),
    Column("amount", ExactDecimal, nullable=False),
    Column("out_of", ExactDecimal),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    Column("source", Text, nullable=False),
    sqlite_autoincrement=True,
)
