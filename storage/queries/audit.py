"""The audit log: rows are gathered during the work and chained by their hashes as the last step before the COMMIT."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import bindparam, insert, select

from bot.domain.people import PersonId
from storage.dialects.direct import Direct
from storage.dialects.json_text import canonical, dumps
from storage.dialects.locks import Locks
from storage.queries.base import AnyRow, Queries
from storage.tables import audit_entries

BEGINNING = "0" * 64
"""What the first row has for the hash of the row before it."""

_PAGE = 1000
"""Rows read at a time when the chain is checked: a log of ten years does not fit in memory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One change: who (None is the program itself) did what to which subject ("submission:12")."""

    at: datetime
    actor: PersonId | None
    action: str
    subject: str
    detail: Mapping[str, Any]

    def hash_after(self, previous: str) -> str:
        """The hash that chains this entry to the one before."""
        content = {
            "previous": previous,
            "at": self.at.astimezone(UTC).isoformat(timespec="microseconds"),
            "actor": self.actor,
            "action": self.action,
            "subject": self.subject,
            "detail": self.detail,
        }
        return hashlib.sha256(canonical(content).encode()).hexdigest()


_ADD = insert(audit_entries)
_LAST_HASH = select(audit_entries.c.hash).order_by(audit_entries.c.id.desc()).limit(1)
_ABOUT = select(audit_entries).where(audit_entries.c.subject == bindparam("about")).order_by(audit_entries.c.id)
_PAGE_AFTER = (
    select(audit_entries).where(audit_entries.c.id > bindparam("after")).order_by(audit_entries.c.id).limit(_PAGE)
)


class Audit(Queries):
    """Who changed what."""

    __slots__ = ("gathered",)

    def __init__(self, connection: Direct, locks: Locks) -> None:
        super().__init__(connection, locks)
        self.gathered: list[AuditEntry] = []

    def record(
        self, at: datetime, actor: PersonId | None, action: str, subject: str, detail: Mapping[str, Any]
    ) -> None:
        """Note a change; `detail` is plain JSON. It is written if, and only if, the transaction is committed."""
        # What cannot be written (no plain JSON, no time zone) must fail here, not in a COMMIT shared with others.
        if at.tzinfo is None:
            raise ValueError("an audit entry needs a moment with a time zone")
        # Two writers look at it: one for the hash, one for the column.
        canonical(detail)
        dumps(detail)
        self.gathered.append(AuditEntry(at=at, actor=actor, action=action, subject=subject, detail=detail))

    def about(self, subject: str) -> list[AuditEntry]:
        """What was done to the subject, oldest first."""
        return [_entry(row) for row in self._connection.execute(_ABOUT, {"about": subject})]

    def verify(self) -> int | None:
        """The id of the first row that does not follow from the row before it; None if the chain is whole."""
        previous, after = BEGINNING, 0
        while rows := self._connection.execute(_PAGE_AFTER, {"after": after}):
            for row in rows:
                if row.prev_hash != previous or row.hash != _entry(row).hash_after(previous):
                    return int(row.id)
                previous, after = row.hash, row.id
        return None


def write(connection: Direct, locks: Locks, entries: Sequence[AuditEntry]) -> None:
    """Append the entries to the chain; the lock makes others wait for our COMMIT, so the chain has one end."""
    if not entries:
        return
    locks.name(connection, "audit")
    previous = connection.execute(_LAST_HASH).scalar_one_or_none() or BEGINNING
    rows = []
    for entry in entries:
        following = entry.hash_after(previous)
        rows.append(
            {
                "at": entry.at,
                "actor": entry.actor,
                "action": entry.action,
                "subject": entry.subject,
                "detail": dict(entry.detail),
                "prev_hash": previous,
                "hash": following,
            }
        )
        previous = following
    connection.execute(_ADD, rows[0] if len(rows) == 1 else rows)


def _entry(row: AnyRow) -> AuditEntry:
    return AuditEntry(
        at=row.at,
        actor=None if row.actor is None else PersonId(row.actor),
        action=row.action,
        subject=row.subject,
        detail=row.detail,
    )
