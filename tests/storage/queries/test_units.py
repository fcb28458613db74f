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
        assert [unit.code for unit in tx.units.children(world.ward, date(2020, 6, 1))] == ["K1", "K2", "K3"]
        assert [unit.code for unit in tx.units.wards(TODAY)] == ["TQD"]
        assert tx.units.wards(date(2019, 12, 31)) == []

    await store.transact(work)


async def test_lineage_follows_merges_splits_and_renamings_and_ends(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)

        def khom(code: str, position: int) -> UnitId:
            return tx.units.add(code, code, Level.KHOM, world.ward, date(2021, 1, 1), None, position)

        merged, renamed, other = khom("M", 2), khom("R", 3), khom("O", 4)
        for old, new in ((world.khom, merged), (merged, renamed), (world.khom, other), (renamed, merged)):
            tx.units.add_succession(old, new, TODAY)
        assert tx.units.lineage([renamed]) == {renamed: renamed, merged: renamed, world.khom: renamed}
        assert tx.units.lineage([other, renamed])[world.khom] == renamed
        assert tx.units.lineage([world.khom]) == {world.khom: world.khom}
        assert tx.units.lineage([]) == {}

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
