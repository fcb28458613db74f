"""Announcements, the ledger of their deliveries, the threads about them; who drains the ledger, and what brakes it."""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, Table, Text, UniqueConstraint

from storage.tables.base import Id, UtcDateTime, id_column, metadata

announcements = Table(
    "announcements",
    metadata,
    id_column(),
    Column("ward", ForeignKey("units.id"), nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("text", Text, nullable=False),
    # Digests of kept files, in their order.
    Column("attachments", JSON, nullable=False),
    Column("link", Text, nullable=False),
    Column("period", ForeignKey("reporting_periods.id")),
    Column("audience", JSON, nullable=False),
    Column("status", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("author", ForeignKey("people.id")),
    Column("created_at", UtcDateTime, nullable=False),
    Column("send_at", UtcDateTime),
    Column("confirmed_at", UtcDateTime),
    Column("finished_at", UtcDateTime),
    Column("pace", Integer),
    # The newest message in which somebody follows it, by its key in the outbox: it is kept up to date.
    Column("card", Id),
    # Of what is said and to whom: the same again within minutes is asked about.
    Column("fingerprint", Text, nullable=False),
    sqlite_autoincrement=True,
)

_MAY_HAVE_WORK = announcements.c.status.in_(["scheduled", "running"])

# The sweeper looks every second, and years of finished announcements are none of its business.
Index(
    "ix_announcements_open",
    announcements.c.status,
    sqlite_where=_MAY_HAVE_WORK,
    postgresql_where=_MAY_HAVE_WORK,
)

deliveries = Table(
    "deliveries",
    metadata,
    id_column(),
    Column("announcement", ForeignKey("announcements.id"), nullable=False),
    Column("person", ForeignKey("people.id"), nullable=False, index=True),
    Column("unit", ForeignKey("units.id")),
    # Lease, time of the next try and open flag in one: NULL is closed, the future is leased or waiting.
    Column("due", UtcDateTime),
    # How often a sending was begun, and how many of those surely did not arrive: what is left may have arrived.
    Column("tries", Integer, nullable=False),
    Column("refused", Integer, nullable=False),
    Column("account", ForeignKey("accounts.id")),
    Column("channel", Text, nullable=False),
    Column("ref", Text),
    Column("error", Text, nullable=False),
    Column("sent_at", UtcDateTime),
    Column("failed_at", UtcDateTime),
    Column("read_at", UtcDateTime),
    Column("answer", Text),
    Column("note", Text, nullable=False),
    Column("answered_at", UtcDateTime),
    # The accounts that did not take it; they are not tried again.
    Column("tried", JSON(none_as_null=True)),
    UniqueConstraint("announcement", "person"),
    sqlite_autoincrement=True,
)

_IS_OPEN = deliveries.c.due.is_not(None)

# What is to be sent next, without reading what is done.
Index(
    "ix_deliveries_open",
    deliveries.c.announcement,
    deliveries.c.due,
    sqlite_where=_IS_OPEN,
    postgresql_where=_IS_OPEN,
)

announcement_remarks = Table(
    "announcement_remarks",
    metadata,
    id_column(),
    Column("announcement", ForeignKey("announcements.id"), nullable=False, index=True),
    Column("recipient", ForeignKey("people.id"), nullable=False),
    Column("author", ForeignKey("people.id"), nullable=False),
    Column("text", Text, nullable=False),
    Column("at", UtcDateTime, nullable=False),
    sqlite_autoincrement=True,
)

drains = Table(
    "drains",
    metadata,
    Column("name", Text, primary_key=True),
    # Goes up with each takeover: a drain of an earlier generation finds out, and stops.
    Column("generation", Integer, nullable=False),
    Column("holder", Text, nullable=False),
    Column("beat_at", UtcDateTime),
)

brakes = Table(
    "brakes",
    metadata,
    Column("channel", Text, primary_key=True),
    Column("bot", Text, primary_key=True),
    # Until when the vendor asked us to send nothing: it holds for all processes, and after a restart.
    Column("until", UtcDateTime, nullable=False),
)
