"""Which files a form shows: those of a published version, and those that were sent for a proposal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from sqlalchemy import bindparam, insert, select, update

from bot.domain.submissions import FormId
from bot.messages import Attachment, AttachmentKind
from storage.dialects.upsert import insert as upsert
from storage.queries.base import AnyRow, Queries
from storage.queries.proposals import ProposalStatus
from storage.tables import form_media, form_proposals, proposal_media


class MediaStatus(StrEnum):
    """What became of a file that was sent for a proposal."""

    OPEN = "open"
    """Still to be looked at."""
    TAKEN = "taken"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class SentMedium:
    """A file that was sent for a proposal and that nobody has looked at."""

    id: int
    proposal: int
    file: Attachment


_OF_FORM = select(form_media).where(form_media.c.form == bindparam("form")).order_by(form_media.c.name)
_KEEP = upsert(form_media).on_conflict_do_nothing()
_ADD = insert(proposal_media)
_OF_PROPOSAL = (
    select(proposal_media)
    .where(proposal_media.c.proposal == bindparam("proposal"), proposal_media.c.status == bindparam("status"))
    .order_by(proposal_media.c.id)
)
_WAITING = (
    select(proposal_media.c.proposal)
    .join(form_proposals, form_proposals.c.id == proposal_media.c.proposal)
    .where(
        proposal_media.c.status == MediaStatus.OPEN.value,
        form_proposals.c.status == ProposalStatus.READY.value,
    )
    .distinct()
)
_IS_OPEN = (proposal_media.c.id == bindparam("key"), proposal_media.c.status == MediaStatus.OPEN.value)
_TAKE = update(proposal_media).where(*_IS_OPEN)


class Media(Queries):
    """The files of forms."""

    __slots__ = ()

    def of_form(self, form: FormId) -> dict[str, Attachment]:
        """The files of a published version, by the names that it gives them; everybody who is asked may see them."""
        return {
            row.name: replace(_file(row), public=True) for row in self._connection.execute(_OF_FORM, {"form": form})
        }

    def keep(self, form: FormId, files: Iterable[Attachment]) -> None:
        """These are the version's files; a second time changes nothing."""
        for file in files:
            self._connection.execute(_KEEP, {"form": form, **_columns(file)})

    def add(self, proposal: int, file: Attachment, status: MediaStatus = MediaStatus.OPEN) -> None:
        """A file was sent for the proposal."""
        self._connection.execute(_ADD, {"proposal": proposal, "status": status.value, **_columns(file)})

    def waiting(self) -> list[int]:
        """The proposals in order for which files came that nobody has looked at."""
        return list(self._connection.execute(_WAITING).scalars())

    def open_of(self, proposal: int) -> list[SentMedium]:
        """What came for the proposal and is still to be looked at, oldest first."""
        rows = self._connection.execute(_OF_PROPOSAL, {"proposal": proposal, "status": MediaStatus.OPEN.value})
        return [SentMedium(id=row.id, proposal=row.proposal, file=_file(row)) for row in rows]

    def of_proposal(self, proposal: int) -> dict[str, Attachment]:
        """The files that were taken for the proposal, by the names that its form gives them; the newest of each."""
        rows = self._connection.execute(_OF_PROPOSAL, {"proposal": proposal, "status": MediaStatus.TAKEN.value})
        return {row.name: _file(row) for row in rows}

    def taken(self, id: int, file: Attachment) -> bool:
        """The file is good, and called like this in the form; False if another process was faster."""
        row = {"key": id, "status": MediaStatus.TAKEN.value, **_columns(file)}
        return self._connection.execute(_TAKE, row).rowcount == 1

    def refused(self, id: int) -> bool:
        """The file cannot be used; False if another process was faster."""
        return self._connection.execute(_TAKE, {"key": id, "status": MediaStatus.REFUSED.value}).rowcount == 1

    def carry_over(self, before: int, after: int) -> None:
        """What was sent for one proposal is there for the next one too."""
        for status in (MediaStatus.TAKEN, MediaStatus.OPEN):
            for row in self._connection.execute(_OF_PROPOSAL, {"proposal": before, "status": status.value}):
                self.add(after, _file(row), status)


def _columns(file: Attachment) -> dict[str, object]:
    return {
        "name": file.name,
        "digest": file.digest,
        "kind": file.kind.value,
        "mime": file.mime,
        "size": file.size or 0,
    }


def _file(row: AnyRow) -> Attachment:
    return Attachment(kind=AttachmentKind(row.kind), name=row.name, mime=row.mime, size=row.size, digest=row.digest)
