"""Who holds a submission alone writes in it: kept by the use cases, whatever a handler lets through."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest

from bot.actions import filling, holding
from bot.actions.filling import Interview
from bot.actions.installation import create_sample
from bot.actions.periods import due_for
from bot.domain.errors import Conflict, Refused
from bot.domain.people import Person, Role
from bot.domain.submissions import SubmissionId
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.actions.test_publishing import AT, TODAY, head, officer, publish

LATER = AT + timedelta(minutes=5)


def deputy(tx: Transaction) -> Person:
    (khom, *_) = head(tx).posts
    (found,) = tx.people.with_role_on(khom.unit.id, (Role.DEPUTY,), TODAY)
    return found


def begun(tx: Transaction) -> SubmissionId:
    create_sample(tx, AT)
    lan = head(tx)
    return filling.start_report(tx, lan, due_for(tx, lan, TODAY)[0], AT).id


WRITING: dict[str, Callable[[Transaction, Person, Interview], object]] = {
    "save": lambda tx, minh, opened: filling.save(tx, minh, opened, "tong_so_ho", LATER),
    "move": lambda tx, minh, opened: filling.move(tx, minh, opened, LATER),
    "send": lambda tx, minh, opened: filling.send(tx, minh, opened, LATER),
    "withdraw": lambda tx, minh, opened: filling.withdraw(tx, minh, opened, LATER),
}


@pytest.mark.parametrize("way", WRITING)
async def test_nobody_but_the_holder_writes(sqlite_store: Store, way: str) -> None:
    def work(tx: Transaction) -> None:
        report, minh = begun(tx), deputy(tx)
        before = tx.submissions.get(report)
        opened = filling.open_interview(tx, minh, report, LATER)
        opened.filling.answer("412")
        with pytest.raises(Conflict, match="held"):
            WRITING[way](tx, minh, opened)
        assert tx.submissions.get(report) == before

    await sqlite_store.transact(work)


async def test_who_takes_it_over_writes_and_the_first_no_more(store: Store) -> None:
    def work(tx: Transaction) -> None:
        report, lan, minh = begun(tx), head(tx), deputy(tx)
        theirs = filling.open_interview(tx, minh, report, LATER)
        holding.take(tx, minh, theirs, LATER)
        filling.move(tx, minh, theirs, LATER)
        held = tx.submissions.get(report)
        assert (held.holder, held.held_at, held.author) == (minh.id, LATER, minh.id)
        with pytest.raises(Conflict, match="held"):
            filling.move(tx, lan, filling.open_interview(tx, lan, report, LATER), LATER)

    await store.transact(work)


async def test_what_is_let_go_stays_its_last_holders_until_somebody_opens_it(store: Store) -> None:
    def work(tx: Transaction) -> None:
        report, lan, minh = begun(tx), head(tx), deputy(tx)
        holding.let_go(tx, minh, filling.open_interview(tx, minh, report, LATER))
        assert tx.submissions.get(report).holder == lan.id, "who does not hold it cannot let it go"
        holding.let_go(tx, lan, filling.open_interview(tx, lan, report, LATER))
        assert tx.submissions.get(report).holder is None
        assert holding.holds(lan, tx.submissions.get(report))
        assert not holding.holds(minh, tx.submissions.get(report))

    await store.transact(work)


async def test_only_what_is_taken_from_somebody_else_is_written_down(sqlite_store: Store) -> None:
    def work(tx: Transaction) -> None:
        report, lan, minh = begun(tx), head(tx), deputy(tx)
        holding.take(tx, lan, filling.open_interview(tx, lan, report, AT), AT)
        holding.let_go(tx, lan, filling.open_interview(tx, lan, report, AT))
        holding.take(tx, minh, filling.open_interview(tx, minh, report, LATER), LATER)
        holding.take(tx, lan, filling.open_interview(tx, lan, report, LATER), LATER)
        taken = [(entry.actor, entry.detail) for entry in tx.audit.gathered if entry.action == "taken_over"]
        assert taken == [(lan.id, {"from": minh.id})]

    await sqlite_store.transact(work)


async def test_who_has_no_post_there_does_not_even_look(sqlite_store: Store) -> None:
    def work(tx: Transaction) -> None:
        report = begun(tx)
        with pytest.raises(Refused):
            filling.open_interview(tx, officer(tx), report, LATER)

    await sqlite_store.transact(work)


async def test_who_only_looks_does_not_move_the_report_to_another_version(sqlite_store: Store) -> None:
    def work(tx: Transaction) -> None:
        report, lan, minh = begun(tx), head(tx), deputy(tx)
        publish(tx)
        before = tx.submissions.get(report)
        assert filling.open_interview(tx, minh, report, LATER).moved is None
        assert tx.submissions.get(report) == before
        assert filling.open_interview(tx, lan, report, LATER).moved is not None

    await sqlite_store.transact(work)
