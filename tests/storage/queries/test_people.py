"""People, their posts of a day, and where they can be reached."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from bot.domain.errors import Missing
from bot.domain.people import AccountId, PersonId, Role
from bot.messages import Address
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.world import LAN_AT_HOME, LATER, NOW, TODAY, settle

TU = Address(channel="telegram", bot="1", chat="666")


async def test_a_person_comes_with_the_posts_held_on_that_day(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        tx.people.give_post(world.lan, Role.VIEWER, world.ward, date(2019, 1, 1), date(2020, 12, 17))
        before = tx.people.get(world.lan, date(2020, 12, 17))
        assert [post.role for post in before.posts] == [Role.HEAD, Role.VIEWER]
        lan = tx.people.get(world.lan, TODAY)
        assert [(post.role, post.unit.code) for post in lan.posts] == [(Role.HEAD, "K1")]
        assert tx.people.get(world.lan, date(2018, 1, 1)).posts == ()

    await store.transact(work)


async def test_an_account_tells_whose_it_is(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        known = tx.people.by_account(LAN_AT_HOME, TODAY)
        assert known is not None
        assert known.person == tx.people.get(world.lan, TODAY)
        assert tx.people.by_account(TU, TODAY) is None
        stranger = tx.accounts.add(TU, None, NOW)
        known = tx.people.by_account(TU, TODAY)
        assert known is not None
        assert (known.account, known.person) == (stranger, None)

    await store.transact(work)


async def test_a_stranger_becomes_a_person_when_the_account_is_linked(store: Store) -> None:
    def work(tx: Transaction) -> None:
        account = tx.accounts.add(TU, None, NOW)
        person = tx.people.add("Tú", "", NOW)
        tx.accounts.link(account, person)
        found = tx.accounts.find(TU)
        assert found is not None
        assert (found.id, found.person, found.gone) == (account, person, False)

    await store.transact(work)


async def test_adding_a_known_address_again_changes_nothing(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        again = tx.accounts.add(LAN_AT_HOME, None, LATER)
        found = tx.accounts.find(LAN_AT_HOME)
        assert found is not None
        assert (found.id, found.person) == (again, world.lan)

    await store.transact(work)


async def test_people_with_a_role_on_a_unit_are_found_with_all_their_posts(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        minh = tx.people.add("Minh", "", NOW)
        tx.people.give_post(minh, Role.DEPUTY, world.khom, TODAY)
        tx.people.give_post(minh, Role.VIEWER, world.ward, TODAY)
        [head] = tx.people.with_role_on(world.khom, [Role.HEAD], TODAY)
        assert head.id == world.lan
        both = tx.people.with_role_on(world.khom, [Role.HEAD, Role.DEPUTY], TODAY)
        assert [len(person.posts) for person in both] == [1, 2]
        assert tx.people.with_role_on(world.khom, [Role.DEPUTY], TODAY - timedelta(days=1)) == []

    await store.transact(work)


async def test_a_form_of_address_is_kept(store: Store) -> None:
    def work(tx: Transaction) -> str:
        world = settle(tx)
        tx.people.set_salutation(world.lan, "cô")
        return tx.people.get(world.lan, TODAY).salutation

    assert await store.transact(work) == "cô"


async def test_unknown_people_and_accounts_are_missing(store: Store) -> None:
    with pytest.raises(Missing):
        await store.read(lambda tx: tx.people.get(PersonId(9), TODAY))
    with pytest.raises(Missing):
        await store.transact(lambda tx: tx.people.set_salutation(PersonId(9), "cô"))
    with pytest.raises(Missing):
        await store.transact(lambda tx: tx.accounts.gone(AccountId(9), NOW))


async def test_an_address_that_nobody_reads_any_more_is_gone_whoever_it_belongs_to(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        tx.accounts.gone_at(LAN_AT_HOME, NOW)
        tx.accounts.gone_at(TU, NOW)
        assert tx.routes.of_one(world.lan) == []
        assert tx.accounts.find(TU) is None

    await store.transact(work)


async def test_members_are_found_by_their_exact_name(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        minh = tx.people.add("Minh", "", NOW)
        assert [person.id for person in tx.people.everybody(TODAY)] == [world.lan, minh]
        assert [person.id for person in tx.people.named("Nguyễn Thị Lan", TODAY)] == [world.lan]
        assert tx.people.named("lan", TODAY) == []

    await store.transact(work)


async def test_that_somebody_writes_is_noted_once_a_minute_and_at_once_of_whoever_was_gone(store: Store) -> None:
    def work(tx: Transaction) -> None:
        settle(tx)
        caller = tx.people.by_account(LAN_AT_HOME, TODAY)
        assert caller is not None
        assert caller.is_known_to_be_here(caller.seen_at + timedelta(seconds=59))
        assert not caller.is_known_to_be_here(caller.seen_at + timedelta(seconds=60))
        tx.accounts.gone(caller.account, NOW)
        again = tx.people.by_account(LAN_AT_HOME, TODAY)
        assert again is not None
        assert not again.is_known_to_be_here(again.seen_at)

    await store.transact(work)
