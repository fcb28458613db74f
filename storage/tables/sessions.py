"""Where each person is in the conversation."""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Table

from storage.tables.base import UtcDateTime, metadata

sessions = Table(
    "sessions",
    metadata,
    Column("person", ForeignKey("people.id"), primary_key=True),
    Column("state", JSON, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
)
