"""Exports that people asked for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, insert, select, update

from bot.domain.people import PersonId
from bot.messages import Address
from storage.queries.addresses import as_address, place
from storage.queries.base import Queries
from storage.tables import exports


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportRequest:
    """An export still to be made, and where it is waited for."""

    id: int
    what: str
    params: Mapping[str, Any]
    by: PersonId
    address: Address
    asked_at: datetime


_REQUEST = insert(exports).returning(exports.c.id)
_OPEN = select(exports).where(exports.c.status == "open").order_by(exports.c.id)
_SETTLE = update(exports).where(exports.c.id == bindparam("key"), exports.c.status == "open")


class Exports(Queries):
    """Exports that were asked for."""

    __slots__ = ()

    def request(self, what: str, params: Mapping[str, Any], by: PersonId, address: Address, at: datetime) -> int:
        """Ask for an export, to be sent to that address."""
        row = {
            "what": what,
            "params": dict(params),
            "asked_by": by,
            **place(address),
            "asked_at": at,
            "status": "open",
            "error": "",
        }
        return int(self._connection.execute(_REQUEST, row).scalar_one())

    def open_requests(self) -> list[ExportRequest]:
        """What is still to be made, oldest first."""
        return [
            ExportRequest(
                id=row.id,
                what=row.what,
                params=row.params,
                by=PersonId(row.asked_by),
                address=as_address(row),
                asked_at=row.asked_at,
            )
            for row in self._connection.execute(_OPEN)
        ]

    def done(self, id: int, digest: str, at: datetime) -> bool:
        """It is made and kept under that digest; False if another process was faster."""
        made = self._connection.execute(_SETTLE, {"key": id, "status": "done", "digest": digest, "done_at": at})
        return made.rowcount == 1

    def failed(self, id: int, error: str) -> bool:
        """It cannot be made, and is not tried again; False if another process has settled it."""
        return self._connection.execute(_SETTLE, {"key": id, "status": "failed", "error": error}).rowcount == 1
