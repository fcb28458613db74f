"""The tokens of a Zalo Official Account: one chain of pairs, each of which is good for making the next one, once."""

from __future__ import annotations

from sqlalchemy import Column, Integer, Table, Text

from storage.tables.base import UtcDateTime, metadata

zalo_tokens = Table(
    "zalo_tokens",
    metadata,
    # The application; a second one would have a chain of its own.
    Column("app", Text, primary_key=True),
    # The Official Account as Zalo calls it; empty until it has said so.
    Column("account", Text, nullable=False),
    # Sealed: whoever reads the database alone cannot speak in the ward's name.
    Column("access", Text, nullable=False),
    Column("refresh", Text, nullable=False),
    # Goes up with each pair: who renews names the pair that is to be replaced.
    Column("generation", Integer, nullable=False),
    Column("renewed_at", UtcDateTime, nullable=False),
    Column("expires_at", UtcDateTime, nullable=False),
    # Until when somebody alone may use the refresh token. Still set once that is over: nobody knows what came of it.
    Column("leased_until", UtcDateTime),
    # The chain is broken: only a person can mend it.
    Column("broken_at", UtcDateTime),
    Column("why", Text, nullable=False),
)
