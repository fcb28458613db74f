"""What a khóm left to the ward: the files that it sent, and the answers that were asked for."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Table, Text

from bot.domain.entrustments import Entrusted
from storage.tables.base import UtcDateTime, metadata

enclosures = Table(
    "enclosures",
    metadata,
    Column("submission", ForeignKey("submissions.id"), primary_key=True),
    # The question's key; empty for the whole report.
    Column("key", Text, primary_key=True),
    Column("digest", ForeignKey("attachments.digest"), primary_key=True),
    Column("sent_by", ForeignKey("people.id"), nullable=False),
    Column("sent_at", UtcDateTime, nullable=False),
    Column("seen_by", ForeignKey("people.id")),
    Column("seen_at", UtcDateTime),
)
_UNSEEN = enclosures.c.seen_at.is_(None)
Index("ix_enclosures_unseen", enclosures.c.submission, sqlite_where=_UNSEEN, postgresql_where=_UNSEEN)

entrustments = Table(
    "entrustments",
    metadata,
    Column("submission", ForeignKey("submissions.id"), primary_key=True),
    Column("key", Text, primary_key=True),
    Column("question", Text, nullable=False),
    Column("state", Text, nullable=False),
    Column("asked_by", ForeignKey("people.id"), nullable=False),
    Column("asked_at", UtcDateTime, nullable=False),
    Column("entered_by", ForeignKey("people.id")),
    Column("entered_at", UtcDateTime),
    Column("value", Text, nullable=False),
    Column("empty", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("told_at", UtcDateTime),
    Column("settled_by", ForeignKey("people.id")),
    Column("settled_at", UtcDateTime),
)
_OPEN = entrustments.c.state.in_([Entrusted.ASKED.value, Entrusted.ENTERED.value, Entrusted.DISPUTED.value])
# Few are open at any time, however many years there are.
Index("ix_entrustments_open", entrustments.c.submission, sqlite_where=_OPEN, postgresql_where=_OPEN)
