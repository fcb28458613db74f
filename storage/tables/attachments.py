"""What is known of the files kept under their digest, which concern nobody, and the submissions that show them."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, Table, Text

from storage.tables.base import UtcDateTime, metadata

attachments = Table(
    "attachments",
    metadata,
    Column("digest", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("mime", Text, nullable=False),
    Column("size", Integer),
    Column("owner", ForeignKey("people.id")),
    Column("added_at", UtcDateTime, nullable=False),
)

submission_attachments = Table(
    "submission_attachments",
    metadata,
    Column("submission", ForeignKey("submissions.id"), primary_key=True),
    Column("digest", ForeignKey("attachments.digest"), primary_key=True),
)

public_files = Table(
    "public_files",
    metadata,
    Column("digest", ForeignKey("attachments.digest"), primary_key=True),
    Column("marked_by", ForeignKey("people.id")),
    Column("marked_at", UtcDateTime, nullable=False),
)
