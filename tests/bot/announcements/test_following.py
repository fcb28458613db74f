"""The card in which the officer follows an announcement is changed in its place, whatever the channel calls it."""

from __future__ import annotations

from datetime import timedelta

from bot.announcements.following import EVERY, Followed
from bot.announcements.outlets import Outlet
from bot.announcements.pace import Pace
from bot.messages import Reply
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.actions.announcing import AT, announce, delivery_of, home, settle


async def test_on_the_web_the_same_card_is_changed_and_none_is_added(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settle(tx)
        sent = announce(tx, ward)
        card = tx.outbox.add(home(ward.hoa.id), None, Reply(text="Đang gửi"), AT)
        tx.announcements.set_card(sent.id, card.key)
        tx.outbox.sent(card.key, AT, "")
        outlets = {("web", "web"): Outlet(pace=Pace(50))}
        followed = Followed()
        (first,) = followed.changed(tx, sent.id, outlets, AT, last=False)
        tx.outbox.sent(first.key, AT, "")
        tx.deliveries.sent(delivery_of(tx, sent, ward.lan), "1", AT)
        assert followed.changed(tx, sent.id, outlets, AT + timedelta(seconds=1), last=False) == [], "too soon"
        (second,) = followed.changed(tx, sent.id, outlets, AT + EVERY, last=False)
        assert [first.reply.settles, second.reply.settles] == [str(card.key), str(card.key)]

    await store.transact(work)
