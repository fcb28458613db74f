"""What is counted, and the rates computed from it: a rate is declared by its two counts and always names its base.

Rates are never typed in: wards publish percentages on different bases, and some are simply wrong (rule R17).
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from bot.domain.targets import Target

Number = int | Decimal


class Time(StrEnum):
    """How a count adds up over periods (rule R19)."""

    STOCK = "stock"
    """As of the last day of the period: the last period stands for the year."""
    FLOW = "flow"
    """During the period: periods add up."""
    YEAR = "year"
    """Once a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """Something that is counted in each khóm."""

    name: str
    label: str
    unit: str
    """What is counted: hộ, người, đồng ..."""
    time: Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A share of one count in another, both given by indicator name."""

    name: str
    label: str
    base: str
    """The denominator in words, printed wherever the rate is."""
    numerator: str
    denominator: str


RATES = (
    Rate(
        name="ty_le_dang_ky",
        label="Tỷ lệ hộ đăng ký gia đình văn hóa",
        base="trên tổng số hộ",
        numerator="ho_dang_ky_gdvh",
        denominator="tong_so_ho",
    ),
    Rate(
        name="ty_le_dat_tren_tong",
        label="Tỷ lệ hộ đạt gia đình văn hóa",
        base="trên tổng số hộ",
        numerator="ho_dat_gdvh",
        denominator="tong_so_ho",
    ),
    Rate(
        name="ty_le_dat_tren_dang_ky",
        label="Tỷ lệ hộ đạt gia đình văn hóa",
        base="trên số hộ đăng ký",
        numerator="ho_dat_gdvh",
        denominator="ho_dang_ky_gdvh",
    ),
)
"""In the order in which they are shown."""

TITLES = (
    Indicator(
        name="khom_dat_vmdt",
        label="Khóm đạt chuẩn văn minh đô thị",
        unit="khóm",
        time=Time.YEAR,
    ),
    Indicator(
        name="phuong_dat_vmdt",
        label="Phường đạt chuẩn văn minh đô thị",
        unit="phường",
        time=Time.YEAR,
    ),
    Indicator(
        name="don_vi_dat_van_hoa",
        label="Đơn vị đạt chuẩn văn hóa",
        unit="đơn vị",
        time=Time.YEAR,
    ),
)
"""Titles that a plan promises and that no report of a khóm says: they are awarded after scoring."""


def percent(part: Number, whole: Number) -> Decimal | None:
    """The share in percent, exact, rounded half up to two decimals; None where the whole is 0.

    >>> percent(3853, 3999)
    Decimal('96.35')
    """
    if whole == 0:
        return None
    hundredths = Fraction(part) * 10_000 / Fraction(whole)
    return Decimal(math.floor(hundredths + Fraction(1, 2))).scaleb(-2)


class Verdict(StrEnum):
    """How a result stands against its target."""

    REACHED = "reached"
    NOT_REACHED = "not_reached"
    OPEN = "open"
    """Cannot be said yet: a figure is missing."""


def judge_share(target: Target, part: Number, whole: Number) -> Verdict:
    """Compare the exact share with a percentage.

    Not the rounded one: 24,999 of 25,000 is printed as 100,00 % and is still not everybody.
    """
    if whole == 0:
        return Verdict.OPEN
    return _verdict(Fraction(part) * 100 >= Fraction(target.amount) * Fraction(whole))


def judge_count(target: Target, reached: Number) -> Verdict:
    """Compare a count with a promised count, such as 4 of 4 khóm."""
    return _verdict(reached >= target.amount)


def in_force(targets: Iterable[Target], day: date) -> tuple[Target, ...]:
    """The targets that hold on that day, in the order given."""
    return tuple(
        target for target in targets if target.valid_from <= day and (target.valid_to is None or day <= target.valid_to)
    )


def _verdict(reached: bool) -> Verdict:
    return Verdict.REACHED if reached else Verdict.NOT_REACHED
