"""Coming in by an invitation: one person by each, and by one's own only as long as one holds a post."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from functools import partial

import pytest

from bot.actions.invitations import accept, by_token, invite, invite_oneself
from bot.actions.joining_codes import MOST_OF_ACCOUNT, by_code
from bot.domain.errors import Invalid, Missing
from bot.domain.people import Person, PersonId, Role
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.actions.announcing import AT, TODAY, home, settle

KEY = b"k" * 32


async def test_of_several_who_come_at_once_one_is_let_in_and_nothing_is_left_of_the_others(store: Store) -> None:
    def begin(tx: Transaction) -> tuple[str, int]:
        ward = settle(tx)
        ticket = invite(tx, key=KEY, by=ward.hoa, unit=ward.khoms[1].id, role=Role.DEPUTY, person=None, at=AT)
        return ticket.token, len(tx.people.everybody(TODAY))

    token, before = await store.transact(begin)

    def come(tx: Transaction, number: int) -> Person | None:
        account = tx.accounts.add(home(PersonId(number), "telegram"), None, AT)
        try:
            invitation = by_token(tx, token, None, AT)
            return accept(tx, invitation=invitation, account=account, name=f"Người {number}", person=None, at=AT)
        except Invalid:
            # As the router does: what is refused is said, and the turn is over.
            return None

    came = await asyncio.gather(*(store.transact(partial(come, number=number)) for number in range(900, 906)))
    assert sum(each is not None for each in came) == 1
    assert len(await store.read(lambda tx: tx.people.everybody(TODAY))) == before + 1


async def test_who_has_left_all_posts_does_not_come_back_by_a_code_of_his_own(store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settle(tx)
        id = tx.people.add("Đỗ Văn Sáu", "", AT)
        tx.people.give_post(id, Role.DEPUTY, ward.khoms[1].id, TODAY, TODAY)
        ticket = invite_oneself(tx, key=KEY, who=tx.people.get(id, TODAY), at=AT)
        tomorrow = AT + timedelta(days=1)
        account = tx.accounts.add(home(id, "telegram"), None, tomorrow)
        invitation = by_token(tx, ticket.token, None, tomorrow)
        with pytest.raises(Missing):
            accept(tx, invitation=invitation, account=account, name="", person=None, at=tomorrow)
        assert tx.routes.of_one(id) == []

    await store.transact(work)


async def test_it_ends_at_its_moment_and_the_code_of_a_short_one_no_later(sqlite_store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward, hour = settle(tx), timedelta(hours=1)
        ticket = invite(
            tx,
            key=KEY,
            by=ward.hoa,
            unit=ward.khoms[1].id,
            role=Role.DEPUTY,
            person=None,
            at=AT,
            valid_for=hour,
        )
        assert (ticket.expires_at, ticket.code_expires_at) == (AT + hour, AT + hour)
        account = tx.accounts.add(home(PersonId(900), "telegram"), None, AT)
        typed = partial(by_code, tx, key=KEY, code=ticket.code, account=account, channel="telegram", person=None)
        last_moment = AT + hour - timedelta(microseconds=1)
        assert by_token(tx, ticket.token, None, last_moment) == typed(at=last_moment)
        with pytest.raises(Invalid, match="invitation_expired"):
            by_token(tx, ticket.token, None, AT + hour)
        with pytest.raises(Invalid, match="code_wrong"):
            typed(at=AT + hour)

    await sqlite_store.transact(work)


async def test_a_post_that_was_left_does_not_come_back_by_a_code_of_ones_own(sqlite_store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward, tomorrow = settle(tx), AT + timedelta(days=1)
        id = tx.people.add("Đỗ Văn Sáu", "", AT)
        tx.people.give_post(id, Role.DEPUTY, ward.khoms[1].id, TODAY, TODAY)
        tx.people.give_post(id, Role.HEAD, ward.khoms[2].id, TODAY)
        ticket = invite_oneself(tx, key=KEY, who=tx.people.get(id, TODAY), at=AT)
        account = tx.accounts.add(home(id, "telegram"), None, tomorrow)
        invitation = by_token(tx, ticket.token, None, tomorrow)
        member = accept(tx, invitation=invitation, account=account, name="", person=None, at=tomorrow)
        assert [(post.role, post.unit.id) for post in member.posts] == [(Role.HEAD, ward.khoms[2].id)]
        assert [route.account for route in tx.routes.of_one(id)] == [account]

    await sqlite_store.transact(work)


async def test_after_five_wrong_codes_the_right_one_has_to_wait_as_well(sqlite_store: Store) -> None:
    def work(tx: Transaction) -> None:
        ward = settle(tx)
        ticket = invite(tx, key=KEY, by=ward.hoa, unit=ward.khoms[1].id, role=Role.DEPUTY, person=None, at=AT)
        account = tx.accounts.add(home(PersonId(900), "telegram"), None, AT)
        typed = partial(by_code, tx, key=KEY, account=account, channel="telegram", person=None)
        wrong = f"{(int(ticket.code) + 1) % 10**6:06}"
        for refused in [*["code_wrong"] * (MOST_OF_ACCOUNT - 1), "codes_wait"]:
            with pytest.raises(Invalid, match=refused):
                typed(code=wrong, at=AT)
        with pytest.raises(Invalid, match="codes_wait"):
            typed(code=ticket.code, at=AT)
        assert typed(code=ticket.code, at=AT + timedelta(hours=1)).id == ticket.id

    await sqlite_store.transact(work)
