"""Who sees what a khóm has sent to the ward, who enters it, and who says whether it is right; nobody else."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from bot.actions import confirming, entering, entrusting
from bot.domain.entrustments import WHOLE
from bot.domain.errors import Conflict, Refused
from bot.domain.people import Person, Role
from bot.domain.submissions import SubmissionId
from bot.domain.units import Level, UnitId
from storage.store import Store
from storage.transaction import Transaction
from tests.bot.actions.test_entrusting import LATER, LATEST, PHOTO, begun, enters, key_of, left, opened, tells
from tests.bot.actions.test_publishing import AT, TODAY, head, officer


def _person(tx: Transaction, name: str) -> Person:
    return tx.people.get(tx.people.add(name, "", AT), TODAY)


def _holding(tx: Transaction, role: Role, code: str) -> Person:
    unit = tx.units.by_code(code) if code else tx.units.wards(TODAY)[0]
    assert unit is not None
    return _appointed(tx, role, unit.id)


def _officer_elsewhere(tx: Transaction) -> Person:
    ward = tx.units.add("P9", "Phường khác", Level.WARD, None, date(2000, 1, 1))
    return _appointed(tx, Role.WARD_OFFICER, ward)


def _appointed(tx: Transaction, role: Role, unit: UnitId) -> Person:
    person = tx.people.add("Ai đó", "", AT)
    tx.people.give_post(person, role, unit, date(2020, 1, 1))
    return tx.people.get(person, TODAY)


STRANGERS: dict[str, Callable[[Transaction], Person]] = {
    "the head of another khóm": lambda tx: _holding(tx, Role.HEAD, "K2"),
    "the khóm's own head": head,
    "a viewer of the ward": lambda tx: _holding(tx, Role.VIEWER, ""),
    "an approver of the ward": lambda tx: _holding(tx, Role.APPROVER, ""),
    "an officer of another ward": _officer_elsewhere,
    "nobody": lambda tx: _person(tx, "Tú"),
}


@pytest.mark.parametrize("who", STRANGERS)
async def test_nobody_but_the_wards_officer_sees_what_was_sent_or_enters_anything(store: Store, who: str) -> None:
    def work(tx: Transaction) -> None:
        left(tx)
        stranger, hoa = STRANGERS[who](tx), officer(tx)
        with pytest.raises(Refused, match="enter_for"):
            entering.open_sheet(tx, stranger, SubmissionId(1), LATER)
        assert entering.waiting(tx, stranger) == []
        assert len(entering.waiting(tx, hoa)) == 1

    await store.transact(work)


@pytest.mark.parametrize("who", ["the head of another khóm", "a viewer of the ward", "nobody"])
async def test_nobody_but_the_khom_says_whether_it_is_right(sqlite_store: Store, who: str) -> None:
    def work(tx: Transaction) -> None:
        left(tx)
        enters(tx, "412")
        moment = tells(tx)
        for somebody in (STRANGERS[who](tx), officer(tx)):
            with pytest.raises(Refused, match="fill"):
                confirming.open_question(tx, somebody, SubmissionId(1), moment, LATEST)
            assert confirming.pending(tx, somebody) == []

    await sqlite_store.transact(work)


async def test_only_who_holds_it_sends_files_or_leaves_anything(sqlite_store: Store) -> None:
    def work(tx: Transaction) -> None:
        interview = begun(tx)
        (khom, *_) = head(tx).posts
        (minh,) = tx.people.with_role_on(khom.unit.id, (Role.DEPUTY,), TODAY)
        theirs = opened(tx, minh)
        with pytest.raises(Conflict, match="held"):
            entrusting.enclose(tx, minh, theirs, files=[PHOTO], key=WHOLE, at=AT)
        with pytest.raises(Conflict, match="held"):
            entrusting.leave(tx, minh, theirs, key_of(interview), AT)
        assert tx.entrustments.of(SubmissionId(1)) == []
        assert tx.enclosures.of(SubmissionId(1)) == []

    await sqlite_store.transact(work)
