"""The dated tree of units."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import bindparam, insert, select

from bot.domain.errors import Conflict, Missing
from bot.domain.units import Level, Unit, UnitId
from storage.dialects import upsert
from storage.queries.base import AnyRow, Queries
from storage.queries.validity import holds_on_day
from storage.tables import unit_successions, units

_ALL = select(units)
_ADD = upsert.insert(units).on_conflict_do_nothing().returning(units.c.id)
_GET = _ALL.where(units.c.id == bindparam("id"))
_BY_CODE = _ALL.where(units.c.code == bindparam("code"))
_IN_ORDER = (units.c.position, units.c.id)
_CHILDREN = _ALL.where(units.c.parent == bindparam("parent"), holds_on_day(units)).order_by(*_IN_ORDER)
_WARDS = _ALL.where(units.c.level == Level.WARD.value, holds_on_day(units)).order_by(*_IN_ORDER)
_ADD_SUCCESSION = insert(unit_successions)

_own = select(units.c.id.label("unit"), units.c.id.label("heir")).where(
    units.c.id.in_(bindparam("units", expanding=True))
)
_line = _own.cte("line", recursive=True)
# UNION, not UNION ALL: a unit that comes twice is followed once.
_line = _line.union(
    select(unit_successions.c.predecessor, _line.c.heir).join(_line, unit_successions.c.successor == _line.c.unit)
)
_LINEAGE = select(_line.c.unit, _line.c.heir).join(units, units.c.id == _line.c.heir).order_by(*_IN_ORDER)


class Units(Queries):
    """The dated tree."""

    __slots__ = ()

    def add(  # noqa: PLR0917 - one column each, in the order of the table
        self,
        code: str,
        name: str,
        level: Level,
        parent: UnitId | None,
        valid_from: date,
        valid_to: date | None = None,
        position: int = 0,
    ) -> UnitId:
        """A new unit; Conflict("unit_code") if the code is taken."""
        row = {
            "code": code,
            "name": name,
            "level": level.value,
            "parent": parent,
            "valid_from": valid_from,
            "valid_to": valid_to,
            "position": position,
        }
        id = self._connection.execute(_ADD, row).scalar_one_or_none()
        if id is None:
            raise Conflict("unit_code", code=code)
        return UnitId(id)

    def get(self, id: UnitId) -> Unit:
        """The unit of that id."""
        row = self._connection.execute(_GET, {"id": id}).one_or_none()
        if row is None:
            raise Missing("unit", id=id)
        return as_unit(row)

    def by_code(self, code: str) -> Unit | None:
        """The unit of that code."""
        row = self._connection.execute(_BY_CODE, {"code": code}).one_or_none()
        return None if row is None else as_unit(row)

    def children(self, parent: UnitId, day: date) -> list[Unit]:
        """The units below it on that day, in their order."""
        return [as_unit(row) for row in self._connection.execute(_CHILDREN, {"parent": parent, "day": day})]

    def wards(self, day: date) -> list[Unit]:
        """All wards of that day."""
        return [as_unit(row) for row in self._connection.execute(_WARDS, {"day": day})]

    def add_succession(self, predecessor: UnitId, successor: UnitId, on: date) -> None:
        """One unit went over into another: a merge has many predecessors, a split many successors."""
        self._connection.execute(
            _ADD_SUCCESSION, {"predecessor": predecessor, "successor": successor, "happened_on": on}
        )

    def lineage(self, heirs: Collection[UnitId]) -> dict[UnitId, UnitId]:
        """Those units, and all that went over into them in whatever steps, each with its heir among them.

        A unit that was split has the first of its heirs; one that is itself among them is its own.
        """
        found: dict[UnitId, UnitId] = {unit: unit for unit in heirs}
        for row in self._connection.execute(_LINEAGE, {"units": list(heirs)}):
            found.setdefault(UnitId(row.unit), UnitId(row.heir))
        return found


def as_unit(row: AnyRow) -> Unit:
    """The unit in a row of the table."""
    return Unit(
        id=UnitId(row.id),
        code=row.code,
        name=row.name,
        level=Level(row.level),
        parent=None if row.parent is None else UnitId(row.parent),
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        position=row.position,
    )
