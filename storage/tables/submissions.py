"""What is being filled in, and every sending of it."""

from __future__ import annotations

from sqlalchemy import JSON, Column, ForeignKey, Index, Integer, Table, Text, and_

from bot.domain.submissions import Status
from storage.tables.base import UtcDateTime, id_column, metadata

submissions = Table(
    "submissions",
    metadata,
    id_column(),
    Column("code", Text, nullable=False),
    Column("family", Text, nullable=False),
    Column("form", ForeignKey("forms.id"), nullable=False),
    Column("unit", ForeignKey("units.id"), nullable=False),
    Column("period", ForeignKey("reporting_periods.id"), index=True),
    Column("status", Text, nullable=False),
    Column("filling", JSON, nullable=False),
    Column("author", ForeignKey("people.id"), nullable=False),
    # Whose turn it is to write, and since when, or when they wrote last; NULL: whoever opens it next.
    Column("holder", ForeignKey("people.id")),
    Column("held_at", UtcDateTime),
    Column("created_at", UtcDateTime, nullable=False),
    Column("updated_at", UtcDateTime, nullable=False),
    Column("corrected_at", UtcDateTime),
    # The same case as an earlier period left it.
    Column("carried_from", ForeignKey("submissions.id")),
    Index("ix_submissions_unit_family", "unit", "family"),
    sqlite_autoincrement=True,
)

_IS_KEPT = submissions.c.status != Status.WITHDRAWN.value
_IS_LIVE = and_(submissions.c.period.is_not(None), submissions.c.carried_from.is_(None), _IS_KEPT)
_IS_CARRIED = and_(submissions.c.carried_from.is_not(None), _IS_KEPT)

# A code is given once; what was withdrawn makes room for the same case anew.
Index(
    "uq_submissions_code",
    submissions.c.unit,
    submissions.c.code,
    unique=True,
    sqlite_where=_IS_KEPT,
    postgresql_where=_IS_KEPT,
)

# One live submission per form family, unit and period, cases apart: kept by the database, whoever asks twice at once.
Index(
    "uq_submissions_live",
    submissions.c.family,
    submissions.c.unit,
    submissions.c.period,
    unique=True,
    sqlite_where=_IS_LIVE,
    postgresql_where=_IS_LIVE,
)

# A case goes on once, whoever of the khóm confirms it first.
Index(
    "uq_submissions_carried_from",
    submissions.c.carried_from,
    unique=True,
    sqlite_where=_IS_CARRIED,
    postgresql_where=_IS_CARRIED,
)

closings = Table(
    "closings",
    metadata,
    Column("submission", ForeignKey("submissions.id"), primary_key=True),
    Column("period", ForeignKey("reporting_periods.id"), nullable=False),
    Column("reason", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("closed_by", ForeignKey("people.id"), nullable=False),
    Column("closed_at", UtcDateTime, nullable=False),
)

revisions = Table(
    "revisions",
    metadata,
    Column("submission", ForeignKey("submissions.id"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("form", ForeignKey("forms.id"), nullable=False),
    Column("values", JSON, nullable=False),
    Column("empties", JSON, nullable=False),
    Column("sent_by", ForeignKey("people.id"), nullable=False),
    Column("sent_at", UtcDateTime, nullable=False),
)
