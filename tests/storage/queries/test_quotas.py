"""What bots have said in a month: counted by bot, refused and taken again, warned of once."""

from __future__ import annotations

import asyncio

from bot.domain.quotas import Quota, Usage
from bot.messages import Address
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.world import LATER, NOW

MONTH = "2020-12"
FREE = Quota(messages=3000, people=50)


def found(tx: Transaction, bot: str = "1") -> Usage:
    (usage,) = [usage for usage in tx.quotas.usages(MONTH) if usage.bot == bot]
    return usage


async def test_a_bot_without_a_count_has_used_nothing_and_one_without_a_quota_is_not_there(store: Store) -> None:
    def work(tx: Transaction) -> None:
        tx.quotas.add([("telegram", "1", 7)], MONTH)
        assert tx.quotas.usages(MONTH) == []
        tx.quotas.set("zalo_bot", "1", FREE)
        tx.quotas.set("zalo_bot", "1", FREE)
        assert found(tx) == Usage(channel="zalo_bot", bot="1", quota=FREE)

    await store.transact(work)


async def test_many_who_count_at_once_lose_nothing(store: Store) -> None:
    await store.transact(lambda tx: tx.quotas.set("zalo_bot", "1", FREE))
    await asyncio.gather(
        *(store.transact(lambda tx: tx.quotas.add([("zalo_bot", "1", 2)], MONTH)) for _ in range(10)),
    )
    assert (await store.read(found)).messages == 20


async def test_months_bots_and_people_are_counted_by_themselves(store: Store) -> None:
    def work(tx: Transaction) -> None:
        tx.quotas.set("zalo_bot", "1", FREE)
        tx.quotas.add([("zalo_bot", "1", 2), ("zalo_bot", "2", 5)], MONTH)
        tx.quotas.add([("zalo_bot", "1", 3)], "2021-01")
        for bot, chat in (("1", "lan"), ("1", "minh"), ("2", "hoa")):
            tx.accounts.add(Address(channel="zalo_bot", bot=bot, chat=chat), None, NOW)
        tx.accounts.add(Address(channel="telegram", bot="1", chat="lan"), None, NOW)
        usage = found(tx)
        assert (usage.messages, usage.people) == (2, 2)

    await store.transact(work)


async def test_what_is_refused_is_over_until_a_message_is_taken_again(store: Store) -> None:
    def work(tx: Transaction) -> None:
        tx.quotas.set("zalo_bot", "1", FREE)
        tx.quotas.refused("zalo_bot", "1", MONTH, NOW)
        tx.quotas.add([("zalo_bot", "1", 2)], "2021-01")
        assert found(tx).refused_at == NOW
        tx.quotas.add([("zalo_bot", "1", 2)], MONTH)
        tx.quotas.refused("zalo_bot", "1", MONTH, LATER)
        assert (found(tx).messages, found(tx).refused_at) == (2, LATER)
        tx.quotas.add([("zalo_bot", "1", 1)], MONTH)
        assert (found(tx).messages, found(tx).is_over) == (3, False)

    await store.transact(work)


async def test_a_month_has_one_warning_of_each_kind(store: Store) -> None:
    def work(tx: Transaction) -> list[bool]:
        tx.quotas.set("zalo_bot", "1", FREE)
        usage = found(tx)
        return [
            tx.quotas.warn_of_messages(usage, MONTH, NOW),
            tx.quotas.warn_of_messages(usage, MONTH, LATER),
            tx.quotas.warn_of_people(usage, MONTH, NOW),
            tx.quotas.warn_of_people(usage, MONTH, LATER),
            tx.quotas.warn_of_messages(usage, "2021-01", LATER),
        ]

    assert await store.transact(work) == [True, False, True, False, True]


async def test_another_plan_has_a_warning_of_its_own(store: Store) -> None:
    def work(tx: Transaction) -> list[bool]:
        warned = []
        for quota in (FREE, FREE, Quota(messages=10_000, people=50), Quota(people=50), Quota(people=50)):
            tx.quotas.set("zalo_bot", "1", quota)
            tx.quotas.set("zalo_bot", "2", FREE)
            warned.append(tx.quotas.warn_of_messages(found(tx, "1"), MONTH, NOW))
            warned.append(tx.quotas.warn_of_people(found(tx, "2"), MONTH, NOW))
        return warned

    first, again, larger, unlimited, same = (True, True), (False, False), (True, False), (True, False), (False, False)
    assert await store.transact(work) == [*first, *again, *larger, *unlimited, *same]


async def test_a_plan_for_more_people_has_a_warning_of_its_own(store: Store) -> None:
    def work(tx: Transaction) -> None:
        tx.quotas.set("zalo_bot", "1", FREE)
        assert tx.quotas.warn_of_people(found(tx), MONTH, NOW)
        tx.quotas.set("zalo_bot", "1", Quota(messages=FREE.messages, people=100))
        assert tx.quotas.warn_of_people(found(tx), MONTH, LATER)

    await store.transact(work)
