"""Links to kept files that were given to somebody in a chat, and what was done with each."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Integer, Table, Text

from storage.tables.base import UtcDateTime, address_columns, id_column, metadata

file_links = Table(
    "file_links",
    metadata,
    id_column(),
    # Who was given it.
    *address_columns(),
    Column("digest", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("public", Boolean, nullable=False),
    Column("given_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False, index=True),
    # The code itself is kept nowhere: it follows from the row and the server's secret.
    Column("wrong", Integer, nullable=False),
    Column("opened_at", UtcDateTime),
    sqlite_autoincrement=True,
)

file_fetches = Table(
    "file_fetches",
    metadata,
    id_column(),
    Column("link", ForeignKey("file_links.id"), nullable=False, index=True),
    Column("at", UtcDateTime, nullable=False),
    # asked (the page was shown), wrong, opened, fetched
    Column("what", Text, nullable=False),
    # A shortened network address: where somebody was roughly, not who.
    Column("client", Text, nullable=False),
    sqlite_autoincrement=True,
)
