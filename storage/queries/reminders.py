"""Who was reminded of what on which day, who asked to be, and what the officers were told."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from sqlalchemy import bindparam, func, select
from sqlalchemy import insert as insert_rows

from bot.domain.people import PersonId
from bot.domain.periods import PeriodId
from bot.domain.reminders import Reminder, ReportKey
from bot.domain.units import UnitId
from storage.dialects.upsert import insert
from storage.queries.base import Queries
from storage.tables import digests, reminder_items, reminder_wishes, reminders

_items = reminder_items.c
_CLAIM = insert(reminders).on_conflict_do_nothing().returning(reminders.c.id)
_ADD_ITEMS = insert_rows(reminder_items)
_TOLD_ON = select(reminders.c.person).where(reminders.c.day == bindparam("day"))
_joined = reminder_items.join(reminders, reminders.c.id == _items.reminder)
_TOLD_OF = (
    select(reminders.c.person, _items.period, _items.family, _items.unit)
    .select_from(_joined)
    .where(_items.period.in_(bindparam("periods", expanding=True)))
    .distinct()
)
_TOLD_OF_ONE = _TOLD_OF.where(reminders.c.person == bindparam("person"))
_UNITS_TOLD = (
    select(_items.unit)
    .select_from(_joined)
    .where(_items.period.in_(bindparam("periods", expanding=True)), reminders.c.day == bindparam("day"))
    .distinct()
)
_SPENT = (
    select(reminders.c.channel, func.count().label("spent"))
    .where(reminders.c.day >= bindparam("first_day"), reminders.c.day <= bindparam("last_day"))
    .group_by(reminders.c.channel)
)
_WISH = insert(reminder_wishes).on_conflict_do_nothing()
_WISHES = select(reminder_wishes.c.person).where(reminder_wishes.c.day == bindparam("day"))
_CLAIM_DIGEST = insert(digests).on_conflict_do_nothing().returning(digests.c.person)
_LAST_DIGEST = (
    select(digests.c.at).where(digests.c.person == bindparam("person")).order_by(digests.c.day.desc()).limit(1)
)


class Reminders(Queries):
    """The ledger of reminders: a row is written in the transaction that puts the message into the outbox."""

    __slots__ = ()

    def keep(self, reminder: Reminder, day: date, at: datetime, asked_by: PersonId | None = None) -> bool:
        """Write it down; False, and nothing is written, if the person was reminded on that day already."""
        row = {
            "person": reminder.person,
            "day": day,
            "channel": reminder.channel,
            "at": at,
            "asked_by": asked_by,
        }
        key = self._connection.execute(_CLAIM, row).scalar_one_or_none()
        if key is None:
            return False
        rows = [
            {
                "reminder": key,
                "period": item.owed.period,
                "family": item.owed.family,
                "unit": item.owed.unit,
                "kind": item.kind.value,
            }
            for item in reminder.items
        ]
        self._connection.execute(_ADD_ITEMS, rows[0] if len(rows) == 1 else rows)
        return True

    def told_on(self, day: date) -> frozenset[PersonId]:
        """Who was reminded on that day."""
        return frozenset(map(PersonId, self._connection.execute(_TOLD_ON, {"day": day}).scalars()))

    def told_of(
        self, periods: Collection[PeriodId], person: PersonId | None = None
    ) -> frozenset[tuple[PersonId, ReportKey]]:
        """Who was ever reminded of which report of those periods; of one person, if one is named."""
        wanted = {"periods": list(periods)}
        if person is None:
            rows = self._connection.execute(_TOLD_OF, wanted)
        else:
            rows = self._connection.execute(_TOLD_OF_ONE, {**wanted, "person": person})
        return frozenset((PersonId(row.person), (PeriodId(row.period), row.family, UnitId(row.unit))) for row in rows)

    def units_told_on(self, periods: Collection[PeriodId], day: date) -> frozenset[UnitId]:
        """The units of which somebody was reminded of a report of those periods on that day."""
        found = self._connection.execute(_UNITS_TOLD, {"periods": list(periods), "day": day})
        return frozenset(map(UnitId, found.scalars()))

    def spent(self, first_day: date, last_day: date) -> dict[str, int]:
        """How many went out over each channel on those days."""
        rows = self._connection.execute(_SPENT, {"first_day": first_day, "last_day": last_day})
        return {row.channel: row.spent for row in rows}

    def wish(self, person: PersonId, day: date) -> None:
        """The person asks to be reminded on that day; asking twice changes nothing."""
        self._connection.execute(_WISH, {"person": person, "day": day})

    def wishes(self, day: date) -> frozenset[PersonId]:
        """Who asked to be reminded on that day."""
        return frozenset(map(PersonId, self._connection.execute(_WISHES, {"day": day}).scalars()))

    def keep_digest(self, person: PersonId, day: date, at: datetime) -> bool:
        """Write down that the officer was told; False if that was done on that day already."""
        row = {"person": person, "day": day, "at": at}
        return bool(self._connection.execute(_CLAIM_DIGEST, row))

    def last_digest(self, person: PersonId) -> datetime | None:
        """When the officer was told last."""
        found: list[datetime] = self._connection.execute(_LAST_DIGEST, {"person": person}).scalars()
        return found[0] if found else None
