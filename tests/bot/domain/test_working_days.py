"""Tết is where the moon says; nobody is disturbed then, nor on public holidays and weekends."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.reminders import Rules
from bot.domain.working_days import LUNAR, is_holiday
from tests.bot.domain.lunar import lunar_date


@pytest.mark.parametrize("year", LUNAR)
def test_feasts_are_on_the_days_that_the_moon_gives(year: int) -> None:
    tet, hung_kings = (date(year, *found) for found in LUNAR[year])
    assert (tet, hung_kings) == (lunar_date(year, 1, 1), lunar_date(year, 3, 10))


def test_the_table_is_enough_for_twenty_years_to_come_and_has_no_gap() -> None:
    assert list(LUNAR) == list(range(2020, 2051))


def test_in_2030_tet_is_a_day_before_chinas() -> None:
    assert LUNAR[2030][0] == (2, 2)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2021, 2, 9), False),
        (date(2021, 2, 10), True),
        (date(2021, 2, 12), True),
        (date(2021, 2, 17), True),
        (date(2021, 2, 18), False),
        (date(2021, 1, 1), True),
        (date(2021, 4, 30), True),
        (date(2021, 5, 1), True),
        (date(2021, 9, 2), True),
        (date(2021, 9, 3), False),
        (date(2021, 4, 21), True),
        (date(2021, 11, 24), False),
        (date(2026, 11, 24), True),
        (date(2051, 2, 11), False),
    ],
)
def test_days_off(day: date, expected: bool) -> None:
    assert is_holiday(day) is expected


@pytest.mark.parametrize(
    ("rules", "day", "last", "following"),
    [
        (Rules(), date(2021, 3, 19), date(2021, 3, 19), date(2021, 3, 22)),
        (Rules(), date(2021, 3, 21), date(2021, 3, 19), date(2021, 3, 22)),
        (Rules(weekends=True), date(2021, 3, 20), date(2021, 3, 20), date(2021, 3, 21)),
        (Rules(), date(2021, 2, 14), date(2021, 2, 9), date(2021, 2, 18)),
        (Rules(holidays=True), date(2021, 2, 14), date(2021, 2, 12), date(2021, 2, 15)),
        (Rules(weekends=True, holidays=True), date(2021, 2, 14), date(2021, 2, 14), date(2021, 2, 15)),
    ],
)
def test_the_working_days_around_a_day(rules: Rules, day: date, last: date, following: date) -> None:
    assert (rules.last_working_day(day), rules.next_working_day(day)) == (last, following)
