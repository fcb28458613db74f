"""Published forms, every version for ever; who is asked to fill them in; and workbooks that may become a version."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, LargeBinary, Table, Text, UniqueConstraint

from storage.tables.base import UtcDateTime, address_columns, id_column, metadata

forms = Table(
    "forms",
    metadata,
    id_column(),
    Column("family", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("title", Text, nullable=False),
    Column("xform", Text, nullable=False),
    Column("source", LargeBinary, nullable=False),
    Column("source_type", Text, nullable=False),
    Column("checksum", Text, nullable=False),
    Column("published_at", UtcDateTime, nullable=False),
    Column("published_by", ForeignKey("people.id")),
    # Whether it came with the product: a later product may replace it, but never what a ward has made of it.
    Column("shipped", Boolean, nullable=False),
    # The first day that it is meant for; NULL: everything that is begun from its publication on.
    Column("starts_on", Date),
    Column("withdrawn_at", UtcDateTime),
    UniqueConstraint("family", "version"),
    sqlite_autoincrement=True,
)

form_assignments = Table(
    "form_assignments",
    metadata,
    id_column(),
    Column("family", Text, nullable=False),
    Column("level", Text, nullable=False),
    Column("period_kind", Text),
    Column("valid_from", Date, nullable=False),
    Column("valid_to", Date),
    sqlite_autoincrement=True,
)

form_proposals = Table(
    "form_proposals",
    metadata,
    id_column(),
    Column("name", Text, nullable=False),
    Column("digest", Text, nullable=False),
    # The family that the officer named, then the one that it is for; blank until one is known.
    Column("family", Text, nullable=False),
    Column("asked_by", ForeignKey("people.id"), nullable=False),
    *address_columns(),
    Column("asked_at", UtcDateTime, nullable=False),
    # open (still to be checked), ready, refused, failed, published or dropped
    Column("status", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("xform", Text, nullable=False),
    Column("source", LargeBinary),
    Column("form", ForeignKey("forms.id")),
    Index("ix_form_proposals_status", "status"),
    sqlite_autoincrement=True,
)
