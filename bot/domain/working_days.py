"""Days on which nobody wants to be reminded of a report: weekends, Tết and the other public holidays."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

SATURDAY = 5

TET = MappingProxyType(
    {
        first.year: first
        for first in (
            date(2020, 1, 25),
            date(2021, 2, 12),
            date(2022, 2, 1),
            date(2023, 1, 22),
            date(2024, 2, 10),
            date(2025, 1, 29),
            date(2026, 2, 17),
            date(2027, 2, 6),
            date(2028, 1, 26),
            date(2029, 2, 13),
            date(2030, 2, 2),
            date(2031, 1, 23),
            date(2032, 2, 11),
            date(2033, 1, 31),
            date(2034, 2, 19),
            date(2035, 2, 8),
            date(2036, 1, 28),
            date(2037, 2, 15),
            date(2038, 2, 4),
            date(2039, 1, 24),
            date(2040, 2, 12),
            date(2041, 2, 1),
            date(2042, 1, 22),
            date(2043, 2, 10),
            date(2044, 1, 30),
            date(2045, 2, 17),
            date(2046, 2, 6),
            date(2047, 1, 26),
            date(2048, 2, 14),
            date(2049, 2, 2),
            date(2050, 1, 23),
        )
    }
)
"""Mùng 1 Tết by year: the new moon as Vietnam (UTC+7) counts it, which in 2030 is a day before China's.

A table, because the lunar calendar is astronomy; a test computes it again by the rules of Hồ Ngọc Đức.
"""
DAYS_BEFORE_TET = 2
DAYS_AFTER_TET = 5
"""The ward is at home from two days before mùng 1 to mùng 6, whatever the decree of the year adds to that."""
PUBLIC_HOLIDAYS = frozenset({(1, 1), (4, 30), (5, 1), (9, 2)})
"""Month and day of those that keep to the solar calendar (Labour Code 2019, article 112)."""


def is_weekend(day: date) -> bool:
    """Saturday or Sunday."""
    return day.weekday() >= SATURDAY


def is_holiday(day: date) -> bool:
    """Whether it is a public holiday, or one of the days around Tết."""
    if (day.month, day.day) in PUBLIC_HOLIDAYS:
        return True
    first = TET.get(day.year)
    return first is not None and -DAYS_BEFORE_TET <= (day - first).days <= DAYS_AFTER_TET
