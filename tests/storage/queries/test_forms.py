"""Forms are versioned; publishing what is published already changes nothing."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta

import pytest

from bot.domain.errors import Missing
from bot.domain.periods import PeriodKind
from bot.domain.submissions import FormId, PublishedForm
from bot.domain.units import Level
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.world import NOW, TODAY, settle


def publish(tx: Transaction, checksum: str, starts_on: date | None = None) -> PublishedForm:
    """Publish a version of the good deeds form."""
    return tx.forms.publish(
        "guong", "Gương người tốt", f"<x v='{checksum}'/>", b"| survey |", ".md", checksum, NOW, starts_on=starts_on
    )


async def test_a_changed_form_is_a_new_version_and_the_old_one_stays(store: Store) -> None:
    def work(tx: Transaction) -> None:
        first = publish(tx, "a")
        assert publish(tx, "a") == first
        second = publish(tx, "b")
        assert (first.version, second.version) == (1, 2)
        assert tx.forms.latest("guong") == second
        assert tx.forms.get(first.id) == first
        assert publish(tx, "a").version == 3
        assert tx.forms.families() == ["guong"]
        assert tx.forms.latest("khac") is None

    await store.transact(work)


async def test_the_same_form_published_at_once_is_one_version(store: Store) -> None:
    forms = await asyncio.gather(*(store.transact(lambda tx: publish(tx, "a")) for _ in range(6)))
    assert {form.version for form in forms} == {1}


async def test_an_assignment_says_level_kind_and_days(store: Store) -> None:
    def work(tx: Transaction) -> None:
        tx.forms.assign("khom_dinh_ky", Level.KHOM, PeriodKind.QUARTER, date(2020, 1, 1), TODAY)
        tx.forms.assign("guong", Level.KHOM, None, date(2020, 1, 1))
        tx.forms.assign("guong", Level.KHOM, None, date(2020, 1, 1))
        assert tx.forms.assigned(Level.KHOM, PeriodKind.QUARTER) == ["khom_dinh_ky"]
        assert tx.forms.assigned(Level.KHOM, PeriodKind.YEAR) == []
        assert tx.forms.assigned(Level.KHOM, None, TODAY) == ["guong"]
        assert tx.forms.assigned(Level.WARD, None) == []
        assert tx.forms.assigned(Level.KHOM, PeriodKind.QUARTER, TODAY) == ["khom_dinh_ky"]
        assert tx.forms.assigned(Level.KHOM, PeriodKind.QUARTER, TODAY + timedelta(days=1)) == []

    await store.transact(work)


async def test_an_unknown_form_is_missing(store: Store) -> None:
    await store.transact(settle)
    with pytest.raises(Missing):
        await store.read(lambda tx: tx.forms.get(FormId(99)))


async def test_a_source_is_known_in_its_family_though_later_versions_came(store: Store) -> None:
    def work(tx: Transaction) -> None:
        publish(tx, "a")
        publish(tx, "b")
        assert tx.forms.has_checksum("guong", "a")
        assert not tx.forms.has_checksum("guong", "c")
        assert not tx.forms.has_checksum("khac", "a")

    await store.transact(work)


NEW_YEAR = date(2021, 1, 1)


async def test_the_version_for_a_day_is_the_newest_that_has_started_by_then(store: Store) -> None:
    def work(tx: Transaction) -> None:
        first = publish(tx, "a")
        planned = publish(tx, "b", NEW_YEAR)
        later = publish(tx, "c", date(2021, 4, 1))
        days = (TODAY, date(2020, 12, 31), NEW_YEAR, date(2021, 3, 31), date(2021, 4, 1), date(2031, 1, 1))
        found = [tx.forms.in_force("guong", day) for day in days]
        assert found == [first.id, first.id, planned.id, planned.id, later.id, later.id]
        assert tx.forms.in_force("khac", TODAY) is None
        # What is published at once counts for every day, also for those of the plans before it.
        at_once = publish(tx, "d")
        assert {tx.forms.in_force("guong", day) for day in days} == {at_once.id}

    await store.transact(work)


async def test_a_version_that_was_taken_back_counts_for_no_day_and_keeps_its_number(store: Store) -> None:
    def work(tx: Transaction) -> None:
        first = publish(tx, "a")
        planned = publish(tx, "b", NEW_YEAR)
        assert tx.forms.withdraw(planned.id, NOW)
        assert not tx.forms.withdraw(planned.id, NOW)
        assert tx.forms.in_force("guong", NEW_YEAR) == first.id
        assert tx.forms.latest("guong") == first
        assert publish(tx, "b", NEW_YEAR).version == 3
        assert [(form.version, form.withdrawn_at is None) for form in tx.forms.versions("guong")] == [
            (3, True),
            (2, False),
            (1, True),
        ]

    await store.transact(work)


async def test_the_same_source_for_another_day_is_a_version_of_its_own(store: Store) -> None:
    def work(tx: Transaction) -> None:
        planned = publish(tx, "a", NEW_YEAR)
        assert publish(tx, "a", NEW_YEAR) == planned
        assert publish(tx, "a").version == 2

    await store.transact(work)


async def test_a_version_keeps_the_file_that_it_was_made_from(store: Store) -> None:
    form = await store.transact(lambda tx: publish(tx, "a"))
    assert await store.read(lambda tx: tx.forms.source(form.id)) == (b"| survey |", ".md")
    with pytest.raises(Missing):
        await store.read(lambda tx: tx.forms.source(FormId(99)))
