"""A head may be reminded again on the next working day, as long as that is not too late and the ward reminds at all."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from bot.actions.installation import create_sample
from bot.actions.putting_off import put_off
from bot.actions.reminder_rules import change_rules
from bot.clock import VIETNAM
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.actions.test_publishing import head, officer

FOUNDED = datetime(2020, 12, 1, 9, tzinfo=VIETNAM)
DUE = date(2020, 12, 18)
"""A Friday."""


@pytest.mark.parametrize(
    ("today", "again"), [(11, date(2020, 12, 14)), (16, date(2020, 12, 17)), (17, DUE), (18, None), (21, None)]
)
async def test_the_due_day_itself_is_not_too_late(sqlite_store: Store, today: int, again: date | None) -> None:
    def work(tx: Transaction) -> None:
        create_sample(tx, FOUNDED)
        assert put_off(tx, head(tx), datetime(2020, 12, today, 8, tzinfo=VIETNAM)) == (True, again)

    await sqlite_store.transact(work)


async def test_where_the_ward_does_not_remind_nothing_can_be_put_off(sqlite_store: Store) -> None:
    def work(tx: Transaction) -> None:
        create_sample(tx, FOUNDED)
        (ward,) = tx.units.wards(DUE)
        change_rules(tx, by=officer(tx), ward=ward, at=FOUNDED, enabled=False)
        assert put_off(tx, head(tx), datetime(2020, 12, 16, 8, tzinfo=VIETNAM)) == (True, None)

    await sqlite_store.transact(work)
