"""Single-use invitations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, insert, select, update

from bot.domain.people import PersonId, Role
from bot.domain.units import UnitId
from storage.queries.base import AnyRow, Queries
from storage.tables import invitations


@dataclass(frozen=True, slots=True, kw_only=True)
class Invitation:
    """A way in, for whoever first brings its token, or for one known person."""

    id: int
    unit: UnitId
    role: Role
    person: PersonId | None
    expires_at: datetime
    used_at: datetime | None
    used_by: PersonId | None


_ADD = insert(invitations).returning(invitations.c.id)
_FIND = select(invitations).where(invitations.c.token_hash == bindparam("hash"))
_USE = update(invitations).where(invitations.c.id == bindparam("key"), invitations.c.used_at.is_(None))


class Invitations(Queries):
    """Single-use ways in."""

    __slots__ = ()

    def add(  # noqa: PLR0917 - one column each, in the order of the table
        self,
        token_hash: str,
        unit: UnitId,
        role: Role,
        person: PersonId | None,
        expires_at: datetime,
        created_by: PersonId | None,
        at: datetime,
    ) -> int:
        """A new invitation; only the hash of its token comes here."""
        row = {
            "token_hash": token_hash,
            "unit": unit,
            "role": role.value,
            "person": person,
            "expires_at": expires_at,
            "created_by": created_by,
            "created_at": at,
        }
        return int(self._connection.execute(_ADD, row).scalar_one())

    def find(self, token_hash: str) -> Invitation | None:
        """The invitation of that token, used or expired as it may be."""
        row = self._connection.execute(_FIND, {"hash": token_hash}).one_or_none()
        return None if row is None else _invitation(row)

    def use(self, id: int, person: PersonId, at: datetime) -> bool:
        """Use it up; False if somebody was quicker."""
        return self._connection.execute(_USE, {"key": id, "used_at": at, "used_by": person}).rowcount == 1


def _invitation(row: AnyRow) -> Invitation:
    return Invitation(
        id=row.id,
        unit=UnitId(row.unit),
        role=Role(row.role),
        person=None if row.person is None else PersonId(row.person),
        expires_at=row.expires_at,
        used_at=row.used_at,
        used_by=None if row.used_by is None else PersonId(row.used_by),
    )
