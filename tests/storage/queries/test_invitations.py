"""An invitation opens one door once."""

from __future__ import annotations

import asyncio
from datetime import timedelta

from bot.domain.people import Role
from bot.messages import Address
from storage.queries.invitations import Hashes
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.world import LAN_AT_HOME, LATER, NOW, settle


async def test_an_invitation_is_found_by_the_hash_of_its_token(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        id = tx.invitations.add(
            Hashes(token="hash"), world.khom, Role.DEPUTY, None, NOW + timedelta(days=7), world.lan, NOW
        )
        found = tx.invitations.find("hash")
        assert id is not None
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
    id = await store.transact(
        lambda tx: tx.invitations.add(Hashes(token="hash"), world.khom, Role.DEPUTY, None, LATER, None, NOW)
    )
    assert id is not None
    used = await asyncio.gather(*(store.transact(lambda tx: tx.invitations.use(id, world.lan, NOW)) for _ in range(5)))
    assert sum(used) == 1


async def test_two_open_invitations_never_have_the_same_code(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)

        def add(token: str) -> int | None:
            hashes = Hashes(token=token, code="same", code_expires_at=LATER)
            return tx.invitations.add(hashes, world.khom, Role.DEPUTY, None, LATER, None, NOW)

        first = add("one")
        assert first is not None
        assert add("two") is None
        assert tx.invitations.find("two") is None
        assert tx.invitations.use(first, world.lan, NOW)
        second = add("two")
        assert second is not None
        found = tx.invitations.find_by_code("same")
        assert found is not None
        assert (found.id, found.code_expires_at) == (second, LATER)
        assert tx.invitations.revoke(second, NOW)
        assert not tx.invitations.revoke(second, NOW)
        assert not tx.invitations.use(second, world.lan, NOW)
        assert add("three") is not None

    await store.transact(work)


async def test_wrong_codes_are_counted_by_account_and_channel_for_an_hour_and_a_day(store: Store) -> None:
    def work(tx: Transaction) -> None:
        settle(tx)
        mine = tx.accounts.add(LAN_AT_HOME, None, NOW)
        other = tx.accounts.add(Address(channel="telegram", bot="1", chat="2"), None, NOW)
        page = tx.accounts.add(Address(channel="web", bot="web", chat="3"), None, NOW)
        tx.guesses.add(mine, "telegram", NOW)
        tx.guesses.add(mine, "telegram", NOW + timedelta(minutes=30))
        tx.guesses.add(other, "telegram", NOW + timedelta(minutes=40))
        tx.guesses.add(page, "web", NOW + timedelta(minutes=50))

        def lately(after: timedelta) -> tuple[int, int, int]:
            found = tx.guesses.lately(mine, "telegram", NOW + after)
            return found.account_in_hour, found.channel_in_hour, found.channel_in_day

        assert lately(timedelta(minutes=59)) == (2, 3, 3)
        assert lately(timedelta(minutes=60)) == (1, 2, 3)
        assert lately(timedelta(hours=24)) == (0, 0, 2)
        assert lately(timedelta(hours=25)) == (0, 0, 0)

    await store.transact(work)
