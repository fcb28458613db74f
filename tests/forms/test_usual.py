"""Which figures are unlike the earlier ones: figures alone, without a form around them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forms.history import HABITS, MONEY
from forms.question import Time
from forms.usual import Habit, is_swapped, oddity

STOCK, YEAR, FLOW = (HABITS[time] for time in (Time.STOCK, Time.YEAR, Time.FLOW))
KINDS = (STOCK, YEAR, FLOW, MONEY)

figures = st.integers(0, 10**9).map(Decimal)
histories = st.lists(figures, max_size=6)
habits = st.sampled_from(KINDS)


def odd(now: int, before: Sequence[int], habit: Habit) -> bool:
    return oddity(Decimal(now), [Decimal(one) for one in before], habit) is not None


@pytest.mark.parametrize(
    ("now", "before", "habit"),
    [
        (5, [3], FLOW),  # good deeds
        (0, [4], FLOW),
        (9, [1, 2, 4], FLOW),
        (4, [0], FLOW),
        (6, [4], STOCK),  # poor households
        (0, [3], STOCK),
        (420, [412], STOCK),
        (480, [412], STOCK),
        (350, [410], YEAR),
        (2_000_000, [1_000_000], MONEY),
        (1_200_000, [0], MONEY),
        (300_000, [100_000], MONEY),
    ],
)
def test_what_is_usual_is_left_in_peace(now: int, before: Sequence[int], habit: Habit) -> None:
    assert not odd(now, before, habit)


@pytest.mark.parametrize(
    ("now", "before", "habit"),
    [
        (4_120, [412], STOCK),  # a nought too many
        (42, [412], STOCK),  # a digit left out
        (4_412, [412], STOCK),
        (421, [412], STOCK),  # swapped
        (140, [410], YEAR),
        (530, [412], STOCK),  # more than a fifth
        (40, [4], STOCK),
        (50, [5], FLOW),
        (5, [50, 45], FLOW),
        (2_000, [2_000_000], MONEY),  # thousands for millions
        (2_000_000_000, [2_000_000], MONEY),
        (20_000_000, [2_000_000, 1_500_000, 0], MONEY),
    ],
)
def test_slips_are_noticed(now: int, before: Sequence[int], habit: Habit) -> None:
    assert odd(now, before, habit)


def test_a_figure_that_has_hardly_moved_is_known_better_than_one_that_has() -> None:
    assert odd(450, [412, 412, 411], STOCK)
    assert not odd(450, [412, 430, 405], STOCK)
    assert not odd(450, [412], STOCK), "one figure says nothing of its steps"


def test_one_wrong_figure_of_before_makes_no_right_one_odd() -> None:
    assert not odd(415, [4_120, 412], STOCK)
    assert not odd(415, [412, 4_120, 410], STOCK)


def test_an_old_mistake_is_forgotten_after_a_year() -> None:
    assert not odd(4_120, [412, 411, 410, 4_100], STOCK)
    assert odd(4_120, [412, 411, 410, 409, 4_100], STOCK)


def test_what_happens_once_a_year_is_usual_again_then() -> None:
    assert odd(60, [5, 4, 6], FLOW)
    assert not odd(60, [5, 4, 6, 50], FLOW)


def test_digits_that_changed_places() -> None:
    assert is_swapped(Decimal(421), Decimal(412))
    assert is_swapped(Decimal(142), Decimal(412))
    assert not is_swapped(Decimal(214), Decimal(412)), "not neighbours"
    assert not is_swapped(Decimal(21), Decimal(12)), "both are few"
    assert not is_swapped(Decimal(412), Decimal(412))


@given(histories, habits)
def test_the_last_figure_again_is_never_odd(before: list[Decimal], habit: Habit) -> None:
    if before:
        assert oddity(before[0], before, habit) is None


@given(figures, habits)
def test_without_earlier_figures_nothing_is_odd(now: Decimal, habit: Habit) -> None:
    assert oddity(now, [], habit) is None


@given(figures, histories, habits)
def test_one_earlier_figure_more_that_is_close_makes_nothing_odd(
    now: Decimal, before: list[Decimal], habit: Habit
) -> None:
    assert oddity(now, [now, *before], habit) is None


@given(st.integers(100, 10**6), st.integers(100, 10**6), st.sampled_from([STOCK, YEAR]))
def test_odd_is_odd_in_both_directions(one: int, other: int, habit: Habit) -> None:
    assert odd(one, [other], habit) == odd(other, [one], habit)


@given(st.integers(1, 10**6), st.integers(0, 10**6), habits)
def test_what_is_farther_away_is_no_less_odd(before: int, more: int, habit: Habit) -> None:
    now = before * 50 + 5_000_000
    assert odd(now + more, [before], habit) == odd(now, [before], habit) is True


@given(st.integers(0, 4), st.integers(0, 4), habits)
def test_a_few_more_or_less_of_a_few_is_never_odd(one: int, other: int, habit: Habit) -> None:
    assert not odd(one, [other], habit)


@given(st.integers(20, 10**6), habits)
def test_ten_times_as_much_is_always_odd_beside_one_figure_of_some_size(one: int, habit: Habit) -> None:
    size = one * 10_000 if habit is MONEY else one
    assert odd(size * 10, [size], habit)
