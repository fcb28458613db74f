"""Percentages are exact, and right where the ones that wards published are wrong by their own counts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.indicators import RATES, Verdict, in_force, judge_count, judge_share, percent
from bot.domain.targets import Target
from bot.domain.units import UnitId

counts = st.integers(min_value=0, max_value=10**9)


def target(amount: str, *, out_of: str | None = None) -> Target:
    return Target(
        unit=UnitId(1),
        indicator="ty_le_dat_tren_tong",
        amount=Decimal(amount),
        out_of=Decimal(out_of) if out_of else None,
        valid_from=date(2020, 1, 1),
        valid_to=date(2020, 12, 31),
        source="219/KH-BCT",
    )


@pytest.mark.parametrize(
    ("place", "part", "whole", "right"),
    [
        ("Phúc Lợi 2020, registered of all households", 3184, 3301, "96.46"),
        ("Phúc Lợi 2020, recognised of all households", 3019, 3301, "91.46"),
        ("Phúc Lợi 2020, recognised of registered", 3019, 3184, "94.82"),
        ("Trần Phú 2019, published 96.91", 3853, 3999, "96.35"),
        ("Hoàng Mai 2020, households", 94388, 103477, "91.22"),
        ("Hoàng Mai 2020, neighbourhoods, published 88", 313, 354, "88.42"),
        ("Hoàng Mai 2020, offices, published 60.1", 102, 171, "59.65"),
        ("Tổ 8B 2016", 153, 167, "91.62"),
    ],
)
def test_a_rate_is_computed_from_published_counts(place: str, part: int, whole: int, right: str) -> None:
    assert percent(part, whole) == Decimal(right), place


def test_the_nine_neighbourhoods_of_dinh_quan_add_up_to_the_published_total() -> None:
    assert 415 + 468 + 538 + 501 + 1019 + 299 + 791 + 696 + 207 == 4934


def test_two_published_percentages_of_son_phong_stand_on_two_different_bases() -> None:
    poor_base, recognised_base = 952, 922
    assert percent(4, poor_base) == Decimal("0.42")
    assert percent(871, recognised_base) == Decimal("94.47")
    assert percent(871, poor_base) == Decimal("91.49")


@pytest.mark.parametrize(
    ("part", "whole", "shown"),
    [
        (1, 800, "0.13"),
        (1, 8, "12.50"),
        (1, 3, "33.33"),
        (2, 3, "66.67"),
        (0, 7, "0.00"),
        (7, 7, "100.00"),
        (199, 20_000, "1.00"),
        (10**30 - 1, 10**30, "100.00"),
    ],
)
def test_a_percentage_is_rounded_half_up_to_two_decimals(part: int, whole: int, shown: str) -> None:
    assert str(percent(part, whole)) == shown


def test_a_share_of_nothing_is_no_percentage() -> None:
    assert percent(0, 0) is None
    assert percent(5, 0) is None


@given(part=counts, whole=counts.filter(bool))
def test_a_percentage_is_never_off_by_more_than_half_a_hundredth(part: int, whole: int) -> None:
    shown = percent(part, whole)
    assert shown is not None
    assert abs(shown * whole - 100 * part) * 200 <= whole


def test_the_denominator_decides_whether_the_target_is_reached() -> None:
    assert judge_share(target("94"), 2323, 2481) is Verdict.NOT_REACHED
    assert judge_share(target("94"), 2323, 2470) is Verdict.REACHED


def test_all_but_one_household_is_not_everybody_although_it_is_printed_as_100() -> None:
    assert percent(24_999, 25_000) == Decimal("100.00")
    assert judge_share(target("100"), 24_999, 25_000) is Verdict.NOT_REACHED
    assert judge_share(target("100"), 25_000, 25_000) is Verdict.REACHED


def test_exactly_the_promised_share_reaches_the_target() -> None:
    assert judge_share(target("94"), 611, 650) is Verdict.REACHED
    assert judge_share(target("94"), 610, 650) is Verdict.NOT_REACHED


def test_a_share_of_nothing_is_not_judged() -> None:
    assert judge_share(target("94"), 0, 0) is Verdict.OPEN


def test_a_promised_count_is_compared_as_a_count() -> None:
    assert judge_count(target("4", out_of="4"), 4) is Verdict.REACHED
    assert judge_count(target("4", out_of="4"), 3) is Verdict.NOT_REACHED


def test_a_target_holds_from_its_first_day_to_its_last() -> None:
    plan = target("94")
    assert in_force([plan], date(2020, 1, 1)) == (plan,)
    assert in_force([plan], date(2020, 12, 31)) == (plan,)
    assert in_force([plan], date(2019, 12, 31)) == ()
    assert in_force([plan], date(2021, 1, 1)) == ()


def test_every_rate_names_its_base_and_no_two_read_alike() -> None:
    assert all(rate.base for rate in RATES)
    assert len({(rate.label, rate.base) for rate in RATES}) == len(RATES)
    assert len({rate.name for rate in RATES}) == len(RATES)
