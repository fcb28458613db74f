"""Days on which nobody wants to be reminded of a report: weekends, Tết and the other public holidays."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType

SATURDAY = 5

LUNAR = MappingProxyType(
    {
        2020: ((1, 25), (4, 2)),
        2021: ((2, 12), (4, 21)),
        2022: ((2, 1), (4, 10)),
        2023: ((1, 22), (4, 29)),
        2024: ((2, 10), (4, 18)),
        2025: ((1, 29), (4, 7)),
        2026: ((2, 17), (4, 26)),
        2027: ((2, 6), (4, 16)),
        2028: ((1, 26), (4, 4)),
        2029: ((2, 13), (4, 23)),
        2030: ((2, 2), (4, 12)),
        2031: ((1, 23), (4, 1)),
        2032: ((2, 11), (4, 19)),
        2033: ((1, 31), (4, 9)),
        2034: ((2, 19), (4, 28)),
        2035: ((2, 8), (4, 17)),
        2036: ((1, 28), (4, 6)),
        2037: ((2, 15), (4, 24)),
        2038: ((2, 4), (4, 13)),
        2039: ((1, 24), (4, 3)),
        2040: ((2, 12), (4, 20)),
        2041: ((2, 1), (4, 10)),
        2042: ((1, 22), (4, 29)),
        2043: ((2, 10), (4, 19)),
        2044: ((1, 30), (4, 7)),
        2045: ((2, 17), (4, 26)),
        2046: ((2, 6), (4, 15)),
        2047: ((1, 26), (4, 4)),
        2048: ((2, 14), (4, 22)),
        2049: ((2, 2), (4, 11)),
        2050: ((1, 23), (4, 1)),
    }
)
"""By year: month and day of mùng 1 Tết, and of the Hùng kings' day (10 of the third lunar month).

A table, because the lunar calendar is astronomy. It is Vietnam's (UTC+7), which in 2030 is a day before China's. A test
computes it again by the rules of Hồ Ngọc Đức; the package `holidays` 0.109 says the same.
"""
DAYS_BEFORE_TET = 2
DAYS_AFTER_TET = 5
"""The ward is at home from two days before mùng 1 to mùng 6, whatever the decree of the year adds to that."""
PUBLIC_HOLIDAYS = MappingProxyType({(1, 1): 1945, (4, 30): 1976, (5, 1): 1945, (9, 2): 1945, (11, 24): 2026})
"""Month and day of those that keep to the solar calendar, with the first year (Labour Code 2019, article 112; the day
of culture, 24 November, from 2026 on)."""


def is_weekend(day: date) -> bool:
    """Saturday or Sunday."""
    return day.weekday() >= SATURDAY


def is_holiday(day: date) -> bool:
    """Whether it is a public holiday, or one of the days around Tết."""
    since = PUBLIC_HOLIDAYS.get((day.month, day.day))
    if since is not None and day.year >= since:
        return True
    if day.year not in LUNAR:
        return False
    tet, hung_kings = (date(day.year, *found) for found in LUNAR[day.year])
    return day == hung_kings or -DAYS_BEFORE_TET <= (day - tet).days <= DAYS_AFTER_TET
