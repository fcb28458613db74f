"""A ward opens each span once; khóm are offered what is open on a day."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.errors import Conflict, Missing
from bot.domain.periods import PeriodId, ReportingPeriod, Span
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.world import LATER, NOW, TODAY, World, settle


def open_span(tx: Transaction, world: World, code: str) -> ReportingPeriod:
    """Open the span with the dates of the rule."""
    span = Span.parse(code)
    return tx.periods.open(world.ward, span, span.opens, span.khom_due, span.ward_due, world.lan, NOW)


async def test_a_span_is_opened_once_and_the_refusal_spoils_nothing(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        with pytest.raises(Conflict, match="period_open"):
            open_span(tx, world, "2020-Q4")
        assert tx.periods.get(world.period.id) == world.period
        assert tx.periods.by_code(world.ward, "2020-Q4") == world.period
        assert tx.periods.by_code(world.ward, "2020-Q3") is None

    await store.transact(work)


async def test_periods_are_listed_newest_first_whenever_they_were_opened(store: Store) -> None:
    def work(tx: Transaction) -> list[str]:
        world = settle(tx)
        for code in ("2019", "2020-H1", "2021-Q1", "2020-Q3"):
            open_span(tx, world, code)
        open_span(tx, world, "2020")  # of those that end on one day the one opened last
        return [period.code for period in tx.periods.of_ward(world.ward)]

    assert await store.transact(work) == ["2021-Q1", "2020", "2020-Q4", "2020-Q3", "2020-H1", "2019"]


async def test_only_what_has_opened_and_is_not_closed_is_offered(store: Store) -> None:
    def work(tx: Transaction) -> list[str]:
        world = settle(tx)
        open_span(tx, world, "2021-Q1")
        closed = open_span(tx, world, "2020-Q3")
        tx.periods.close(closed.id, NOW)
        tx.periods.close(closed.id, LATER)
        assert tx.periods.get(closed.id).closed
        assert [period.code for period in tx.periods.open_on(world.ward, world.period.opens_on)] == ["2020-Q4"]
        assert tx.periods.open_on(world.ward, world.period.opens_on - timedelta(days=1)) == []
        return [period.code for period in tx.periods.open_on(world.ward, TODAY)]

    assert await store.transact(work) == ["2020-Q4"]


async def test_an_unknown_period_is_missing(store: Store) -> None:
    with pytest.raises(Missing):
        await store.transact(lambda tx: tx.periods.close(PeriodId(9), NOW))
