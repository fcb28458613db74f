"""An invitation opens one door once."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from bot.domain.people import Role
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.world import LATER, NOW, settle


async def test_an_invitation_is_found_by_the_hash_of_its_token(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        id = tx.invitations.add("hash", world.khom, Role.DEPUTY, None, NOW + timedelta(days=7), world.lan, NOW)
        found = tx.invitations.find("hash")
        assert found is not None
        assert (found.id, found.unit, found.role, found.person) == (id, world.khom, Role.DEPUTY, None)
        assert (found.expires_at, found.used_at) == (NOW + timedelta(days=7), None)
        assert tx.invitations.find("other") is None
        assert tx.invitations.use(id, world.lan, LATER)
        assert not tx.invitations.use(id, world.lan, LATER)
        used = tx.invitations.find("hash")
        assert used is not None
        assert (used.used_by, used.used_at) == (world.lan, LATER)

    await store.transact(work)


async def test_of_two_who_use_it_at_once_one_gets_in(store: Store) -> None:
    world = await store.transact(settle)
    id = await store.transact(lambda tx: tx.invitations.add("hash", world.khom, Role.DEPUTY, None, LATER, None, NOW))
    used = await asyncio.gather(*(store.transact(lambda tx: tx.invitations.use(id, world.lan, NOW)) for _ in range(5)))
    assert sum(used) == 1
