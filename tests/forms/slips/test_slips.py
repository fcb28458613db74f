"""How often an honest figure is questioned, and how often a slip, over invented khóm that live the same each time."""

from __future__ import annotations

from functools import cache

import pytest

from tests.forms.slips.counting import Tally, ward

SEEDS = [f"khóm {number}" for number in range(10)]
QUARTERS = 9


@cache
def said() -> Tally:
    return ward(SEEDS, QUARTERS)


def test_hardly_an_honest_figure_is_questioned() -> None:
    assert said().honest > 800
    assert said().false_alarms < 0.02
    assert said().questioned.total() / said().reports < 0.2, "a report in five at most has one such question"


def test_what_is_kept_with_a_tap_is_never_questioned() -> None:
    assert said().kept > 150
    assert said().questioned.total() + said().asked_by_the_form <= said().honest - said().kept


def test_the_number_of_households_and_good_deeds_is_left_in_peace() -> None:
    for name in ("tong_so_ho", "so_buoi_tuyen_truyen", "so_khen_tap_the", "so_khen_gia_dinh"):
        assert said().questioned[name] <= 1, name


@pytest.mark.parametrize(
    ("slip", "least"),
    [
        ("a_nought_too_many", 0.75),
        ("a_digit_twice", 0.75),
        ("a_digit_too_few", 0.70),
        ("two_swapped", 0.45),
        ("the_question_before", 0.55),
        ("thousands_for_millions", 0.95),
    ],
)
def test_most_slips_are_noticed(slip: str, least: float) -> None:
    assert said().slips[slip] > 100
    assert said().share(slip) >= least


@pytest.mark.parametrize(
    ("slip", "least"),
    [
        ("a_nought_too_many", 0.98),
        ("a_digit_twice", 0.98),
        ("a_digit_too_few", 0.88),
        ("two_swapped", 0.70),
        ("the_question_before", 0.80),
    ],
)
def test_nearly_all_slips_among_households_and_people_are_noticed(slip: str, least: float) -> None:
    assert said().standing[slip] > 100
    assert said().standing_share(slip) >= least


def test_without_the_history_half_of_them_passed() -> None:
    blind = ward(SEEDS[:4], QUARTERS, with_history=False)
    assert blind.questioned.total() == 0
    assert blind.standing_share("two_swapped") < 0.4
    assert blind.share("a_digit_too_few") < 0.3
