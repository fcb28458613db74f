"""Reminding is the officer's, of her own ward; a report that has just come in is not reminded of."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.actions import filling
from bot.actions.installation import create_sample
from bot.actions.periods import due_for
from bot.actions.putting_off import put_off
from bot.actions.reminder_rules import change_rules, read_hours, rules_of
from bot.actions.reminding import due_now, remind_one, remind_unsent
from bot.clock import VIETNAM
from bot.domain.errors import Conflict, Invalid, Refused
from bot.domain.people import Person, Role
from bot.domain.units import Level, Unit
from bot.messages import Address
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.actions.test_publishing import head, officer
from tests.support.bench import SERVED

FOUNDED = datetime(2020, 12, 1, 9, tzinfo=VIETNAM)
EVE = datetime(2020, 12, 17, 8, tzinfo=VIETNAM)


def ward_of(tx: Transaction) -> Unit:
    (ward,) = tx.units.wards(EVE.date())
    return ward


def settled(tx: Transaction) -> Unit:
    """The sample ward, with Lan at her phone."""
    create_sample(tx, FOUNDED)
    tx.accounts.add(Address(channel="web", bot="1", chat="lan"), head(tx).id, FOUNDED)
    return ward_of(tx)


def somebody(tx: Transaction, role: Role, unit: Unit) -> Person:
    person = tx.people.add("Tú", "", FOUNDED)
    tx.people.give_post(person, role, unit.id, FOUNDED.date())
    return tx.people.get(person, EVE.date())


@pytest.mark.parametrize("role", [Role.HEAD, Role.DEPUTY, Role.SECTOR_REPORTER, Role.APPROVER, Role.VIEWER])
async def test_nobody_but_the_officer_reminds_or_changes_the_rules(sqlite_store: Store, role: Role) -> None:
    def work(tx: Transaction) -> None:
        ward = settled(tx)
        tu = somebody(tx, role, ward)
        with pytest.raises(Refused, match="remind"):
            remind_unsent(tx, by=tu, ward=ward, now=EVE, served=SERVED)
        with pytest.raises(Refused, match="remind"):
            rules_of(tx, by=tu, ward=ward)
        with pytest.raises(Refused, match="remind"):
            change_rules(tx, by=tu, ward=ward, at=EVE, enabled=False)
        assert tx.reminder_rules.of(ward.id).enabled
        assert tx.reminders.told_on(EVE.date()) == frozenset()

    await sqlite_store.transact(work)


async def test_an_officer_of_another_ward_is_refused(sqlite_store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settled(tx)
        other = tx.units.get(tx.units.add("X", "Phường khác", Level.WARD, None, FOUNDED.date()))
        with pytest.raises(Refused, match="remind"):
            remind_unsent(tx, by=somebody(tx, Role.WARD_OFFICER, other), ward=ward, now=EVE, served=SERVED)

    await sqlite_store.transact(work)


async def test_the_officer_has_no_reminder_to_put_off(sqlite_store: Store) -> None:
    def work(tx: Transaction) -> None:
        settled(tx)
        with pytest.raises(Refused, match="fill"):
            put_off(tx, officer(tx), EVE)

    await sqlite_store.transact(work)


async def test_the_night_is_quiet_even_for_the_officer(sqlite_store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settled(tx)
        with pytest.raises(Conflict, match="quiet_hours"):
            remind_unsent(tx, by=officer(tx), ward=ward, now=EVE.replace(hour=21), served=SERVED)

    await sqlite_store.transact(work)


async def test_what_was_planned_is_dropped_when_the_report_comes_in(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward, lan = settled(tx), head(tx)
        assert [planned.person for planned in due_now(tx, ward.id, EVE, SERVED)] == [lan.id]
        draft = filling.start_report(tx, lan, due_for(tx, lan, EVE.date())[0], EVE)
        tx.submissions.send(draft.id, draft.form, {}, {}, lan.id, EVE)
        assert remind_one(tx, ward.id, lan.id, EVE, SERVED) == []
        assert tx.reminders.told_on(EVE.date()) == frozenset()

    await store.transact(work)


async def test_the_message_and_its_row_are_one(store: Store) -> None:
    def fails(tx: Transaction) -> None:
        ward = settled(tx)
        assert len(remind_one(tx, ward.id, head(tx).id, EVE, SERVED)) == 1
        raise LookupError("the process dies")

    with pytest.raises(LookupError):
        await store.transact(fails)
    ward = await store.transact(settled)

    def again(tx: Transaction) -> list[int]:
        lan = head(tx).id
        return [len(remind_one(tx, ward.id, lan, EVE + timedelta(minutes=minute), SERVED)) for minute in (0, 5)]

    assert await store.transact(again) == [1, 0]


@pytest.mark.parametrize(
    ("typed", "hours"),
    [("7-18", (7, 18)), ("từ 7 giờ đến 18 giờ", (7, 18)), (" 6 20 ", (6, 20)), ("8h–17h", (8, 17))],
)
def test_hours_are_read_as_they_are_written(typed: str, hours: tuple[int, int]) -> None:
    assert read_hours(typed) == hours


@pytest.mark.parametrize("typed", ["", "8", "sáng", "18-7", "7-7", "4-18", "7-23", "7-18-20", "²-⁹", "7" * 400])
def test_other_hours_are_refused(typed: str) -> None:
    with pytest.raises(Invalid, match="reminder_hours"):
        read_hours(typed)
