"""The ledger: whatever crashes, nobody is left out, and whoever may have got it twice is counted.

A drain is played by hand: it claims, begins, sends, marks, and may die between any two of these. What reaches people is
kept beside the ledger, and in the end both must agree.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.domain.announcements import (
    AnnouncementId,
    AnnouncementKind,
    AnnouncementStatus,
    Audience,
    Content,
    DeliveryStatus,
    Failure,
    Rsvp,
)
from bot.domain.people import PersonId
from bot.messages import Route
from storage.queries.claims import Claim
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.world import LAN_AT_HOME, NOW, settle

PEOPLE = 5
LEASE = timedelta(seconds=30)
LONG = timedelta(seconds=60)
DRAINS = (0, 1)

STEPS = st.one_of(
    st.tuples(st.just("claim"), st.sampled_from(DRAINS), st.integers(1, 4)),
    # How far the first claim of a drain comes: what the channel says, and whether the drain lives to mark it.
    st.tuples(
        st.just("send"),
        st.sampled_from(DRAINS),
        st.sampled_from(
            ["taken", "lost answer", "asked to wait", "in trouble", "blocked", "left there", "left in doubt"]
        ),
        st.booleans(),
    ),
    st.tuples(st.just("die before sending"), st.sampled_from(DRAINS)),
    st.tuples(st.just("pass"), st.integers(1, 90)),
    st.tuples(st.sampled_from(["pause", "resume", "restart"])),
)


@dataclass
class Play:
    """One announcement to five people, two drains, and what really arrived."""

    tx: Transaction
    id: AnnouncementId
    route: Route
    now: datetime = NOW
    held: dict[int, list[Claim]] = field(default_factory=lambda: {drain: [] for drain in DRAINS})
    got: Counter[PersonId] = field(default_factory=Counter)

    def claim(self, drain: int, count: int) -> None:
        self.held[drain] += self.tx.deliveries.claim(self.id, self.now, self.now + LEASE, count)

    def send(self, drain: int, answer: str, lives: bool) -> None:
        if not self.held[drain]:
            return
        claim = self.held[drain].pop(0)
        begun = self.tx.deliveries.begin(claim, self.route, self.now + LONG)
        if begun is None:
            self.tx.deliveries.release(claim, self.now)
            return
        if answer in {"taken", "lost answer", "left in doubt"}:
            self.got[claim.person] += 1
        if lives:
            self._mark(begun, answer)
        else:
            self.held[drain].clear()

    def _mark(self, begun: Claim, answer: str) -> None:
        match answer:
            case "taken":
                self.tx.deliveries.sent(begun.id, "1", self.now)
            case "lost answer":
                self.tx.deliveries.later(begun, self.now + timedelta(seconds=2))
            case "asked to wait":
                self.tx.deliveries.later(begun, self.now + timedelta(seconds=1), forgiven=True)
            case "in trouble":
                self.tx.deliveries.later(begun, self.now + timedelta(seconds=4), surely_not=True)
            case "left there":
                self.tx.deliveries.elsewhere(begun, self.route.account, self.now, surely_not=True)
            case "left in doubt":
                self.tx.deliveries.elsewhere(begun, self.route.account, self.now)
            case _:
                self.tx.deliveries.failed(begun, self.now, Failure.BLOCKED, surely_not=True)

    def carry_out(self, step: tuple[object, ...]) -> None:
        match step:
            case ("claim", int(drain), int(count)):
                self.claim(drain, count)
            case ("send", int(drain), str(answer), bool(lives)):
                self.send(drain, answer, lives)
            case ("die before sending", int(drain)):
                self.held[drain].clear()
            case ("pass", int(seconds)):
                self.now += timedelta(seconds=seconds)
            case ("pause",):
                self.tx.announcements.move(self.id, AnnouncementStatus.PAUSED, AnnouncementStatus.RUNNING)
            case ("resume",):
                self.tx.announcements.move(self.id, AnnouncementStatus.RUNNING, AnnouncementStatus.PAUSED)
            case ("restart",):
                for drain in DRAINS:
                    self.held[drain].clear()
                self.tx.deliveries.release_all(self.now)
            case other:
                raise AssertionError(other)

    def end_well(self) -> None:
        """A drain that nothing happens to, until nothing is open."""
        self.carry_out(("resume",))
        for _ in range(4):
            self.now += 2 * LONG
            self.claim(0, PEOPLE)
            while self.held[0]:
                self.send(0, "taken", lives=True)

    def judge(self) -> None:
        deliveries, progress = self.tx.deliveries.of(self.id), self.tx.deliveries.progress(self.id)
        assert progress.due == 0
        assert progress.sent + progress.failed == progress.total == PEOPLE
        for each in deliveries:
            if each.status is DeliveryStatus.SENT:
                assert self.got[each.person] >= 1, "nobody is said to have got it who has not"
            if self.got[each.person] > 1 and each.status is DeliveryStatus.SENT:
                assert each.maybe_twice, "whoever got it twice is counted"
        assert self.tx.announcements.finish(self.now) == [self.id]


def begin(tx: Transaction) -> Play:
    """A running announcement, in the world that an earlier example may have settled already."""
    if tx.units.by_code("TQD") is None:
        settle(tx)
    ward, khom = tx.units.by_code("TQD"), tx.units.by_code("K1")
    assert ward is not None
    assert khom is not None
    content = Content(kind=AnnouncementKind.NOTICE, text="Cúp nước.")
    id = AnnouncementId(tx.announcements.add(ward.id, content, Audience(), None, NOW))
    members = [tx.people.add(f"Người {number}", "", NOW) for number in range(PEOPLE)]
    tx.deliveries.add(id, [(member, khom.id) for member in members], NOW)
    tx.announcements.confirm(id, status=AnnouncementStatus.RUNNING, send_at=NOW, fingerprint="", at=NOW)
    account = tx.accounts.add(LAN_AT_HOME, None, NOW)
    return Play(tx=tx, id=id, route=Route(account=account, address=LAN_AT_HOME))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(steps=st.lists(STEPS, max_size=40))
async def test_nobody_is_left_out_and_doubles_are_counted(store: Store, steps: list[tuple[object, ...]]) -> None:
    def work(tx: Transaction) -> None:
        play = begin(tx)
        for step in steps:
            play.carry_out(step)
        play.end_well()
        play.judge()

    await store.transact(work)


async def test_two_drains_never_hold_the_same_row(store: Store) -> None:
    def work(tx: Transaction) -> None:
        play = begin(tx)
        play.claim(0, 3)
        play.claim(1, 5)
        assert len({claim.id for held in play.held.values() for claim in held}) == PEOPLE
        late = play.held[0][0]
        play.now += 2 * LEASE
        (taken, *_) = tx.deliveries.claim(play.id, play.now, play.now + LEASE, PEOPLE)
        assert tx.deliveries.begin(late, play.route, play.now + LONG) is None, "its lease was lost"
        assert tx.deliveries.begin(taken, play.route, play.now + LONG) is not None

    await store.transact(work)


async def test_a_pause_and_a_cancellation_stop_what_has_not_begun(store: Store) -> None:
    def work(tx: Transaction) -> None:
        play = begin(tx)
        play.claim(0, 2)
        play.carry_out(("pause",))
        assert tx.deliveries.begin(play.held[0][0], play.route, NOW + LONG) is None
        tx.announcements.move(play.id, AnnouncementStatus.CANCELLED, AnnouncementStatus.PAUSED)
        assert tx.deliveries.drop_open(play.id) == PEOPLE
        assert tx.deliveries.claim(play.id, NOW + LONG, NOW + 2 * LONG, PEOPLE) == []
        assert {each.status for each in tx.deliveries.of(play.id)} == {DeliveryStatus.DROPPED}

    await store.transact(work)


async def test_another_account_is_tried_as_often_as_the_first(store: Store) -> None:
    def work(tx: Transaction) -> None:
        play = begin(tx)
        for answer in ("in trouble", "in trouble", "lost answer", "left there"):
            play.claim(0, PEOPLE)
            play.held[0] = play.held[0][:1]
            play.send(0, answer, lives=True)
            play.now += 2 * LONG
        (first, *_) = sorted(tx.deliveries.claim(play.id, play.now, play.now + LEASE, PEOPLE), key=lambda one: one.id)
        assert (first.tries, first.tried) == (1, (play.route.account,)), "one of them may have arrived"

    await store.transact(work)


async def test_whoever_answers_has_got_it_whatever_the_channel_said(store: Store) -> None:
    def work(tx: Transaction) -> None:
        play = begin(tx)
        play.claim(0, 1)
        play.send(0, "lost answer", lives=False)
        (first, *_) = tx.deliveries.of(play.id)
        tx.deliveries.read(first.id, NOW)
        tx.deliveries.answer(first.id, Rsvp.COMING, "", NOW)
        answered = tx.deliveries.get(first.id)
        assert (answered.status, answered.answer, answered.sent_at) == (DeliveryStatus.ANSWERED, Rsvp.COMING, NOW)
        assert tx.deliveries.progress(play.id).due == PEOPLE - 1, "nobody sends it again"

    await store.transact(work)


async def test_trying_again_takes_up_those_who_failed_and_nobody_else(store: Store) -> None:
    def work(tx: Transaction) -> None:
        play = begin(tx)
        play.claim(0, 2)
        play.send(0, "blocked", lives=True)
        play.send(0, "taken", lives=True)
        assert tx.deliveries.again(play.id, NOW) == 1
        assert tx.deliveries.progress(play.id) == replace(
            tx.deliveries.progress(play.id), sent=1, failed=0, due=PEOPLE - 1, maybe_twice=0
        )

    await store.transact(work)


async def test_whoever_has_waited_longest_is_claimed_first(store: Store) -> None:
    def work(tx: Transaction) -> None:
        play = begin(tx)
        play.claim(0, 1)
        (asked, *_) = play.held[0]
        play.send(0, "asked to wait", lives=True)
        play.now += timedelta(seconds=5)
        claimed = tx.deliveries.claim(play.id, play.now, play.now + LEASE, PEOPLE)
        assert [claim.person for claim in claimed].index(asked.person) == PEOPLE - 1

    await store.transact(work)


async def test_when_it_first_came_stays_known_of_whoever_is_reminded(store: Store) -> None:
    def work(tx: Transaction) -> None:
        play = begin(tx)
        play.claim(0, 1)
        play.send(0, "taken", lives=True)
        play.now += LONG
        assert tx.deliveries.chase(play.id, play.now) == 1
        (again, *_) = [
            claim for claim in tx.deliveries.claim(play.id, play.now, play.now + LEASE, PEOPLE) if claim.again
        ]
        play.held[0] = [again]
        play.send(0, "taken", lives=True)
        assert tx.deliveries.get(again.id).sent_at == NOW

    await store.transact(work)
