"""What vendors allow a bot, and what of it was used in which month."""

from __future__ import annotations

from sqlalchemy import Column, Integer, Table, Text

from storage.tables.base import UtcDateTime, metadata

quotas = Table(
    "quotas",
    metadata,
    Column("channel", Text, primary_key=True),
    Column("bot", Text, primary_key=True),
    Column("messages", Integer),
    Column("people", Integer),
)

message_counts = Table(
    "message_counts",
    metadata,
    Column("channel", Text, primary_key=True),
    Column("bot", Text, primary_key=True),
    # 2020-12, in Vietnam's time.
    Column("month", Text, primary_key=True),
    Column("messages", Integer, nullable=False),
    # When the vendor said that there are no more; blank again once it takes one.
    Column("refused_at", UtcDateTime),
    # When officers were warned: once a month of each.
    Column("messages_warned_at", UtcDateTime),
    Column("people_warned_at", UtcDateTime),
)
