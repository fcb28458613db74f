"""Who was reminded of what, who asked for it, when a ward allows it, and what the officers were told."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Integer, Table, Text, UniqueConstraint

from storage.tables.base import UtcDateTime, id_column, metadata

reminders = Table(
    "reminders",
    metadata,
    id_column(),
    Column("person", ForeignKey("people.id"), nullable=False),
    Column("day", Date, nullable=False, index=True),
    Column("channel", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    # The officer who pressed the button; NULL: it was its day.
    Column("asked_by", ForeignKey("people.id")),
    # Nobody hears twice on a day, whatever starts again, runs twice or comes late.
    UniqueConstraint("person", "day"),
    sqlite_autoincrement=True,
)

reminder_items = Table(
    "reminder_items",
    metadata,
    Column("reminder", ForeignKey("reminders.id"), primary_key=True),
    Column("period", ForeignKey("reporting_periods.id"), primary_key=True, index=True),
    Column("family", Text, primary_key=True),
    Column("unit", ForeignKey("units.id"), primary_key=True),
    Column("kind", Text, nullable=False),
)

reminder_wishes = Table(
    "reminder_wishes",
    metadata,
    Column("person", ForeignKey("people.id"), primary_key=True),
    Column("day", Date, primary_key=True, index=True),
)

reminder_rules = Table(
    "reminder_rules",
    metadata,
    Column("ward", ForeignKey("units.id"), primary_key=True),
    Column("enabled", Boolean, nullable=False),
    Column("from_hour", Integer, nullable=False),
    Column("until_hour", Integer, nullable=False),
    Column("weekends", Boolean, nullable=False),
    Column("holidays", Boolean, nullable=False),
)

digests = Table(
    "digests",
    metadata,
    Column("person", ForeignKey("people.id"), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("at", UtcDateTime, nullable=False),
)
