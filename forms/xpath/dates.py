"""Dates and times as ODK has them: a moment, read from and written to ISO 8601 in the local zone.

A date stands for its local midnight, and its number is the days since 1970-01-01T00:00Z, fractions included.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, timezone, tzinfo

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_DAY = timedelta(days=1)
_DATE = r"(\d{4})-(\d{1,2})-(\d{1,2})"
_TIME = r"(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?"
_ZONE = r"(Z|[+-]\d{2}(?::?\d{2})?)?"
_ISO = re.compile(rf"{_DATE}(?:T{_TIME}{_ZONE})?", re.ASCII)
_CLOCK = re.compile(_TIME + _ZONE, re.ASCII)


@dataclass(frozen=True, slots=True)
class Moment:
    """What date(), today() and now() give."""

    instant: datetime
    timed: bool = False
    """Always written with its time, as now() is; otherwise midnight is written as a date."""

    @property
    def days(self) -> float:
        """Days since 1970-01-01T00:00Z."""
        return (self.instant - _EPOCH) / _DAY

    def text(self, zone: tzinfo) -> str:
        """2020-12-25, or 2020-12-25T07:30:00.000+07:00 if it is not midnight."""
        local = self.instant.astimezone(zone)
        if not self.timed and local.time() == datetime.min.time():
            return local.date().isoformat()
        return local.isoformat(timespec="milliseconds")


def moment_of_days(days: float) -> Moment | None:
    """The moment that is so many days after 1970-01-01T00:00Z."""
    try:
        return _tellable(_EPOCH + timedelta(milliseconds=math.floor(days * 86_400_000 + 0.5)))
    except (ValueError, OverflowError):
        return None


def moment_of_text(text: str, zone: tzinfo) -> Moment | None:
    """Reads 2020-12-25 (local midnight), with or without a time and a zone."""
    found = _ISO.fullmatch(text)
    if found is None:
        return None
    *parts, fraction, offset = found.groups()
    year, month, day, hour, minute, second = (int(part or 0) for part in parts)
    try:
        local = datetime(year, month, day, hour, minute, second, _micros(fraction), tzinfo=_zone(offset) or zone)
        return _tellable(local.astimezone(UTC))
    except (ValueError, OverflowError):
        return None


def _tellable(instant: datetime) -> Moment | None:
    """Not on the edges of Python's calendar, where another zone's time would fall off."""
    return Moment(instant) if 1 < instant.year < 9999 else None


def _micros(fraction: str | None) -> int:
    return int((fraction or "0")[:6].ljust(6, "0"))


def days_between(earlier: Moment, later: Moment, zone: tzinfo) -> float:
    """By the local calendar, so that dates are whole days apart although a zone has shifted between them.

    Asia/Ho_Chi_Minh was an hour ahead of today from 1960 to 1975: the birthdays of many who are asked.
    """
    first, last = (moment.instant.astimezone(zone).replace(tzinfo=None) for moment in (earlier, later))
    return (last - first) / _DAY


def days_of_text(text: str, zone: tzinfo) -> float:
    """The number of a date in a text, or NaN if it is none."""
    if len(text) < 8 or text[4] != "-":
        return math.nan
    moment = moment_of_text(text, zone)
    return math.nan if moment is None else moment.days


def part_of_day(text: str, today: datetime) -> float:
    """What decimal-time() gives: 06:00 is 0.25; a time in another zone is taken over to the zone of `today`."""
    found = _CLOCK.fullmatch(text)
    if found is None:
        return math.nan
    hour, minute, second, fraction, offset = found.groups()
    try:
        there = today.replace(
            hour=int(hour),
            minute=int(minute),
            second=int(second or 0),
            microsecond=_micros(fraction),
            tzinfo=_zone(offset) or today.tzinfo,
        )
        local = there.astimezone(today.tzinfo)
    except ValueError:
        return math.nan
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    return (local - midnight) / _DAY


def _zone(offset: str | None) -> tzinfo | None:
    if offset is None:
        return None
    if offset == "Z":
        return UTC
    hours, minutes = int(offset[1:3]), int(offset[-2:]) if len(offset) > 3 else 0
    if hours > 14 or minutes > 59:
        raise ValueError(offset)
    span = timedelta(hours=hours, minutes=minutes)
    return timezone(-span if offset[0] == "-" else span)
