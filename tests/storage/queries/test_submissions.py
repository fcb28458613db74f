"""One live submission per form, unit and period; each sending is a new revision that never changes."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest

from bot.domain.errors import Conflict, Missing
from bot.domain.periods import PeriodId, Span
from bot.domain.submissions import Confirmed, Empty, Status, Submission, SubmissionId
from bot.domain.units import Level
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.world import LATER, NOW, TODAY, World, settle

FAMILY = "khom_dinh_ky"


def start(
    tx: Transaction, world: World, code: str, *, period: PeriodId | None = None, at: datetime = NOW
) -> Submission:
    """Begin a submission of Khóm 1."""
    return tx.submissions.start(FAMILY, world.form, world.khom, period, code, {"cursor": "a"}, world.lan, at)


def codes_until(tx: Transaction, world: World, span: Span, most: int) -> list[str]:
    return [sent.span.code for sent in tx.submissions.sent_until(FAMILY, world.khom, span, most)]


def send(tx: Transaction, world: World, id: SubmissionId, ho: str, at: datetime = NOW) -> None:
    """Send it with the number of households."""
    tx.submissions.send(id, world.form, {"ho": ho}, {}, world.lan, at)


async def test_a_draft_is_kept_as_it_was_left(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        begun = start(tx, world, "BC-K1-2020-001", period=world.period.id)
        assert (begun.status, begun.created_at, begun.filling) == (Status.DRAFT, NOW, {"cursor": "a"})
        minh = tx.people.add("Minh", "", NOW)
        assert tx.submissions.open(begun.id, TODAY).submission == begun
        tx.submissions.save_filling(begun.id, {"cursor": "b", "values": {"tên": "Lê Văn Tám"}}, minh, LATER)
        left = tx.submissions.get(begun.id)
        assert left.filling == {"cursor": "b", "values": {"tên": "Lê Văn Tám"}}
        assert (left.author, left.created_at, left.updated_at) == (minh, NOW, LATER)

    await store.transact(work)


async def test_a_second_submission_for_the_period_is_refused_and_spoils_nothing(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        first = start(tx, world, "1", period=world.period.id)
        with pytest.raises(Conflict, match="already_started"):
            start(tx, world, "2", period=world.period.id)
        assert tx.submissions.live(FAMILY, world.khom, world.period.id) == first

    await store.transact(work)


async def test_two_who_start_the_same_report_at_once_get_one(store: Store) -> None:
    world = await store.transact(settle)

    def begin(code: str, tx: Transaction) -> Submission:
        return start(tx, world, code, period=world.period.id)

    outcomes = await asyncio.gather(
        *(store.transact(partial(begin, code)) for code in "abcdef"),
        return_exceptions=True,
    )
    assert sum(isinstance(outcome, Submission) for outcome in outcomes) == 1
    assert sum(isinstance(outcome, Conflict) for outcome in outcomes) == 5


async def test_a_withdrawn_submission_makes_room_for_another(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        first = start(tx, world, "1", period=world.period.id)
        tx.submissions.withdraw(first.id, NOW)
        tx.submissions.withdraw(first.id, NOW)
        assert tx.submissions.live(FAMILY, world.khom, world.period.id) is None
        second = start(tx, world, "2", period=world.period.id)
        assert [found.id for found in tx.submissions.of_period(world.period.id, FAMILY)] == [second.id]
        assert [found.id for found in tx.submissions.of_family([world.khom], FAMILY)] == [second.id]
        assert [found.id for found in tx.submissions.of_unit(world.khom, 10)] == [second.id]

    await store.transact(work)


async def test_what_was_sent_cannot_be_withdrawn(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        sent = start(tx, world, "1")
        send(tx, world, sent.id, "412")
        with pytest.raises(Conflict, match="already_sent"):
            tx.submissions.withdraw(sent.id, NOW)

    await store.transact(work)


async def test_without_a_period_a_unit_may_have_many(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        first = start(tx, world, "KK-1")
        second = start(tx, world, "KK-2", at=LATER)
        assert [draft.id for draft in tx.submissions.drafts(world.khom)] == [second.id, first.id]
        with pytest.raises(Conflict):
            start(tx, world, "KK-2")

    await store.transact(work)


async def test_each_sending_is_a_revision_and_the_earlier_ones_stay(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        draft = start(tx, world, "1", period=world.period.id)
        assert tx.submissions.latest_revision(draft.id) is None
        empties = {"vang": Empty.UNKNOWN, "tre": Empty.NOTHING}
        first = tx.submissions.send(draft.id, world.form, {"ho": "412"}, empties, world.lan, NOW)
        assert (first.number, first.values, first.empties) == (1, {"ho": "412"}, empties)
        assert (first.sent_by_name, first.sent_at) == ("Nguyễn Thị Lan", NOW)
        assert tx.submissions.get(draft.id).status is Status.SUBMITTED
        assert tx.submissions.drafts(world.khom) == [], "nobody has touched it since"
        tx.submissions.set_status(draft.id, Status.RETURNED, LATER)
        assert [found.id for found in tx.submissions.drafts(world.khom)] == [draft.id]
        send(tx, world, draft.id, "413", LATER)
        assert [revision.values["ho"] for revision in tx.submissions.revisions(draft.id)] == ["412", "413"]
        latest = tx.submissions.latest_revision(draft.id)
        assert latest is not None
        assert (latest.number, latest.values) == (2, {"ho": "413"})

    await store.transact(work)


async def test_of_a_period_that_was_sent_again_only_the_last_sending_counts_as_earlier(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        draft = start(tx, world, "1", period=world.period.id)
        send(tx, world, draft.id, "4120", NOW)
        send(tx, world, draft.id, "412", LATER)
        assert [sent.values for sent in tx.submissions.sent_until(FAMILY, world.khom, Span.parse("2021-Q1"), 8)] == [
            {"ho": "412"}
        ]

    await store.transact(work)


async def test_what_was_confirmed_is_sent_along(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        draft = start(tx, world, "1", period=world.period.id)
        confirmed = {"ho": Confirmed(found="Kỳ trước 41 hộ, lần này 412 hộ: tăng gấp 10 lần.", reason="sáp nhập")}
        tx.submissions.send(draft.id, world.form, {"ho": "412"}, {}, world.lan, NOW, confirmed=confirmed)
        send(tx, world, draft.id, "413", LATER)
        assert [revision.confirmed for revision in tx.submissions.revisions(draft.id)] == [confirmed, {}]

    await store.transact(work)


async def test_the_latest_revisions_of_many_are_found_at_once(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        first, second, unsent = (start(tx, world, code).id for code in "123")
        send(tx, world, first, "1")
        send(tx, world, first, "2")
        send(tx, world, second, "3")
        latest = tx.submissions.latest_revisions([first, second, unsent])
        assert {id: revision.values["ho"] for id, revision in latest.items()} == {first: "2", second: "3"}
        assert tx.submissions.latest_revisions([]) == {}

    await store.transact(work)


async def test_last_time_is_the_newest_earlier_period_whenever_it_was_sent(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        q4 = Span.parse("2020-Q4")
        assert tx.submissions.sent_until(FAMILY, world.khom, q4, 8) == []
        for code, sent_at in (("2020-Q3", NOW), ("2020-Q2", LATER)):
            span = Span.parse(code)
            period = tx.periods.open(world.ward, span, span.opens, span.khom_due, span.ward_due, None, NOW)
            send(tx, world, start(tx, world, code, period=period.id).id, code, sent_at)
        send(tx, world, start(tx, world, "now", period=world.period.id).id, "2020-Q4", LATER + timedelta(days=1))
        newest = tx.submissions.last_sent(FAMILY, world.khom)
        assert newest is not None
        assert newest.values["ho"] == "2020-Q4"
        assert codes_until(tx, world, q4, 8) == ["2020-Q3", "2020-Q2"]
        assert codes_until(tx, world, q4, 1) == ["2020-Q3"]
        # The year ends with the quarter; the half-year that ended with quarter II lies in the year.
        assert codes_until(tx, world, Span.parse("2020"), 8) == ["2020-Q4"]
        assert codes_until(tx, world, Span.parse("2020-H1"), 8) == ["2020-Q2"]
        other = tx.units.add("K2", "Khóm 2", Level.KHOM, world.ward, TODAY)
        assert tx.submissions.last_sent(FAMILY, other) is None

    await store.transact(work)


async def test_running_numbers_start_again_with_the_vietnamese_year(store: Store) -> None:
    def work(tx: Transaction) -> None:
        world = settle(tx)
        assert tx.submissions.next_number(world.khom, FAMILY, 2020) == 1
        # 18:30 on New Year's Eve in Greenwich is 01:30 on New Year's Day in Vietnam.
        start(tx, world, "a", at=datetime(2020, 12, 31, 16, 30, tzinfo=UTC))
        start(tx, world, "b", at=datetime(2020, 12, 31, 18, 30, tzinfo=UTC))
        assert tx.submissions.next_number(world.khom, FAMILY, 2020) == 2
        assert tx.submissions.next_number(world.khom, FAMILY, 2021) == 2
        start(tx, world, "c", at=datetime(2020, 12, 31, 17, tzinfo=UTC))  # midnight belongs to the new year
        assert tx.submissions.next_number(world.khom, FAMILY, 2020) == 2
        assert tx.submissions.next_number(world.khom, FAMILY, 2021) == 3

    await store.transact(work)


async def test_running_numbers_taken_at_once_are_different(store: Store) -> None:
    world = await store.transact(settle)

    def take(tx: Transaction) -> int:
        number = tx.submissions.next_number(world.khom, FAMILY, 2020)
        start(tx, world, f"KK-{number:03}")
        return number

    numbers = await asyncio.gather(*(store.transact(take) for _ in range(8)))
    assert sorted(numbers) == list(range(1, 9))


async def test_an_unknown_submission_is_missing(store: Store) -> None:
    world = await store.transact(settle)
    unknown = SubmissionId(99)
    with pytest.raises(Missing):
        await store.read(lambda tx: tx.submissions.get(unknown))
    with pytest.raises(Missing):
        await store.transact(lambda tx: tx.submissions.save_filling(unknown, {}, world.lan, NOW))
    with pytest.raises(Missing):
        await store.transact(lambda tx: tx.submissions.withdraw(unknown, NOW))
