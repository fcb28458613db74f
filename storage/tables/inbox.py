"""Every update that a vendor delivered, stored before it is understood."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, Table, Text, UniqueConstraint

from storage.tables.base import UtcDateTime, id_column, metadata

inbox = Table(
    "inbox",
    metadata,
    id_column(),
    Column("channel", Text, nullable=False),
    Column("bot", Text, nullable=False),
    Column("update_id", Text, nullable=False),
    Column("lane", Text, nullable=False),
    Column("sequence", BigInteger, nullable=False),
    Column("body", Text, nullable=False),
    Column("received_at", UtcDateTime, nullable=False),
    Column("closed_at", UtcDateTime),
    Column("parked", Boolean, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("error", Text, nullable=False),
    # For ever, not for a window: a vendor that repeats an old update is never believed twice.
    UniqueConstraint("channel", "bot", "update_id"),
    # A page that comes back reads what was said in its chat.
    Index("ix_inbox_lane", "channel", "bot", "lane", "id"),
    sqlite_autoincrement=True,
)

_IS_OPEN = inbox.c.closed_at.is_(None)

# Only open rows are in it, so that finding the next one stays as quick after ten years as on the first day.
Index(
    "ix_inbox_open",
    inbox.c.channel,
    inbox.c.bot,
    inbox.c.lane,
    inbox.c.sequence,
    inbox.c.id,
    sqlite_where=_IS_OPEN,
    postgresql_where=_IS_OPEN,
)
