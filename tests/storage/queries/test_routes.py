"""Where a person is told something: where he wants to be, else where he wrote last, and not where he left."""

from __future__ import annotations

from datetime import timedelta

from bot.messages import Address
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.world import LAN_AT_HOME, LATER, NOW, settle

PAGE = Address(channel="web", bot="web", chat="7")
TERMINAL = Address(channel="console", bot="console", chat="1")


async def test_the_place_used_last_comes_first_until_it_is_left(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        page = tx.accounts.add(PAGE, world.lan, LATER)
        assert [route.address for route in tx.routes.of_one(world.lan)] == [PAGE, LAN_AT_HOME]
        assert [heard.channel for heard in tx.routes.heard()[world.lan]] == ["web", "telegram"]
        tx.accounts.gone(page, LATER)
        assert [route.address for route in tx.routes.of_one(world.lan)] == [LAN_AT_HOME]
        assert [heard.channel for heard in tx.routes.heard()[world.lan]] == ["telegram"]
        tx.accounts.seen(page, LATER + timedelta(hours=1))
        assert tx.routes.of_one(world.lan)[0].account == page

    await store.transact(work)


async def test_the_chosen_place_comes_first_wherever_he_writes_until_he_chooses_again(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        page = tx.accounts.add(PAGE, world.lan, LATER)
        home = tx.accounts.add(LAN_AT_HOME, None, NOW)
        assert tx.routes.choose(world.lan, home, LATER)
        first, second = tx.routes.of_one(world.lan)
        assert (first.account, first.chosen, second.account, second.chosen) == (home, True, page, False)
        assert tx.routes.choose(world.lan, page, LATER)
        assert [route.account for route in tx.routes.of_one(world.lan)] == [page, home]
        tx.accounts.seen(home, LATER + timedelta(hours=1))
        assert tx.routes.choose(world.lan, None, LATER)
        assert [route.account for route in tx.routes.of_one(world.lan)] == [home, page]

    await store.transact(work)


async def test_of_two_places_used_at_once_the_newer_comes_first_and_a_terminal_last_even_if_it_was_chosen(
    store: Store,
) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        terminal = tx.accounts.add(TERMINAL, world.lan, LATER)
        tx.accounts.add(PAGE, world.lan, NOW)
        assert tx.routes.choose(world.lan, terminal, LATER)
        assert [route.address for route in tx.routes.of_one(world.lan)] == [PAGE, LAN_AT_HOME, TERMINAL]

    await store.transact(work)


async def test_a_choice_that_cannot_be_made_leaves_the_one_before(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        binh = tx.people.add("Lê Văn Bình", "", NOW)
        page = tx.accounts.add(PAGE, binh, NOW)
        home = tx.accounts.add(LAN_AT_HOME, None, NOW)
        assert tx.routes.choose(world.lan, home, NOW)
        assert not tx.routes.choose(world.lan, page, LATER)
        assert [route.chosen for route in tx.routes.of_one(world.lan)] == [True]

    await store.transact(work)


async def test_nobody_chooses_somebody_elses_place_and_a_place_that_changes_hands_is_chosen_by_nobody(
    store: Store,
) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        binh = tx.people.add("Lê Văn Bình", "", NOW)
        page = tx.accounts.add(PAGE, binh, NOW)
        assert not tx.routes.choose(world.lan, page, NOW)
        assert tx.routes.choose(binh, page, NOW)
        tx.accounts.link(page, world.lan)
        assert [route.chosen for route in tx.routes.of_one(world.lan)] == [False, False]
        assert tx.routes.of_one(binh) == []

    await store.transact(work)


async def test_a_terminal_comes_last(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        tx.accounts.add(TERMINAL, world.lan, LATER)
        assert [route.address for route in tx.routes.of_one(world.lan)] == [LAN_AT_HOME, TERMINAL]
        tx.accounts.gone_at(LAN_AT_HOME, LATER)
        tx.accounts.gone_at(TERMINAL, LATER)
        assert tx.routes.of([world.lan]) == tx.routes.of([]) == {}

    await store.transact(work)
