"""Who may invite whom as what: the ward's officer, in her own ward, as what the menu offers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.actions import inviting
from bot.actions.installation import create_sample
from bot.actions.invitations import invite, revoke
from bot.domain.errors import Missing, Refused
from bot.domain.people import Person, Role
from bot.domain.units import Level, Unit
from bot.messages import Address
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.actions.test_publishing import head, officer
from tests.bot.actions.test_reminding import FOUNDED

HERE = Address(channel="web", bot="web", chat="1")
BEGAN = date(2000, 1, 1)
KEY = b"a key"


def khom_1(tx: Transaction) -> Unit:
    khom = tx.units.by_code("K1")
    assert khom is not None
    return khom


def officer_elsewhere(tx: Transaction) -> Person:
    ward = tx.units.add("P2", "Phường khác", Level.WARD, None, BEGAN, None, 9)
    person = tx.people.add("Tú", "", FOUNDED)
    tx.people.give_post(person, Role.WARD_OFFICER, ward, BEGAN, None)
    return tx.people.get(person, FOUNDED.date())


def new(tx: Transaction, by: Person, role: Role = Role.DEPUTY) -> Person:
    return inviting.invite_new(tx, by=by, unit=khom_1(tx), role=role, name="Nguyễn Văn Mới", to=HERE, at=FOUNDED)


def known(tx: Transaction, by: Person) -> Person:
    return inviting.invite_known(tx, by=by, unit=khom_1(tx), person=head(tx).id, to=HERE, at=FOUNDED)


def taken_back(tx: Transaction, by: Person) -> None:
    unit, who = khom_1(tx).id, head(tx).id
    ticket = invite(tx, key=KEY, by=None, unit=unit, role=Role.HEAD, person=who, at=FOUNDED)
    revoke(tx, by=by, invitation=ticket.id, at=FOUNDED)


ACTS: tuple[Callable[[Transaction, Person], object], ...] = (new, known, taken_back)


@pytest.mark.parametrize("act", ACTS)
async def test_the_officer_may_and_nobody_else(
    sqlite_store: Store, act: Callable[[Transaction, Person], object]
) -> None:
    def work(tx: Transaction) -> None:
        create_sample(tx, FOUNDED)
        for other in (head(tx), officer_elsewhere(tx)):
            with pytest.raises(Refused):
                act(tx, other)
        act(tx, officer(tx))

    await sqlite_store.transact(work)


@pytest.mark.parametrize("role", [role for role in Role if role not in {Role.HEAD, Role.DEPUTY}])
async def test_in_a_khom_somebody_new_becomes_head_or_deputy_and_nothing_else(sqlite_store: Store, role: Role) -> None:
    def work(tx: Transaction) -> None:
        create_sample(tx, FOUNDED)
        with pytest.raises(Missing, match="role"):
            new(tx, officer(tx), role)

    await sqlite_store.transact(work)
