"""Single-use invitations; only hashes of token and code are kept, so a stolen database opens no door."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Table, Text, UniqueConstraint, text

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
    Column("code_hash", Text),
    Column("code_expires_at", UtcDateTime),
    Column("revoked_at", UtcDateTime),
    UniqueConstraint("token_hash"),
    sqlite_autoincrement=True,
)

_IS_OPEN = text("used_at IS NULL AND revoked_at IS NULL")

# Six digits come again; two open invitations never have the same.
Index(
    "ix_invitations_code",
    invitations.c.code_hash,
    unique=True,
    sqlite_where=_IS_OPEN,
    postgresql_where=_IS_OPEN,
)

code_guesses = Table(
    "code_guesses",
    metadata,
    id_column(),
    Column("account", ForeignKey("accounts.id"), nullable=False),
    Column("channel", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    Index("ix_code_guesses_channel", "channel", "at"),
    sqlite_autoincrement=True,
)
