"""A case goes on once, and is over once."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta
from functools import partial

import pytest

from bot.domain.carrying import Closing, Reason
from bot.domain.errors import Conflict
from bot.domain.periods import ReportingPeriod, Span
from bot.domain.submissions import Submission, SubmissionId
from bot.domain.units import UnitId
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.world import NOW, TODAY, World, settle

FAMILY = "hoan_canh_kho_khan"


def recorded(tx: Transaction, world: World, code: str = "KK-1") -> Submission:
    """A case of Khóm 1, sent."""
    begun = tx.submissions.start(FAMILY, world.form, world.khom, None, code, {}, world.lan, NOW)
    tx.submissions.send(begun.id, world.form, {}, {}, world.lan, NOW)
    return tx.submissions.get(begun.id)


def carried(tx: Transaction, world: World, last: SubmissionId, period: ReportingPeriod, code: str = "") -> Submission:
    """The same case in a period, not sent yet."""
    code = code or f"KK-1+{period.code}"
    return tx.submissions.start(FAMILY, world.form, world.khom, period.id, code, {}, world.lan, NOW, carried_from=last)


def opened(tx: Transaction, world: World, code: str) -> ReportingPeriod:
    span = Span.parse(code)
    return tx.periods.open(world.ward, span, span.opens, span.khom_due, span.ward_due, None, NOW)


def over(world: World, period: ReportingPeriod) -> Closing:
    return Closing(
        period=period.id,
        until=period.span.last_day,
        reason=Reason.OTHER,
        words="con đã đi làm",
        by=world.lan,
        by_name="Nguyễn Thị Lan",
        at=NOW,
    )


async def test_the_last_link_is_what_was_sent_last(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        first, day = recorded(tx, world), world.period.span.last_day
        draft = carried(tx, world, first.id, world.period)
        assert [link.submission for link in tx.carrying.last_links([world.khom], FAMILY, day)] == [first]
        tx.submissions.send(draft.id, world.form, {}, {}, world.lan, NOW)
        (last,) = tx.carrying.last_links([world.khom], FAMILY, day)
        assert (last.submission.id, last.submission.carried_from, last.known_on) == (draft.id, first.id, day)
        assert [link.submission.id for link in tx.carrying.links([world.khom], FAMILY)] == [first.id, draft.id]
        assert [link.known_on for link in tx.carrying.links([world.khom], FAMILY)] == [TODAY, day]
        assert tx.carrying.links([UnitId(99)], FAMILY) == []
        assert tx.carrying.links([world.khom], "guong_ntvt") == []

    await store.transact(work)


async def test_what_was_begun_and_withdrawn_makes_room_for_the_same_again(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        first = recorded(tx, world)
        draft = carried(tx, world, first.id, world.period)
        with pytest.raises(Conflict, match="already_started"):
            carried(tx, world, first.id, world.period, "KK-1+another")
        tx.submissions.withdraw(draft.id, NOW)
        again = carried(tx, world, first.id, world.period)
        assert (again.code, again.case_code, again.is_report) == ("KK-1+2020-Q4", "KK-1", False)

    await store.transact(work)


async def test_many_cases_go_on_in_a_period_beside_its_one_report(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        tx.submissions.start("khom_dinh_ky", world.form, world.khom, world.period.id, "BC", {}, world.lan, NOW)
        for code in ("KK-1", "KK-2"):
            carried(tx, world, recorded(tx, world, code).id, world.period, f"{code}+2020-Q4")
        assert tx.submissions.live(FAMILY, world.khom, world.period.id) is None
        with pytest.raises(Conflict, match="already_started"):
            tx.submissions.start("khom_dinh_ky", world.form, world.khom, world.period.id, "B2", {}, world.lan, NOW)

    await store.transact(work)


async def test_two_who_carry_a_case_at_once_carry_it_once(store: Store) -> None:
    def begin(tx: Transaction) -> tuple[World, Submission]:
        world = settle(tx)
        return world, recorded(tx, world)

    world, first = await store.transact(begin)

    def carry(code: str, tx: Transaction) -> Submission:
        return carried(tx, world, first.id, world.period, f"KK-1+{code}")

    outcomes = await asyncio.gather(
        *(store.transact(partial(carry, code)) for code in "abcdef"), return_exceptions=True
    )
    assert sum(isinstance(outcome, Submission) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, Conflict) for outcome in outcomes) == 5


async def test_a_case_is_over_once_and_says_why_until_it_is_not(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        first, day = recorded(tx, world), world.period.span.last_day
        closing = over(world, world.period)
        tx.carrying.close(first.id, closing)
        with pytest.raises(Conflict, match="already_closed"):
            tx.carrying.close(first.id, closing)
        (link,) = tx.carrying.last_links([world.khom], FAMILY, day)
        assert link.closing == closing
        assert tx.carrying.last_links([world.khom], FAMILY, day + timedelta(days=1)) == []
        assert len(tx.carrying.links([world.khom], FAMILY)) == 1
        tx.carrying.reopen(first.id)
        tx.carrying.reopen(first.id)
        (link,) = tx.carrying.last_links([world.khom], FAMILY, day)
        assert link.closing is None

    await store.transact(work)


async def test_a_later_period_does_not_forget_what_an_earlier_closed(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        first = recorded(tx, world)
        tx.carrying.close(first.id, over(world, opened(tx, world, "2021-Q1")))
        (link,) = tx.carrying.last_links([world.khom], FAMILY, world.period.span.last_day)
        assert link.closing is not None
        assert link.closing.until == date(2021, 3, 31)

    await store.transact(work)
