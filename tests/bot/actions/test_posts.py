"""Who holds which post in a ward, who may end one, and what that ends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.actions import posts
from bot.actions.filling import start_report
from bot.actions.installation import create_sample
from bot.actions.invitations import accept, by_token, invite
from bot.actions.periods import due_for
from bot.domain.access import GRANTED, Permission
from bot.domain.errors import BotError, Conflict, Invalid, Missing, Refused
from bot.domain.people import Person, Role
from bot.domain.units import UnitId
from bot.messages import Address
from bot.texts import sample
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.actions.test_inviting import KEY, khom_1, officer_elsewhere
from tests.bot.actions.test_publishing import officer
from tests.bot.actions.test_reminding import FOUNDED

MAY = GRANTED[Permission.END_POSTS]


def head(tx: Transaction) -> Person:
    """Lan, who heads Khóm 1."""
    (lan,) = tx.people.named(sample.HEADS[0], FOUNDED.date())
    return lan


def everybody(tx: Transaction, by: Person) -> object:
    return posts.places(tx, by=by, ward=officer(tx).posts[0].unit, at=FOUNDED)


def of_khom_1(tx: Transaction, by: Person) -> object:
    return posts.place(tx, by=by, unit=khom_1(tx).id, at=FOUNDED)


def ends(tx: Transaction, by: Person) -> Person:
    return posts.end(tx, by=by, unit=khom_1(tx).id, person=head(tx).id, role=Role.HEAD, at=FOUNDED)


ACTS: tuple[Callable[[Transaction, Person], object], ...] = (everybody, of_khom_1, ends)


def somebody(tx: Transaction, role: Role, unit: UnitId) -> Person:
    """Somebody new who holds just that post."""
    person = tx.people.add(f"Người {role}", "", FOUNDED)
    tx.people.give_post(person, role, unit, FOUNDED.date())
    return tx.people.get(person, FOUNDED.date())


@pytest.mark.parametrize("act", ACTS)
async def test_nobody_but_officers_and_administrators_of_the_ward_may(
    sqlite_store: Store, act: Callable[[Transaction, Person], object]
) -> None:
    def work(tx: Transaction) -> None:
        create_sample(tx, FOUNDED)
        ward = officer(tx).posts[0].unit.id
        others = [somebody(tx, role, ward) for role in Role if role not in MAY]
        others += [somebody(tx, role, khom_1(tx).id) for role in (Role.DEPUTY, Role.SECTOR_REPORTER)]
        stranger = tx.people.get(tx.people.add("Tú", "", FOUNDED), FOUNDED.date())
        for other in (*others, head(tx), officer_elsewhere(tx), stranger):
            with pytest.raises(Refused):
                act(tx, other)
        assert head(tx).posts
        act(tx, officer(tx))

    await sqlite_store.transact(work)


async def test_an_administrator_may_too(sqlite_store: Store) -> None:
    def work(tx: Transaction) -> None:
        create_sample(tx, FOUNDED)
        assert not ends(tx, somebody(tx, Role.ADMIN, officer(tx).posts[0].unit.id)).posts

    await sqlite_store.transact(work)


async def test_nobody_shuts_himself_out_nor_the_administrator(sqlite_store: Store) -> None:
    def work(tx: Transaction) -> None:
        create_sample(tx, FOUNDED)
        hoa = officer(tx)
        ward = hoa.posts[0].unit
        admin = somebody(tx, Role.ADMIN, ward.id)
        approver = somebody(tx, Role.APPROVER, ward.id)
        for person, role, code in ((hoa, Role.WARD_OFFICER, "own_post"), (admin, Role.ADMIN, "admins_post")):
            with pytest.raises(Conflict) as refused:
                posts.end(tx, by=hoa, unit=ward.id, person=person.id, role=role, at=FOUNDED)
            assert refused.value.code == code
        found = posts.place(tx, by=hoa, unit=ward.id, at=FOUNDED)
        assert {each.person.id for each in found.held} == {hoa.id, admin.id, approver.id}
        assert [each.person.id for each in posts.endable(found, hoa)] == [approver.id]

    await sqlite_store.transact(work)


async def test_a_post_that_is_over_or_never_was_cannot_be_ended(sqlite_store: Store) -> None:
    def work(tx: Transaction) -> None:
        create_sample(tx, FOUNDED)
        lan = head(tx)
        with pytest.raises(Missing):
            posts.end(tx, by=officer(tx), unit=khom_1(tx).id, person=lan.id, role=Role.DEPUTY, at=FOUNDED)
        ends(tx, officer(tx))
        with pytest.raises(Missing):
            posts.end(tx, by=officer(tx), unit=khom_1(tx).id, person=lan.id, role=Role.HEAD, at=FOUNDED)

    await sqlite_store.transact(work)


async def test_it_ends_at_once_and_stays_in_the_history(store: Store) -> None:
    def work(tx: Transaction) -> None:
        create_sample(tx, FOUNDED - timedelta(days=30))
        lan, unit = head(tx), khom_1(tx).id
        assert ends(tx, officer(tx)).posts == ()
        assert not tx.people.with_role_on(unit, (Role.HEAD,), FOUNDED.date())
        (before,) = tx.people.with_role_on(unit, (Role.HEAD,), FOUNDED.date() - timedelta(days=1))
        assert before.id == lan.id

    def is_written_down(tx: Transaction) -> None:
        last = tx.audit.about(f"person:{head(tx).id}")[-1]
        assert (last.action, last.actor) == ("post_ended", officer(tx).id)

    await store.transact(work)
    await store.read(is_written_down)


async def test_an_invitation_that_was_not_used_does_not_bring_the_post_back(sqlite_store: Store) -> None:
    def work(tx: Transaction) -> None:
        create_sample(tx, FOUNDED)
        lan, unit = head(tx), khom_1(tx).id
        ticket = invite(tx, key=KEY, by=None, unit=unit, role=Role.HEAD, person=lan.id, at=FOUNDED)
        minh = tx.people.with_role_on(unit, (Role.DEPUTY,), FOUNDED.date())[0]
        other = invite(tx, key=KEY, by=None, unit=unit, role=Role.DEPUTY, person=minh.id, at=FOUNDED)
        ends(tx, officer(tx))
        with pytest.raises(Invalid) as refused:
            by_token(tx, ticket.token, None, FOUNDED)
        assert refused.value.code == "invitation_revoked"
        account = tx.accounts.add(Address(channel="web", bot="web", chat="9"), None, FOUNDED)
        found = by_token(tx, other.token, None, FOUNDED)
        assert accept(tx, invitation=found, account=account, name="", person=None, at=FOUNDED).id == minh.id

    await sqlite_store.transact(work)


async def test_what_was_begun_waits_for_whoever_follows(sqlite_store: Store) -> None:
    def work(tx: Transaction) -> None:
        create_sample(tx, FOUNDED)
        lan = head(tx)
        begun = start_report(tx, lan, due_for(tx, lan, FOUNDED.date())[0], FOUNDED)
        assert tx.submissions.get(begun.id).holder == lan.id
        ends(tx, officer(tx))
        kept = tx.submissions.get(begun.id)
        assert (kept.holder, kept.author, kept.status) == (None, lan.id, begun.status)

    await sqlite_store.transact(work)


async def test_who_stays_deputy_goes_on_holding_what_he_has_begun(sqlite_store: Store) -> None:
    def work(tx: Transaction) -> None:
        create_sample(tx, FOUNDED)
        tx.people.give_post(head(tx).id, Role.DEPUTY, khom_1(tx).id, FOUNDED.date())
        lan = head(tx)
        begun = start_report(tx, lan, due_for(tx, lan, FOUNDED.date())[0], FOUNDED)
        assert [post.role for post in ends(tx, officer(tx)).posts] == [Role.DEPUTY]
        assert tx.submissions.get(begun.id).holder == lan.id

    await sqlite_store.transact(work)


def test_whatever_is_refused_has_its_sentence() -> None:
    from bot.texts.problems import UNKNOWN, sentence

    for code in ("end_posts", "post", "own_post", "admins_post"):
        assert sentence(BotError(code)) != UNKNOWN
