"""Targets are exact and dated."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from bot.domain.targets import Target
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.world import TODAY, settle


async def test_a_target_counts_on_its_days_with_exactly_its_digits(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settle(tx).ward
        rate = Target(
            unit=ward,
            indicator="gia_dinh_van_hoa",
            amount=Decimal("94.10"),
            out_of=None,
            valid_from=date(2020, 1, 1),
            valid_to=date(2020, 12, 31),
            source="KH 219",
        )
        count = replace(rate, indicator="khom_van_hoa", amount=Decimal(4), out_of=Decimal(4), valid_to=None)
        for target in (rate, count):
            tx.targets.add(target)
        assert tx.targets.of(ward, TODAY) == [rate, count]
        assert str(tx.targets.of(ward, TODAY)[0].amount) == "94.10"
        assert tx.targets.of(ward, date(2020, 1, 1)) == tx.targets.of(ward, date(2020, 12, 31)) == [rate, count]
        assert tx.targets.of(ward, date(2021, 1, 1)) == [count]
        assert tx.targets.of(ward, date(2019, 12, 31)) == []

    await store.transact(work)
