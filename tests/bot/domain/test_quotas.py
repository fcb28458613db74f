"""What stops when a month's messages run out: the least needed first, an answer only when the vendor refuses it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.domain.quotas import Purpose, Quota, Usage, closed, month_of

FREE = Quota(messages=3000, people=50)


def usage(messages: int = 0, people: int = 0, quota: Quota = FREE, *, refused: bool = False) -> Usage:
    at = datetime(2020, 12, 15, tzinfo=UTC) if refused else None
    return Usage(channel="zalo_bot", bot="1", quota=quota, messages=messages, people=people, refused_at=at)


@pytest.mark.parametrize(
    ("messages", "stopped"),
    [
        (0, set()),
        (2549, set()),
        (2550, {Purpose.DIGEST}),
        (2699, {Purpose.DIGEST}),
        (2700, {Purpose.DIGEST, Purpose.REMINDER}),
        (2849, {Purpose.DIGEST, Purpose.REMINDER}),
        (2850, {Purpose.DIGEST, Purpose.REMINDER, Purpose.ANNOUNCEMENT}),
        (9999, {Purpose.DIGEST, Purpose.REMINDER, Purpose.ANNOUNCEMENT}),
    ],
)
def test_the_least_needed_stops_first(messages: int, stopped: set[Purpose]) -> None:
    assert {purpose for purpose in Purpose if not usage(messages).lets(purpose)} == stopped


def test_once_the_vendor_has_refused_only_answers_are_tried() -> None:
    assert [purpose for purpose in Purpose if usage(10, refused=True).lets(purpose)] == [Purpose.CONVERSATION]


def test_without_a_limit_nothing_stops_and_nobody_is_warned() -> None:
    free = usage(10**9, 10**6, Quota())
    assert all(free.lets(purpose) for purpose in Purpose)
    assert not any((free.messages_run_out, free.people_run_out, free.is_worth_a_word))


@pytest.mark.parametrize("limit", [1, 7, 99, 100, 3000])
def test_so_many_more_may_be_sent_until_it_stops(limit: int) -> None:
    for purpose in (Purpose.DIGEST, Purpose.REMINDER, Purpose.ANNOUNCEMENT):
        sent = 0
        while usage(sent, quota=Quota(messages=limit)).lets(purpose):
            sent += 1
        lefts = [usage(used, quota=Quota(messages=limit)).left_for(purpose) for used in (0, 1, sent, limit)]
        assert lefts == [sent, max(0, sent - 1), 0, 0]
    assert usage(10, refused=True).left_for(Purpose.ANNOUNCEMENT) == 0
    assert usage(10, refused=True).left_for(Purpose.CONVERSATION) is None
    assert usage(10**9, quota=Quota()).left_for(Purpose.ANNOUNCEMENT) is None


@pytest.mark.parametrize(
    ("messages", "people", "warned"),
    [(2399, 39, (False, False)), (2400, 39, (True, False)), (2399, 40, (False, True)), (3000, 51, (True, True))],
)
def test_from_four_fifths_on_somebody_is_warned(messages: int, people: int, warned: tuple[bool, bool]) -> None:
    found = usage(messages, people)
    assert (found.messages_run_out, found.people_run_out) == warned


def test_half_of_anything_is_worth_a_word() -> None:
    assert not usage(1499, 24).is_worth_a_word
    assert usage(1500).is_worth_a_word
    assert usage(people=25).is_worth_a_word


def test_each_bot_is_closed_by_its_own_count() -> None:
    other = Usage(channel="zalo_bot", bot="2", quota=FREE, messages=3000)
    assert closed([usage(), other], Purpose.REMINDER) == {("zalo_bot", "2")}


def test_a_month_has_a_name() -> None:
    assert month_of(date(2020, 12, 1)) == "2020-12"
