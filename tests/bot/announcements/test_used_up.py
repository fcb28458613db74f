"""A month's messages run out while something is announced: the next channel is taken, and the ledger says why not."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.announcements.outlets import NextTurn
from bot.domain.announcements import AnnouncementId, Audience, Delivery, DeliveryStatus
from bot.domain.errors import SendError
from bot.domain.quotas import OVER, Quota
from bot.messages import Address, Reply
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.actions.announcing import AT, Ward, announce, home, settle
from tests.bot.announcements.draining import drained

MONTH = "2020-12"


class Zalo:
    """A vendor that takes so many messages and refuses the others."""

    def __init__(self, left: int) -> None:
        self.left = left
        self.tried: list[Address] = []

    async def send(self, address: Address, reply: Reply, next_turn: NextTurn) -> str:
        self.tried.append(address)
        if self.left <= 0:
            raise SendError(OVER, retryable=False)
        self.left -= 1
        return str(len(self.tried))


def reached_on_zalo(tx: Transaction, ward: Ward, used: int) -> AnnouncementId:
    """Lan and Minh are on Zalo, where Lan has been last; Minh has no other channel."""
    tx.quotas.set("zalo_bot", "zalo_bot", Quota(messages=100))
    tx.quotas.add([("zalo_bot", "zalo_bot", used)], MONTH)
    for person in (ward.lan, ward.minh):
        account = tx.accounts.add(home(person.id, "zalo_bot"), person.id, AT)
        tx.accounts.seen(account, AT)
    tx.accounts.gone_at(home(ward.minh.id), AT)
    return announce(tx, ward, audience=Audience(people=(ward.lan.id, ward.minh.id))).id


async def begun(store: Store, used: int) -> tuple[Ward, AnnouncementId]:
    def work(tx: Transaction) -> tuple[Ward, AnnouncementId]:
        ward = settle(tx)
        return ward, reached_on_zalo(tx, ward, used)

    return await store.transact(work)


def told(ledger: dict[int, Delivery], ward: Ward, of: Callable[[Delivery], object]) -> Sequence[object]:
    return [of(ledger[ward.lan.id]), of(ledger[ward.minh.id])]


async def test_the_last_messages_of_a_month_are_kept_for_answers(store: Store) -> None:
    ward, of = await begun(store, used=95)
    zalo = Zalo(left=5)
    ledger = await drained(store, "zalo_bot", zalo.send, of)
    assert zalo.tried == []
    assert told(ledger, ward, lambda one: one.status) == [DeliveryStatus.SENT, DeliveryStatus.FAILED]
    assert ledger[ward.lan.id].channel == "web"
    assert ledger[ward.minh.id].why == "quota"


async def test_a_refusal_closes_the_month_and_the_next_channel_is_taken(store: Store) -> None:
    ward, of = await begun(store, used=10)
    ledger = await drained(store, "zalo_bot", Zalo(left=0).send, of)
    assert told(ledger, ward, lambda one: one.status) == [DeliveryStatus.SENT, DeliveryStatus.FAILED]
    assert told(ledger, ward, lambda one: one.channel)[0] == "web"
    assert ledger[ward.minh.id].why == "quota"
    (message,) = await store.read(lambda tx: tx.outbox.latest_heard(home(ward.lan.id), 9))
    waiting = await store.read(lambda tx: tx.outbox.undelivered(message.key))
    zalo = await store.read(lambda tx: tx.accounts.find(home(ward.lan.id, "zalo_bot")))
    assert waiting is not None
    assert zalo is not None
    assert waiting.tried[0] == zalo.id, "it would go back to where it was refused"
    assert not any(delivery.maybe_twice for delivery in ledger.values())
    (usage,) = await store.read(lambda tx: tx.quotas.usages(MONTH))
    assert usage.is_over


async def test_with_enough_left_everybody_gets_it_there(store: Store) -> None:
    ward, of = await begun(store, used=10)
    ledger = await drained(store, "zalo_bot", Zalo(left=2).send, of)
    assert told(ledger, ward, lambda one: (one.status, one.channel)) == [(DeliveryStatus.SENT, "zalo_bot")] * 2
