"""Single-use invitations; only a hash of the token is kept, so a stolen database opens no door."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Table, Text, UniqueConstraint

from storage.tables.base import UtcDateTime, id_column, metadata

invitations = Table(
    "invitations",
    metadata,
    id_column(),
    Column("token_hash", Text, nullable=False),
    Column("unit", ForeignKey("units.id"), nullable=False),
    Column("role", Text, nullable=False),
    Column("person", ForeignKey("people.id")),
    Column("expires_at", UtcDateTime, nullable=False),
    Column("created_by", ForeignKey("people.id")),
    Column("created_at", UtcDateTime, nullable=False),
    Column("used_at", UtcDateTime),
    Column("used_by", ForeignKey("people.id")),
    UniqueConstraint("token_hash"),
    sqlite_autoincrement=True,
)
