"""Who was given a link to a kept file, and what was done with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, delete, func, insert, select, update

from bot.domain.errors import Missing
from bot.messages import Address, Attachment
from storage.queries.addresses import as_address, place
from storage.queries.base import AnyRow, Queries
from storage.tables import file_fetches, file_links


@dataclass(frozen=True, slots=True, kw_only=True)
class GivenLink:
    """One link, as it is now."""

    id: int
    address: Address
    digest: str
    name: str
    public: bool
    expires_at: datetime
    wrong: int
    """Wrong codes that were given."""
    opened_at: datetime | None
    """When the right code was first given."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """One thing that was done with a link; `client` is a shortened network address."""

    at: datetime
    what: str
    client: str


_ADD = insert(file_links).returning(file_links.c.id)
_FIND = select(file_links).where(file_links.c.id == bindparam("key"))
_MAY_BE_TRIED = (file_links.c.id == bindparam("key"), file_links.c.wrong < bindparam("most"))
_OPEN = (
    update(file_links)
    .where(*_MAY_BE_TRIED)
    .values(opened_at=func.coalesce(file_links.c.opened_at, bindparam("now", type_=file_links.c.opened_at.type)))
    .returning(*file_links.c)
)
_REFUSE = update(file_links).where(*_MAY_BE_TRIED).values(wrong=file_links.c.wrong + 1).returning(*file_links.c)
_NOTE = insert(file_fetches)
_FETCHES = select(file_fetches).where(file_fetches.c.link == bindparam("link")).order_by(file_fetches.c.id)
_IS_OLD = file_links.c.expires_at < bindparam("before")
_FORGET_FETCHES = delete(file_fetches).where(file_fetches.c.link.in_(select(file_links.c.id).where(_IS_OLD)))
_FORGET = delete(file_links).where(_IS_OLD)


class FileLinks(Queries):
    """Links to kept files."""

    __slots__ = ()

    def give(self, address: Address, file: Attachment, expires_at: datetime, at: datetime) -> int:
        """A new link for whoever is at that address; its number."""
        if file.digest is None:
            raise Missing("digest", name=file.name)
        row = {
            **place(address),
            "digest": file.digest,
            "name": file.name,
            "public": file.public,
            "given_at": at,
            "expires_at": expires_at,
            "wrong": 0,
        }
        return int(self._connection.execute(_ADD, row).scalar_one())

    def find(self, id: int) -> GivenLink | None:
        """The link of that number."""
        return _link(self._connection.execute(_FIND, {"key": id}).one_or_none())

    def open(self, id: int, most_wrong: int, at: datetime) -> GivenLink | None:
        """The code was right, now or earlier; None if there were as many wrong ones before."""
        return _link(self._connection.execute(_OPEN, {"key": id, "most": most_wrong, "now": at}).one_or_none())

    def refuse(self, id: int, most_wrong: int) -> GivenLink | None:
        """One more wrong code; None if there were as many before."""
        return _link(self._connection.execute(_REFUSE, {"key": id, "most": most_wrong}).one_or_none())

    def note(self, link: int, what: str, client: str, at: datetime) -> None:
        """Something was done with it."""
        self._connection.execute(_NOTE, {"link": link, "at": at, "what": what, "client": client})

    def fetches(self, link: int) -> list[Fetched]:
        """What was done with it, oldest first."""
        rows = self._connection.execute(_FETCHES, {"link": link})
        return [Fetched(at=row.at, what=row.what, client=row.client) for row in rows]

    def forget(self, before: datetime) -> None:
        """Links that expired before then, with what was done with them."""
        self._connection.execute(_FORGET_FETCHES, {"before": before})
        self._connection.execute(_FORGET, {"before": before})


def _link(row: AnyRow | None) -> GivenLink | None:
    if row is None:
        return None
    return GivenLink(
        id=row.id,
        address=as_address(row),
        digest=row.digest,
        name=row.name,
        public=row.public,
        expires_at=row.expires_at,
        wrong=row.wrong,
        opened_at=row.opened_at,
    )
