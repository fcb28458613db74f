"""Workbooks that an officer sent, until each is refused, dropped, or published as the next version of a form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import bindparam, insert, select, update

from bot.domain.errors import Missing
from bot.domain.people import PersonId
from bot.domain.submissions import FormId
from bot.messages import Address
from storage.queries.addresses import as_address, place
from storage.queries.base import AnyRow, Queries
from storage.tables import form_proposals as proposals


class ProposalStatus(StrEnum):
    """How far a workbook has come."""

    OPEN = "open"
    """Still to be checked."""
    READY = "ready"
    """Found in order: it may be tried, published or dropped."""
    REFUSED = "refused"
    FAILED = "failed"
    PUBLISHED = "published"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """One workbook, and where its sender waits for the answer."""

    id: int
    name: str
    """As the file is called."""
    digest: str
    family: str
    """Blank until it is known."""
    by: PersonId
    address: Address
    asked_at: datetime
    status: ProposalStatus
    title: str
    xform: str
    form: FormId | None
    """The version that it has become."""


_COLUMNS = tuple(column for column in proposals.c if column.name != "source")
_ADD = insert(proposals).returning(*_COLUMNS)
_GET = select(*_COLUMNS).where(proposals.c.id == bindparam("id"))
_SOURCE = select(proposals.c.source).where(proposals.c.id == bindparam("id"))
_OPEN = select(*_COLUMNS).where(proposals.c.status == ProposalStatus.OPEN.value).order_by(proposals.c.id)
_CHANGE = update(proposals).where(proposals.c.id == bindparam("key"), proposals.c.status == bindparam("before"))
_NAME = update(proposals).where(proposals.c.id == bindparam("key")).values(family=bindparam("named"))


class Proposals(Queries):
    """Workbooks that may become a version of a form."""

    __slots__ = ()

    def add(  # noqa: PLR0917 - one column each, in the order of the table
        self, name: str, digest: str, family: str, by: PersonId, address: Address, at: datetime
    ) -> Proposal:
        """A workbook that is still to be checked."""
        row = {
            "name": name,
            "digest": digest,
            "family": family,
            "asked_by": by,
            **place(address),
            "asked_at": at,
            "status": ProposalStatus.OPEN.value,
            "title": "",
            "xform": "",
        }
        return _proposal(self._connection.execute(_ADD, row).one())

    def get(self, id: int) -> Proposal:
        """The proposal of that number."""
        row = self._connection.execute(_GET, {"id": id}).one_or_none()
        if row is None:
            raise Missing("proposal", id=id)
        return _proposal(row)

    def source(self, id: int) -> bytes:
        """The workbook of a proposal that is ready."""
        source: bytes | None = self._connection.execute(_SOURCE, {"id": id}).scalar_one_or_none()
        if source is None:
            raise Missing("proposal", id=id)
        return source

    def open(self) -> list[Proposal]:
        """What is still to be checked, oldest first."""
        return [_proposal(row) for row in self._connection.execute(_OPEN)]

    def ready(self, id: int, *, family: str, title: str, xform: str, source: bytes) -> bool:
        """It is in order; False if another process was faster."""
        return self._change(
            id, ProposalStatus.OPEN, ProposalStatus.READY, family=family, title=title, xform=xform, source=source
        )

    def refused(self, id: int, status: ProposalStatus = ProposalStatus.REFUSED) -> bool:
        """It is not in order, or (FAILED) could not be looked at; False if another process was faster."""
        return self._change(id, ProposalStatus.OPEN, status)

    def name(self, id: int, family: str) -> None:
        """Say which family it is for."""
        self._connection.execute(_NAME, {"key": id, "named": family})

    def published(self, id: int, form: FormId) -> bool:
        """It has become that version; False if it was settled before."""
        return self._change(id, ProposalStatus.READY, ProposalStatus.PUBLISHED, form=form, source=None)

    def dropped(self, id: int) -> bool:
        """It is not wanted; False if it was settled before."""
        return self._change(id, ProposalStatus.READY, ProposalStatus.DROPPED, source=None, xform="")

    def _change(self, id: int, before: ProposalStatus, after: ProposalStatus, **columns: object) -> bool:
        row = {"key": id, "before": before.value, "status": after.value, **columns}
        return self._connection.execute(_CHANGE, row).rowcount == 1


def _proposal(row: AnyRow) -> Proposal:
    return Proposal(
        id=row.id,
        name=row.name,
        digest=row.digest,
        family=row.family,
        by=PersonId(row.asked_by),
        address=as_address(row),
        asked_at=row.asked_at,
        status=ProposalStatus(row.status),
        title=row.title,
        xform=row.xform,
        form=None if row.form is None else FormId(row.form),
    )
