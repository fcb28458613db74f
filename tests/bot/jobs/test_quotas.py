"""The watch over a month's messages: figures for the operator, a word to the officer."""

from __future__ import annotations

from prometheus_client import REGISTRY

from bot.domain.quotas import Quota
from bot.jobs.quotas import watch
from bot.messages import Outgoing
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.actions.test_quotas import settled
from tests.bot.actions.test_reminding import EVE
from tests.support.bench import bench_of


async def test_two_looks_tell_once_and_the_figures_stand_in_the_metrics(store: Store) -> None:
    await store.transact(lambda tx: settled(tx, messages=2500))
    sent: list[Outgoing] = []
    bench = bench_of(store, sent.extend, lambda: EVE)
    await watch(bench)
    await watch(bench)
    assert len(sent) == 1
    labels = {"channel": "zalo_bot", "bot": "1"}
    assert REGISTRY.get_sample_value("khombot_messages_this_month", labels) == 2500
    assert REGISTRY.get_sample_value("khombot_messages_a_month_limit", labels) == 3000
    assert REGISTRY.get_sample_value("khombot_people", labels) == 2
    assert REGISTRY.get_sample_value("khombot_people_limit", labels) == 50


async def test_a_bot_that_is_not_served_any_more_is_not_watched(store: Store) -> None:
    def settles(tx: Transaction) -> None:
        settled(tx, messages=10)
        tx.quotas.set("zalo_bot", "gone", Quota(messages=3000))
        tx.quotas.add([("zalo_bot", "gone", 2999)], "2020-12")

    await store.transact(settles)
    sent: list[Outgoing] = []
    await watch(bench_of(store, sent.extend, lambda: EVE))
    assert sent == []
    labels = {"channel": "zalo_bot", "bot": "gone"}
    assert REGISTRY.get_sample_value("khombot_messages_this_month", labels) is None
