"""Whether an announcement fits into a month: how many messages are left, are needed, and what becomes of whom."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.actions import audiences
from bot.announcements.composing_cards import short_of
from bot.announcements.shortage import Place, Shortage, shortages
from bot.domain.announcements import Audience, Recipient
from bot.domain.quotas import Quota
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.actions.announcing import AT, Ward, home, settle

MONTH = "2020-12"
ZALO: Place = ("zalo_bot", "zalo_bot")
SERVED = {ZALO, ("web", "web")}


def on_zalo(tx: Transaction, *, used: int, only: int = 2) -> Ward:
    """Everybody who can be reached is on Zalo, of a hundred messages; the last `only` of them have no other channel."""
    ward = settle(tx)
    tx.quotas.set(*ZALO, Quota(messages=100))
    tx.quotas.add([(*ZALO, used)], MONTH)
    reachable = [each for each in recipients(tx, ward) if each.reachable]
    for place, each in enumerate(reachable):
        account = tx.accounts.add(home(each.person.id, "zalo_bot"), each.person.id, AT)
        tx.accounts.seen(account, AT)
        if place >= len(reachable) - only:
            tx.accounts.gone_at(home(each.person.id), AT)
    return ward


def recipients(tx: Transaction, ward: Ward) -> list[Recipient]:
    """The heads and the deputy: four who can be reached, and one who cannot."""
    return audiences.recipients(tx, by=ward.hoa, ward=ward.unit, audience=Audience(), at=AT)


def found(tx: Transaction, ward: Ward, *, each: int = 1, days: int = 0) -> list[Shortage]:
    def messages(place: Place, recipient: Recipient) -> int:
        assert place == ZALO, "nobody counts the others"
        return each

    return shortages(tx, recipients(tx, ward), SERVED, AT + timedelta(days=days), messages)


def names(whom: list[Recipient]) -> list[str]:
    return [recipient.person.name for recipient in whom]


async def test_what_fits_is_not_mentioned(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = on_zalo(tx, used=91)
        assert found(tx, ward) == []

    await store.transact(work)


async def test_who_comes_last_gets_it_elsewhere_or_has_to_be_called(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = on_zalo(tx, used=94, only=1)
        reachable = names([each for each in recipients(tx, ward) if each.reachable])
        (short,) = found(tx, ward)
        assert (short.channel, short.left, short.needed) == ("zalo_bot", 1, 4)
        assert names(short.elsewhere) == reachable[1:3]
        assert names(short.unreached) == reachable[3:]

    await store.transact(work)


async def test_a_long_text_takes_several_messages_of_each(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = on_zalo(tx, used=91)
        (short,) = found(tx, ward, each=3)
        assert (short.left, short.needed) == (4, 12)
        assert len(short.elsewhere) + len(short.unreached) == 2

    await store.transact(work)


@pytest.mark.parametrize("refused", [False, True])
async def test_where_the_month_is_over_nobody_gets_it_there(store: Store, refused: bool) -> None:
    def work(tx: Transaction) -> None:
        ward = on_zalo(tx, used=0 if refused else 95)
        if refused:
            tx.quotas.refused(*ZALO, MONTH, AT)
        (short,) = found(tx, ward)
        assert (short.left, len(short.elsewhere), len(short.unreached)) == (0, 2, 2)

    await store.transact(work)


async def test_the_next_month_has_its_own_messages_and_no_limit_is_never_short(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = on_zalo(tx, used=100)
        assert found(tx, ward, days=20) == []
        tx.quotas.set(*ZALO, Quota(people=50))
        assert found(tx, ward) == []

    await store.transact(work)


async def test_the_officer_reads_how_many_and_whom(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = on_zalo(tx, used=94, only=1)
        (short,) = found(tx, ward)
        first, second, call = names([*short.elsewhere, *short.unreached])
        assert short_of([short], AT).splitlines() == [
            "Zalo tháng 12/2020 còn 1 tin cho thông báo, lần này cần 4 tin.",
            f"Thiếu tin nên 2 người nhận qua kênh khác: {first}, {second}.",
            f"Thiếu tin nên 1 người em không gửi được, xin gọi điện: {call}.",
        ]
        assert "hết lượt tin cho thông báo, lần này cần 1.234 tin." in short_of(
            [Shortage(channel="zalo_bot", left=0, needed=1234)], AT
        )
        many = Shortage(channel="zalo_bot", left=3, needed=50, unreached=short.unreached * 50)
        assert short_of([many], AT).endswith("… và 10 nữa.")

    await store.transact(work)
