"""A session is one row per person, replaced as a whole."""

from __future__ import annotations

from storage.store import Store
from storage.transaction import Transaction
from tests.storage.world import NOW, settle


async def test_a_session_is_empty_at_first_and_then_what_was_put_last(store: Store) -> None:
    def work(tx: Transaction) -> None:
        lan = settle(tx).lan
        assert tx.sessions.get(lan) == {}
        tx.sessions.put(lan, {"serial": 1, "menu": True}, NOW)
        tx.sessions.put(lan, {"serial": 2, "trả lời": ["một", None, 1.5]}, NOW)
        assert tx.sessions.get(lan) == {"serial": 2, "trả lời": ["một", None, 1.5]}

    await store.transact(work)


async def test_a_session_is_taken_before_and_after_it_was_put(store: Store) -> None:
    def work(tx: Transaction) -> None:
        lan = settle(tx).lan
        assert tx.sessions.take(lan, NOW) == {}
        tx.sessions.put(lan, {"serial": 1}, NOW)
        assert tx.sessions.take(lan, NOW) == {"serial": 1}

    await store.transact(work)
