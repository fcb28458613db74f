"""An export that was asked for stays open until it is made or has failed."""

from __future__ import annotations

from storage.store import Store
from storage.transaction import Transaction
from tests.storage.world import LAN_AT_HOME, LATER, NOW, settle


async def test_a_request_is_open_until_it_is_done_or_failed(store: Store) -> None:
    def work(tx: Transaction) -> None:
        lan = settle(tx).lan
        ids = [tx.exports.request("workbook", {"period": code}, lan, LAN_AT_HOME, NOW) for code in ("Q3", "Q4", "2020")]
        first, *_ = tx.exports.open_requests()
        assert (first.id, first.what, first.params) == (ids[0], "workbook", {"period": "Q3"})
        assert (first.by, first.address, first.asked_at) == (lan, LAN_AT_HOME, NOW)
        tx.exports.done(ids[0], "ab" * 32, LATER)
        tx.exports.failed(ids[2], "template missing")
        assert [request.id for request in tx.exports.open_requests()] == [ids[1]]

    await store.transact(work)
