"""The files that a khóm sent with a submission, for one question or for all of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, select, update

from bot.domain.people import PersonId
from bot.domain.submissions import SubmissionId
from bot.messages import Attachment
from storage.dialects.upsert import insert
from storage.queries.attachments import as_attachment
from storage.queries.base import AnyRow, Queries
from storage.tables import attachments, enclosures, people


@dataclass(frozen=True, slots=True, kw_only=True)
class Enclosure:
    """A file that was sent with a submission."""

    file: Attachment
    key: str
    """Of the question that it was sent for; blank for the whole report."""
    sent_by_name: str
    sent_at: datetime
    seen: bool
    """Whether somebody of the ward has opened it."""


_ADD = insert(enclosures).on_conflict_do_nothing()
_OF = (
    select(enclosures, attachments.c.kind, attachments.c.name, attachments.c.mime, attachments.c.size)
    .add_columns(people.c.name.label("sent_by_name"))
    .join(attachments, attachments.c.digest == enclosures.c.digest)
    .join(people, people.c.id == enclosures.c.sent_by)
    .where(enclosures.c.submission == bindparam("submission"))
    .order_by(enclosures.c.sent_at, enclosures.c.digest)
)
_SEEN = (
    update(enclosures)
    .where(
        enclosures.c.submission == bindparam("of"),
        enclosures.c.digest == bindparam("file"),
        enclosures.c.seen_at.is_(None),
    )
    .values(seen_by=bindparam("by"), seen_at=bindparam("at"))
)
_FORGET = delete(enclosures).where(enclosures.c.submission == bindparam("of"))


class Enclosures(Queries):
    """Files that were sent instead of typed answers."""

    __slots__ = ()

    def add(self, submission: SubmissionId, key: str, digest: str, by: PersonId, at: datetime) -> None:
        """The file belongs to the question; the same file for the same question again changes nothing."""
        row = {"submission": submission, "key": key, "digest": digest, "sent_by": by, "sent_at": at}
        self._connection.execute(_ADD, row)

    def of(self, submission: SubmissionId) -> list[Enclosure]:
        """The submission's files, oldest first."""
        return [_enclosure(row) for row in self._connection.execute(_OF, {"submission": submission})]

    def seen(self, submission: SubmissionId, digest: str, by: PersonId, at: datetime) -> None:
        """Somebody of the ward has opened the file; who was first is kept."""
        self._connection.execute(_SEEN, {"of": submission, "file": digest, "by": by, "at": at})

    def forget(self, submission: SubmissionId) -> None:
        """The submission was given up: nothing of what was sent with it is shown any more."""
        self._connection.execute(_FORGET, {"of": submission})


def _enclosure(row: AnyRow) -> Enclosure:
    return Enclosure(
        file=as_attachment(row),
        key=row.key,
        sent_by_name=row.sent_by_name,
        sent_at=row.sent_at,
        seen=row.seen_at is not None,
    )
