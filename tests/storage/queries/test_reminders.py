"""The ledger of reminders: one row per person and day, whoever writes it, and what can be asked of it."""

from __future__ import annotations

from datetime import date, timedelta

from bot.domain.people import PersonId
from bot.domain.reminders import Item, Kind, Owed, Reminder, Rules, Standing
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.world import LATER, NOW, TODAY, World, settle

TOMORROW = TODAY + timedelta(days=1)


def owed(world: World, family: str = "khom_dinh_ky") -> Owed:
    """What Khóm 1 owes."""
    return Owed(
        period=world.period.id,
        family=family,
        unit=world.khom,
        opens_on=world.period.opens_on,
        due_on=world.period.khom_due_on,
        standing=Standing.NOT_BEGUN,
    )


def reminder(world: World, *families: str, channel: str = "telegram") -> Reminder:
    """To Lan, of one form or several."""
    items = [Item(owed=owed(world, family), kind=Kind.EVE) for family in families or ("khom_dinh_ky",)]
    return Reminder(person=world.lan, channel=channel, items=tuple(items))


async def test_a_person_is_written_down_once_a_day(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        assert tx.reminders.keep(reminder(world), TODAY, NOW)
        assert not tx.reminders.keep(reminder(world, channel="web"), TODAY, LATER, world.lan)
        assert tx.reminders.keep(reminder(world), TOMORROW, NOW, world.lan)
        assert tx.reminders.told_on(TODAY) == {world.lan}
        assert tx.reminders.spent(TODAY, TOMORROW) == {"telegram": 2}
        assert tx.reminders.spent(TOMORROW, TOMORROW) == {"telegram": 1}
        assert tx.reminders.spent(date(2021, 1, 1), date(2021, 1, 31)) == {}

    await store.transact(work)


async def test_it_is_known_of_what_and_where(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        tx.reminders.keep(reminder(world, "khom_dinh_ky", "cham_diem_khom"), TODAY, NOW)
        keys = {(world.lan, owed(world, family).key) for family in ("khom_dinh_ky", "cham_diem_khom")}
        periods = [world.period.id]
        assert tx.reminders.told_of(periods) == tx.reminders.told_of(periods, world.lan) == keys
        assert tx.reminders.told_of(periods, PersonId(999)) == tx.reminders.told_of([]) == frozenset()
        assert tx.reminders.units_told_on(periods, TODAY) == {world.khom}
        assert tx.reminders.units_told_on(periods, TOMORROW) == frozenset()

    await store.transact(work)


async def test_a_wish_holds_for_its_day(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        tx.reminders.wish(world.lan, TOMORROW)
        tx.reminders.wish(world.lan, TOMORROW)
        assert tx.reminders.wishes(TOMORROW) == {world.lan}
        assert tx.reminders.wishes(TODAY) == frozenset()

    await store.transact(work)


async def test_an_officer_is_told_once_a_day(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        assert tx.reminders.last_digest(world.lan) is None
        assert tx.reminders.keep_digest(world.lan, TODAY, NOW)
        assert not tx.reminders.keep_digest(world.lan, TODAY, LATER)
        assert tx.reminders.last_digest(world.lan) == NOW
        assert tx.reminders.keep_digest(world.lan, TOMORROW, LATER)
        assert tx.reminders.last_digest(world.lan) == LATER

    await store.transact(work)


async def test_a_ward_has_the_usual_rules_until_it_changes_them(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        assert tx.reminder_rules.of(world.ward) == Rules()
        for rules in (Rules(enabled=False, from_hour=6, until_hour=20), Rules(weekends=True, holidays=True)):
            tx.reminder_rules.put(world.ward, rules)
            assert tx.reminder_rules.of(world.ward) == rules

    await store.transact(work)
