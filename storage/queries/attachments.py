"""What is known of the files that storage/files.py keeps under their digest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from sqlalchemy import bindparam, select

from bot.domain.errors import Missing
from bot.domain.people import PersonId
from bot.domain.submissions import SubmissionId
from bot.messages import Attachment, AttachmentKind
from storage.dialects.upsert import insert
from storage.queries.base import AnyRow, Queries
from storage.tables import attachments, public_files, submission_attachments

_ADD = insert(attachments).on_conflict_do_nothing()
_GET = (
    select(attachments, public_files.c.marked_at)
    .outerjoin(public_files, public_files.c.digest == attachments.c.digest)
    .where(attachments.c.digest == bindparam("digest"))
)
_MAKE_PUBLIC = insert(public_files).on_conflict_do_nothing()
_LINK = insert(submission_attachments).on_conflict_do_nothing()
_OF_SUBMISSION = (
    select(attachments)
    .join(submission_attachments, submission_attachments.c.digest == attachments.c.digest)
    .where(submission_attachments.c.submission == bindparam("submission"))
    .order_by(attachments.c.added_at, attachments.c.digest)
)


class Attachments(Queries):
    """What is known of kept files."""

    __slots__ = ()

    def add(self, attachment: Attachment, owner: PersonId | None, at: datetime) -> None:
        """Note a file that is kept; the same bytes a second time change nothing, whatever they are called now."""
        if attachment.digest is None:
            raise Missing("digest", name=attachment.name)
        row = {
            "digest": attachment.digest,
            "kind": attachment.kind.value,
            "name": attachment.name,
            "mime": attachment.mime,
            "size": attachment.size,
            "owner": owner,
            "added_at": at,
        }
        self._connection.execute(_ADD, row)

    def get(self, digest: str) -> Attachment:
        """The file of that digest; it knows whether it is public."""
        row = self._connection.execute(_GET, {"digest": digest}).one_or_none()
        if row is None:
            raise Missing("attachment", digest=digest)
        return replace(as_attachment(row), public=row.marked_at is not None)

    def make_public(self, digest: str, by: PersonId | None, at: datetime) -> None:
        """From now on whoever has a link may see the file: it concerns nobody, or those in it have agreed."""
        self._connection.execute(_MAKE_PUBLIC, {"digest": digest, "marked_by": by, "marked_at": at})

    def link(self, submission: SubmissionId, digest: str) -> None:
        """The submission shows the file; linking twice changes nothing."""
        self._connection.execute(_LINK, {"submission": submission, "digest": digest})

    def of_submission(self, submission: SubmissionId) -> list[Attachment]:
        """The files that the submission shows, oldest first."""
        return _attachments(self._connection.execute(_OF_SUBMISSION, {"submission": submission}))


def _attachments(rows: Iterable[AnyRow]) -> list[Attachment]:
    return [as_attachment(row) for row in rows]


def as_attachment(row: AnyRow) -> Attachment:
    """The file in a row that has all its columns."""
    return Attachment(
        kind=AttachmentKind(row.kind),
        name=row.name,
        mime=row.mime,
        size=row.size,
        digest=row.digest,
    )
