"""When wards let their people be reminded."""

from __future__ import annotations

from sqlalchemy import bindparam, select

from bot.domain.reminders import Rules
from bot.domain.units import UnitId
from storage.dialects.upsert import insert
from storage.queries.base import Queries
from storage.tables import reminder_rules

_OF = select(reminder_rules).where(reminder_rules.c.ward == bindparam("ward"))
_insert = insert(reminder_rules)
_PUT = _insert.on_conflict_do_update(
    index_elements=[reminder_rules.c.ward],
    set_={column.name: _insert.excluded[column.name] for column in reminder_rules.c if column.name != "ward"},
)


class ReminderRules(Queries):
    """One row per ward that has changed anything."""

    __slots__ = ()

    def of(self, ward: UnitId) -> Rules:
        """The ward's rules; the usual ones until it changes any."""
        row = self._connection.execute(_OF, {"ward": ward}).one_or_none()
        if row is None:
            return Rules()
        return Rules(
            enabled=row.enabled,
            from_hour=row.from_hour,
            until_hour=row.until_hour,
            weekends=row.weekends,
            holidays=row.holidays,
        )

    def put(self, ward: UnitId, rules: Rules) -> None:
        """From now on these."""
        row = {
            "ward": ward,
            "enabled": rules.enabled,
            "from_hour": rules.from_hour,
            "until_hour": rules.until_hour,
            "weekends": rules.weekends,
            "holidays": rules.holidays,
        }
        self._connection.execute(_PUT, row)
