"""What units promised to reach."""

from __future__ import annotations

from datetime import date

from sqlalchemy import bindparam, insert, select

from bot.domain.targets import Target
from bot.domain.units import UnitId
from storage.queries.base import Queries
from storage.queries.validity import holds_on_day
from storage.tables import targets

_ADD = insert(targets)
_OF = select(targets).where(targets.c.unit == bindparam("unit"), holds_on_day(targets)).order_by(targets.c.id)


class Targets(Queries):
    """What units promised."""

    __slots__ = ()

    def add(self, target: Target) -> None:
        """A new promise; an earlier one for the same indicator and days stays, to be ended by its own date."""
        row = {
            "unit": target.unit,
            "indicator": target.indicator,
            "amount": target.amount,
            "out_of": target.out_of,
            "valid_from": target.valid_from,
            "valid_to": target.valid_to,
            "source": target.source,
        }
        self._connection.execute(_ADD, row)

    def of(self, unit: UnitId, day: date) -> list[Target]:
        """The promises of exactly that unit that count on that day, in the order in which they were made."""
        return [
            Target(
                unit=UnitId(row.unit),
                indicator=row.indicator,
                amount=row.amount,
                out_of=row.out_of,
                valid_from=row.valid_from,
                valid_to=row.valid_to,
                source=row.source,
            )
            for row in self._connection.execute(_OF, {"unit": unit, "day": day})
        ]
