"""The tree of units is dated: who asks for a day gets the units of that day."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.errors import Conflict, Missing
from bot.domain.units import Level, UnitId
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.world import TODAY, settle


async def test_children_are_those_of_the_day_in_their_order(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        tx.units.add("K3", "Khóm 3", Level.KHOM, world.ward, date(2020, 1, 1), date(2020, 12, 18), 3)
        tx.units.add("K2", "Khóm 2", Level.KHOM, world.ward, date(2020, 6, 1), None, 2)
        assert [unit.code for unit in tx.units.children(world.ward, TODAY)] == ["K1", "K2", "K3"]
        assert [unit.code for unit in tx.units.children(world.ward, date(2020, 12, 19))] == ["K1", "K2"]
        assert [unit.code for unit in tx.units.children(world.ward, date(2020, 5, 31))] == ["K1", "K3"]
        assert [unit.code for unit in tx.units.wards(TODAY)] == ["TQD"]
        assert tx.units.wards(date(2019, 12, 31)) == []

    await store.transact(work)


async def test_a_merged_unit_knows_what_it_came_from(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        second = tx.units.add("K2", "Khóm 2", Level.KHOM, world.ward, date(2020, 1, 1), TODAY, 2)
        merged = tx.units.add("K12", "Khóm 1-2", Level.KHOM, world.ward, date(2021, 1, 1))
        for old in (world.khom, second):
            tx.units.add_succession(old, merged, date(2021, 1, 1))
        assert [unit.id for unit in tx.units.predecessors(merged)] == [world.khom, second]
        assert tx.units.predecessors(world.khom) == []

    await store.transact(work)


async def test_a_code_belongs_to_one_unit(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        with pytest.raises(Conflict, match="unit_code"):
            tx.units.add("K1", "Khóm 1", Level.KHOM, world.ward, TODAY)
        found = tx.units.by_code("K1")
        assert found == tx.units.get(world.khom)
        assert tx.units.by_code("K9") is None
        with pytest.raises(Missing):
            tx.units.get(UnitId(99))

    await store.transact(work)
