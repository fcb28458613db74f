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


def publish(tx: Transaction, checksum: str) -> PublishedForm:
    """Publish a version of the good deeds form."""
    return tx.forms.publish("guong", "Gương người tốt", f"<x v='{checksum}'/>", b"", ".md", checksum, NOW)


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
