"""A month's messages run out: officers are warned once, mornings and reminders stop or take another way."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.actions import quotas
from bot.actions.digesting import officers_to_tell, tell
from bot.actions.installation import create_sample
from bot.actions.reminding import remind_one
from bot.domain.people import PersonId
from bot.domain.quotas import Quota
from bot.domain.units import Unit
from bot.messages import Address
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.actions.test_publishing import head, officer
from tests.bot.actions.test_reminding import EVE, FOUNDED, ward_of
from tests.support.bench import SERVED

MONTH = "2020-12"
NIGHT = EVE.replace(hour=23)


def settled(tx: Transaction, *, messages: int) -> Unit:
    """The sample ward on a Zalo bot that has sent so many messages this month: Lan and Hoa are there."""
    create_sample(tx, FOUNDED)
    joins(tx, "zalo_bot", head(tx).id)
    joins(tx, "zalo_bot", officer(tx).id)
    tx.quotas.set("zalo_bot", "1", Quota(messages=3000, people=50))
    tx.quotas.add([("zalo_bot", "1", messages)], MONTH)
    return ward_of(tx)


def joins(tx: Transaction, channel: str, person: PersonId) -> None:
    earlier = FOUNDED - timedelta(hours=channel != "zalo_bot")
    tx.accounts.add(Address(channel=channel, bot="1", chat=f"chat-{person}"), person, earlier)


async def test_the_officer_is_warned_once_a_month_and_not_at_night(store: Store) -> None:
    def work(tx: Transaction) -> None:
        settled(tx, messages=2412)
        assert quotas.warn(tx, NIGHT, SERVED) == ([], [])
        (about,), (told,) = quotas.warn(tx, EVE, SERVED)
        assert (about.channel, about.messages) == ("zalo_bot", 2412)
        assert told.address.chat == f"chat-{officer(tx).id}"
        lost = tx.outbox.undelivered(told.key)
        assert lost is not None, "it would not be moved to the next channel"
        assert lost.to == officer(tx).id
        assert "Zalo tháng 12/2020: đã gửi 2.412/3.000 tin, có 2/50 người dùng." in told.reply.text
        assert quotas.warn(tx, EVE + timedelta(days=3), SERVED) == ([], [])

    await store.transact(work)


async def test_nobody_is_warned_while_there_is_enough(store: Store) -> None:
    def work(tx: Transaction) -> None:
        settled(tx, messages=2399)
        assert quotas.warn(tx, EVE, SERVED) == ([], [])

    await store.transact(work)


async def test_people_run_out_as_well(store: Store) -> None:
    def work(tx: Transaction) -> None:
        settled(tx, messages=0)
        for number in range(38):
            tx.accounts.add(Address(channel="zalo_bot", bot="1", chat=str(number)), None, FOUNDED)
        _, (told,) = quotas.warn(tx, EVE, SERVED)
        assert "Zalo: có 40/50 người dùng." in told.reply.text
        assert "tin tình hình" not in told.reply.text

    await store.transact(work)


async def test_once_nothing_is_taken_the_officer_is_warned_elsewhere_or_not_at_all(store: Store) -> None:
    def work(tx: Transaction) -> None:
        settled(tx, messages=10)
        tx.quotas.refused("zalo_bot", "1", MONTH, EVE)
        joins(tx, "telegram", officer(tx).id)
        _, (told,) = quotas.warn(tx, EVE, SERVED)
        assert told.address.channel == "telegram"
        assert "Zalo đã hết lượt tin của tháng 12/2020." in told.reply.text

    await store.transact(work)


@pytest.mark.parametrize(("messages", "morning", "reminded"), [(2549, 1, 1), (2550, 0, 1), (2700, 0, 0)])
async def test_mornings_stop_before_reminders(store: Store, messages: int, morning: int, reminded: int) -> None:
    def work(tx: Transaction) -> None:
        ward = settled(tx, messages=messages)
        assert len(officers_to_tell(tx, ward.id, EVE, SERVED)) == morning
        assert len(tell(tx, ward.id, officer(tx).id, EVE, SERVED)) == morning
        assert len(remind_one(tx, ward.id, head(tx).id, EVE, SERVED)) == reminded

    await store.transact(work)


async def test_who_has_another_channel_hears_of_it_there(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settled(tx, messages=2900)
        joins(tx, "telegram", head(tx).id)
        joins(tx, "telegram", officer(tx).id)
        (reminder,) = remind_one(tx, ward.id, head(tx).id, EVE, SERVED)
        (morning,) = tell(tx, ward.id, officer(tx).id, EVE, SERVED)
        assert {reminder.address.channel, morning.address.channel} == {"telegram"}
        assert "2.900/3.000 tin" in morning.reply.text

    await store.transact(work)


async def test_whom_no_reminder_reaches_stands_among_those_to_be_called(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settled(tx, messages=2800)
        joins(tx, "telegram", officer(tx).id)
        (morning,) = tell(tx, ward.id, officer(tx).id, EVE, SERVED)
        unreached = morning.reply.text.partition("Em chưa nhắn tới được, nhờ gọi giúp:")[2]
        assert head(tx).name in unreached

    await store.transact(work)


async def test_a_morning_does_not_mention_what_is_hardly_used(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settled(tx, messages=1499)
        (morning,) = tell(tx, ward.id, officer(tx).id, EVE, SERVED)
        assert "Zalo" not in morning.reply.text
        assert quotas.used(tx, EVE.date(), SERVED) == [
            "Zalo tháng 12/2020: đã gửi 1.499/3.000 tin, có 2/50 người dùng."
        ]

    await store.transact(work)


async def test_a_bot_that_is_not_served_any_more_warns_nobody_and_stands_nowhere(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settled(tx, messages=10)
        joins(tx, "telegram", officer(tx).id)
        tx.quotas.set("zalo_bot", "old", Quota(messages=3000, people=50))
        tx.quotas.add([("zalo_bot", "old", 2999)], MONTH)
        assert quotas.warn(tx, EVE, SERVED) == ([], [])
        assert len(quotas.used(tx, EVE.date(), SERVED)) == 1
        (morning,) = tell(tx, ward.id, officer(tx).id, EVE, SERVED)
        assert "Zalo" not in morning.reply.text

    await store.transact(work)


async def test_the_plan_of_a_bot_that_is_not_served_any_more_limits_no_reminders(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settled(tx, messages=10)
        tx.quotas.set("zalo_bot", "1", Quota())
        tx.quotas.set("zalo_bot", "old", Quota(messages=0))
        assert len(remind_one(tx, ward.id, head(tx).id, EVE, SERVED)) == 1

    await store.transact(work)


async def test_reminder_morning_and_warning_take_no_channel_that_is_not_served(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settled(tx, messages=2412)
        joins(tx, "telegram", head(tx).id)
        joins(tx, "telegram", officer(tx).id)
        served = SERVED - {("zalo_bot", "1")}
        only_zalo = {("zalo_bot", "1")}
        tx.quotas.set("telegram", "1", Quota(messages=100))
        tx.quotas.add([("telegram", "1", 81)], MONTH)
        (reminder,) = remind_one(tx, ward.id, head(tx).id, EVE, served)
        (morning,) = tell(tx, ward.id, officer(tx).id, EVE, served)
        _, (warning,) = quotas.warn(tx, EVE, served)
        assert {each.address.channel for each in (reminder, morning, warning)} == {"telegram"}
        assert officers_to_tell(tx, ward.id, EVE, only_zalo) == [officer(tx).id]
        assert officers_to_tell(tx, ward.id, EVE, {("zalo_bot", "another")}) == []

    await store.transact(work)


async def test_whose_only_channel_is_not_served_stands_among_those_to_be_called(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settled(tx, messages=10)
        joins(tx, "telegram", officer(tx).id)
        served = SERVED - {("zalo_bot", "1")}
        assert remind_one(tx, ward.id, head(tx).id, EVE, served) == []
        (morning,) = tell(tx, ward.id, officer(tx).id, EVE, served)
        assert head(tx).name in morning.reply.text.partition("Em chưa nhắn tới được, nhờ gọi giúp:")[2]

    await store.transact(work)
