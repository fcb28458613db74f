"""A month's messages end in the middle of a form: nothing is lost, nothing is misread, and the person hears of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.conversation.counts import Counts
from bot.domain.errors import Missing
from bot.domain.quotas import Usage
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.conversation.counted import NOW, QUOTA, Counted, ward_on

SILENCE = "vừa qua Zalo hết lượt tin nên em chưa trả lời cô được"


async def used(store: Store, month: str = "2020-12") -> Usage:
    (usage,) = await store.read(lambda tx: tx.quotas.usages(month))
    return usage


async def test_each_message_that_was_taken_is_counted_once(store: Store) -> None:
    zalo = Counted("zalo_bot", QUOTA)
    async with ward_on(store, zalo) as ward:
        for text in ("menu", "1", "412"):
            assert await ward.says(zalo, text)
        assert await used(store) == Usage(channel="zalo_bot", bot="1", quota=QUOTA, messages=3, people=1)
        assert zalo.meter is not None
        zalo.meter.count(5)  # what was told to many
        await ward.engine.outbox.finish()
        assert (await used(store)).messages == 8


async def test_a_channel_without_a_quota_is_not_counted(store: Store) -> None:
    telegram = Counted("telegram")
    async with ward_on(store, telegram) as ward:
        assert await ward.says(telegram, "menu")
        assert await store.read(lambda tx: tx.quotas.usages("2020-12")) == []


async def test_what_could_not_be_written_down_is_counted_all_the_same(store: Store) -> None:
    zalo = Counted("zalo_bot", QUOTA)
    assert zalo.meter is not None
    counts = Counts(store, [zalo], lambda: NOW)

    def refuses(tx: Transaction) -> None:
        raise Missing("unit")

    zalo.meter.count(3)
    with pytest.raises(Missing):
        await counts.write(refuses)
    await counts.settle()
    assert (await used(store)).messages == 3


async def test_a_month_begins_at_midnight_in_vietnam(store: Store) -> None:
    zalo = Counted("zalo_bot", QUOTA)
    async with ward_on(store, zalo) as ward:
        ward.now = ward.now.replace(day=31, hour=23, minute=59, second=50)
        await ward.says(zalo, "menu")
        await ward.says(zalo, "menu")
        assert ward.now.month == 1
        assert [(await used(store, month)).messages for month in ("2020-12", "2021-01")] == [1, 1]


async def test_whoever_was_left_without_an_answer_goes_on_where_he_was(store: Store) -> None:
    zalo = Counted("zalo_bot", QUOTA)
    async with ward_on(store, zalo) as ward:
        await ward.says(zalo, "menu")
        first = await ward.says(zalo, "1")
        zalo.is_used_up = True
        assert await ward.says(zalo, "412") == ""
        assert (await used(store)).is_over
        assert await ward.says(zalo, "alo") == ""  # she has not seen the second question, so this is no answer to it
        zalo.is_used_up = False
        ward.now += timedelta(days=2)
        again = await ward.says(zalo, "412")
        assert SILENCE in again
        assert "Em hỏi lại câu đang dở ạ:" in again
        second = again.rpartition("Em hỏi lại câu đang dở ạ:")[2].strip()
        assert second.partition("\n")[0].startswith("Câu 2/")
        assert first.strip().partition("\n")[0] not in second
        assert SILENCE not in await ward.says(zalo, "menu")
        assert not (await used(store)).is_over


async def test_who_has_another_channel_is_told_there_at_once_and_once(store: Store) -> None:
    zalo, telegram = Counted("zalo_bot", QUOTA), Counted("telegram")
    async with ward_on(store, zalo, telegram) as ward:
        await ward.says(zalo, "menu")
        await ward.says(zalo, "1")
        zalo.is_used_up = True
        for text in ("412", "alo"):
            assert await ward.says(zalo, text) == ""
        (told,) = telegram.shown
        assert told.text.startswith("Dạ, Zalo đã hết lượt tin trong tháng nên em không trả lời cô ở đó được.")
        assert SILENCE not in await ward.says(telegram, "menu")


async def test_a_stranger_who_gets_no_answer_closes_the_month_as_well(store: Store) -> None:
    zalo = Counted("zalo_bot", QUOTA)
    async with ward_on(store, zalo) as ward:
        zalo.is_used_up = True
        assert await ward.says(zalo, "chào", who="tu") == ""
        assert (await used(store)).is_over
