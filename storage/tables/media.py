"""The pictures, sounds and films that a form shows: those of each published version, and those of a proposal."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from storage.tables.base import id_column, metadata

form_media = Table(
    "form_media",
    metadata,
    Column("form", ForeignKey("forms.id"), primary_key=True),
    # As the form names it.
    Column("name", Text, primary_key=True),
    Column("digest", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("mime", Text, nullable=False),
    Column("size", Integer, nullable=False),
)

proposal_media = Table(
    "proposal_media",
    metadata,
    id_column(),
    Column("proposal", ForeignKey("form_proposals.id"), nullable=False),
    # As it was sent, blank for a photo without a name; once it is taken, as the form names it.
    Column("name", Text, nullable=False),
    Column("digest", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("mime", Text, nullable=False),
    Column("size", Integer, nullable=False),
    # open (still to be looked at), taken or refused
    Column("status", Text, nullable=False),
    Index("ix_proposal_media_proposal", "proposal"),
    sqlite_autoincrement=True,
)
