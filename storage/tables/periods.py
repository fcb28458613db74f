"""The reporting periods that wards have opened."""

from __future__ import annotations

from sqlalchemy import Column, Date, ForeignKey, Integer, Table, Text, UniqueConstraint

from storage.tables.base import UtcDateTime, id_column, metadata

reporting_periods = Table(
    "reporting_periods",
    metadata,
    id_column(),
    Column("ward", ForeignKey("units.id"), nullable=False),
    Column("code", Text, nullable=False),
    Column("year", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("number", Integer, nullable=False),
    # The first and last day follow from the span; they are kept so that the database can put periods in order.
    Column("first_day", Date, nullable=False),
    Column("last_day", Date, nullable=False),
    Column("opens_on", Date, nullable=False),
    Column("khom_due_on", Date, nullable=False),
    Column("ward_due_on", Date, nullable=False),
    Column("opened_by", ForeignKey("people.id")),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("closed_at", UtcDateTime),
    UniqueConstraint("ward", "code"),
    sqlite_autoincrement=True,
)
