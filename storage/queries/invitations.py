"""Single-use invitations."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select, update

from bot.domain.errors import Missing
from bot.domain.invitations import Invitation
from bot.domain.people import PersonId, Role
from bot.domain.units import UnitId
from storage.dialects.upsert import insert
from storage.queries.base import AnyRow, Queries
from storage.tables import invitations


@dataclass(frozen=True, slots=True, kw_only=True)
class Hashes:
    """What the database keeps of a token and a code, and until when the code is good."""

    token: str
    code: str | None = None
    code_expires_at: datetime | None = None


_c = invitations.c
# Nothing is inserted where another open invitation has the code.
_ADD = insert(invitations).on_conflict_do_nothing().returning(_c.id)
_FIND = select(invitations).where(_c.token_hash == bindparam("hash"))
# Codes come again; of those that had it, only the latest can be open.
_FIND_BY_CODE = select(invitations).where(_c.code_hash == bindparam("hash")).order_by(_c.id.desc()).limit(1)
_GET = select(invitations).where(_c.id == bindparam("id"))
_LOCK = _GET.with_for_update()
_USE = update(invitations).where(_c.id == bindparam("key"), _c.used_at.is_(None), _c.revoked_at.is_(None))
_REVOKE = _USE.values(revoked_at=bindparam("at"))
_REVOKE_OWN = (
    update(invitations)
    .where(
        _c.person == bindparam("whom"),
        _c.created_by == bindparam("whom"),
        _c.used_at.is_(None),
        _c.revoked_at.is_(None),
    )
    .values(revoked_at=bindparam("at"))
)
_REVOKE_FOR = (
    update(invitations)
    .where(
        _c.person == bindparam("whom"),
        _c.unit == bindparam("on_unit"),
        _c.used_at.is_(None),
        _c.revoked_at.is_(None),
    )
    .values(revoked_at=bindparam("at"))
)


class Invitations(Queries):
    """Single-use ways in."""

    __slots__ = ()

    def add(  # noqa: PLR0917 - one column each, in the order of the table
        self,
        hashes: Hashes,
        unit: UnitId,
        role: Role,
        person: PersonId | None,
        expires_at: datetime,
        created_by: PersonId | None,
        at: datetime,
    ) -> int | None:
        """A new invitation; only hashes come here. None, and nothing is kept, if another open one has that code."""
        row = {
            "token_hash": hashes.token,
            "unit": unit,
            "role": role.value,
            "person": person,
            "expires_at": expires_at,
            "created_by": created_by,
            "created_at": at,
            "code_hash": hashes.code,
            "code_expires_at": hashes.code_expires_at,
        }
        id: int | None = self._connection.execute(_ADD, row).scalar_one_or_none()
        return id

    def get(self, id: int) -> Invitation:
        """The invitation, whatever became of it."""
        row = self._connection.execute(_GET, {"id": id}).one_or_none()
        if row is None:
            raise Missing("invitation_unknown")
        return _invitation(row)

    def lock(self, id: int) -> Invitation:
        """The invitation as it is now, which nobody else uses or revokes before the transaction ends."""
        self._locks.rows(self._connection, _LOCK, {"id": id})
        return self.get(id)

    def find(self, token_hash: str) -> Invitation | None:
        """The invitation of that token, used, expired or revoked as it may be."""
        row = self._connection.execute(_FIND, {"hash": token_hash}).one_or_none()
        return None if row is None else _invitation(row)

    def find_by_code(self, code_hash: str) -> Invitation | None:
        """The latest invitation of that code, used, expired or revoked as it may be."""
        row = self._connection.execute(_FIND_BY_CODE, {"hash": code_hash}).one_or_none()
        return None if row is None else _invitation(row)

    def use(self, id: int, person: PersonId, at: datetime) -> bool:
        """Use it up; False if somebody was quicker, or it was revoked."""
        return self._connection.execute(_USE, {"key": id, "used_at": at, "used_by": person}).rowcount == 1

    def revoke(self, id: int, at: datetime) -> bool:
        """Neither its token nor its code lets anybody in any more; False if it was used or revoked before."""
        return self._connection.execute(_REVOKE, {"key": id, "at": at}).rowcount == 1

    def revoke_own(self, person: PersonId, at: datetime) -> None:
        """Revoke the open ones that the person made for himself."""
        self._connection.execute(_REVOKE_OWN, {"whom": person, "at": at})

    def revoke_for(self, person: PersonId, unit: UnitId, at: datetime) -> None:
        """Revoke the open ones that would let the person in on the unit."""
        self._connection.execute(_REVOKE_FOR, {"whom": person, "on_unit": unit, "at": at})


def _invitation(row: AnyRow) -> Invitation:
    return Invitation(
        id=row.id,
        unit=UnitId(row.unit),
        role=Role(row.role),
        person=None if row.person is None else PersonId(row.person),
        expires_at=row.expires_at,
        created_by=None if row.created_by is None else PersonId(row.created_by),
        used_at=row.used_at,
        used_by=None if row.used_by is None else PersonId(row.used_by),
        code_expires_at=row.code_expires_at,
        revoked_at=row.revoked_at,
    )
