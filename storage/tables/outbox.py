"""Every reply on its way to a person, and what became of it."""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, Table, Text

from storage.tables.base import Id, UtcDateTime, address_columns, id_column, metadata

outbox = Table(
    "outbox",
    metadata,
    id_column(),
    *address_columns(),
    Column("account", ForeignKey("accounts.id")),
    Column("reply", JSON, nullable=False),
    Column("added_at", UtcDateTime, nullable=False),
    # Lease, time of the next try and open flag in one: NULL is settled, the future is leased or waiting.
    Column("due", UtcDateTime),
    Column("tries", Integer, nullable=False),
    Column("ref", Text),
    Column("sent_at", UtcDateTime),
    Column("dead_at", UtcDateTime),
    Column("error", Text, nullable=False),
    # For whom it is, wherever he is reached; NULL is an answer, said in its own chat or nowhere.
    Column("person", Id),
    # The accounts that did not take it before this one.
    Column("tried", JSON(none_as_null=True)),
    Index("ix_outbox_address", "channel", "bot", "chat", "id"),
    sqlite_autoincrement=True,
)

_IS_OPEN = outbox.c.due.is_not(None)

# Tells whether an older reply still waits in a chat without reading all that was ever said there.
Index(
    "ix_outbox_open",
    outbox.c.channel,
    outbox.c.bot,
    outbox.c.chat,
    outbox.c.id,
    sqlite_where=_IS_OPEN,
    postgresql_where=_IS_OPEN,
)
