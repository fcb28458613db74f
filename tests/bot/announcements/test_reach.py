"""What the officer is told of the ways by which an announcement goes is what a drain then does."""

from __future__ import annotations

from datetime import timedelta

from bot.announcements.reach import reach
from bot.domain.announcements import Recipient
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.actions.announcing import AT, home, settle

SERVED = {("web", "web"), ("zalo_oa", "zalo_oa")}


async def test_where_a_vendor_lets_nobody_write_any_more_comes_after_all_others(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settle(tx)
        lan = Recipient(person=ward.lan, unit=ward.khoms[0])
        tx.accounts.add(home(ward.lan.id, "zalo_oa"), ward.lan.id, AT + timedelta(minutes=1))
        assert list(reach(tx, [lan], SERVED, AT + timedelta(days=6))) == [("zalo_oa", "zalo_oa")]
        assert list(reach(tx, [lan], SERVED, AT + timedelta(days=8))) == [("web", "web")]

    await store.transact(work)
