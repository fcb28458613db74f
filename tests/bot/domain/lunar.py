"""The Vietnamese lunar calendar, computed from the sun and the moon: the second opinion on bot/domain/working_days.

The formulas are Hồ Ngọc Đức's (https://www.informatik.uni-leipzig.de/~duc/amlich/calrules.html), after Jean Meeus,
Astronomical Algorithms, 1998. Days are counted in Vietnam's time, UTC+7.
"""

from __future__ import annotations

from datetime import date, timedelta
from math import floor, pi, sin

HOURS_EAST = 7
EPOCH = 2_415_021
"""Julian day number of 1 January 1900."""
FIRST_DAY = date(1900, 1, 1)
MONTH = 29.530588853
WINTER = 9
"""The sun's 30° sector that begins with the winter solstice."""


def lunar_date(year: int, month: int, day: int) -> date:
    """The day of the lunar year that begins in that year; for its first months, which no leap month precedes.

    The month with the winter solstice is the eleventh; between two solstices with thirteen months, the first one in
    which the sun enters no new sector is a leap month, which has no number of its own.
    """
    solstice_month, next_one = _month_with_the_solstice(year - 1), _month_with_the_solstice(year)
    number = floor(0.5 + (solstice_month - 2_415_021.076998695) / MONTH)
    after = month + 1
    if next_one - solstice_month > 365 and any(_is_without_term(number + each) for each in range(1, after + 1)):
        after += 1
    return FIRST_DAY + timedelta(days=_new_moon(number + after) - EPOCH + day - 1)


def _is_without_term(number: int) -> bool:
    """Whether the sun enters no new sector in the month of that new moon."""
    return _sector(_new_moon(number)) == _sector(_new_moon(number + 1))


def _month_with_the_solstice(year: int) -> int:
    """The new moon that begins the eleventh month of that year."""
    last_day = (date(year, 12, 31) - FIRST_DAY).days + EPOCH
    number = floor((last_day - EPOCH) / MONTH)
    moon = _new_moon(number)
    return _new_moon(number - 1) if _sector(moon) >= WINTER else moon


def _new_moon(number: int) -> int:
    """The day, in Vietnam, of the number-th new moon since 1 January 1900."""
    t = number / 1236.85
    degree = pi / 180
    mean = 2_415_020.75933 + 29.53058868 * number + 0.0001178 * t**2 - 0.000000155 * t**3
    mean += 0.00033 * sin((166.56 + 132.87 * t - 0.009173 * t**2) * degree)
    sun = (359.2242 + 29.10535608 * number - 0.0000333 * t**2 - 0.00000347 * t**3) * degree
    moon = (306.0253 + 385.81691806 * number + 0.0107306 * t**2 + 0.00001236 * t**3) * degree
    node = (21.2964 + 390.67050646 * number - 0.0016528 * t**2 - 0.00000239 * t**3) * degree
    correction = (0.1734 - 0.000393 * t) * sin(sun) + 0.0021 * sin(2 * sun)
    correction += -0.4068 * sin(moon) + 0.0161 * sin(2 * moon) - 0.0004 * sin(3 * moon)
    correction += 0.0104 * sin(2 * node) - 0.0051 * sin(sun + moon) - 0.0074 * sin(sun - moon)
    correction += 0.0004 * sin(2 * node + sun) - 0.0004 * sin(2 * node - sun) - 0.0006 * sin(2 * node + moon)
    correction += 0.0010 * sin(2 * node - moon) + 0.0005 * sin(2 * moon + sun)
    drift = -0.000278 + 0.000265 * t + 0.000262 * t**2
    return floor(mean + correction - drift + 0.5 + HOURS_EAST / 24)


def _sector(day: int) -> int:
    """In which twelfth of its way, counted from the spring equinox, the sun is at that day's beginning."""
    t = (day - 0.5 - HOURS_EAST / 24 - 2_451_545.0) / 36_525
    degree = pi / 180
    anomaly = (357.52910 + 35_999.05030 * t - 0.0001559 * t**2 - 0.00000048 * t**3) * degree
    longitude = 280.46645 + 36_000.76983 * t + 0.0003032 * t**2
    longitude += (1.914600 - 0.004817 * t - 0.000014 * t**2) * sin(anomaly)
    longitude += (0.019993 - 0.000101 * t) * sin(2 * anomaly) + 0.000290 * sin(3 * anomaly)
    return floor(longitude % 360 / 30)
