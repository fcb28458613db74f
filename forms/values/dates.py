"""Days as people type them, day before month: 1/6, 1-6-20, ngày 1 tháng 6, mùng 1, hôm qua; never a lunar day."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta

from forms.values.findings import Clear, Found, Unclear, Unread, Why
from forms.values.fold import fold_typed, keys
from forms.values.number_words import read_whole
from forms.values.tokens import take_apart

EARLIEST_YEAR = 1900
YEARS_AHEAD = 5
"""A two-digit year further ahead than this belongs to the last century."""

_FROM_TODAY: Mapping[str, int] = {
    **dict.fromkeys(keys("hôm nay, bữa nay, nay, sáng nay, trưa nay, chiều nay, tối nay, ngày hôm nay, bửa nay"), 0),
    **dict.fromkeys(keys("hôm qua, bữa qua, ngày hôm qua, sáng qua, chiều qua, tối qua, bửa qua"), -1),
    **dict.fromkeys(keys("ngày mai, mai, sáng mai, chiều mai, bữa mai"), 1),
}
_FROM_TODAY_PERHAPS: Mapping[str, int] = {
    **dict.fromkeys(keys("hôm kia, bữa kia"), -2),
    **dict.fromkeys(keys("ngày mốt, mốt, bữa mốt, ngày kia"), 2),
}
_LUNAR = re.compile(r"\b(?:al|am lich|am|ram|gieng|chap|nhuan)\b")
_SOLAR = re.compile(r"\b(?:dl|duong lich|duong)\b")
_FIRST_TEN = re.compile(r"\b(?:mung|mong)\b")
_WRITTEN = re.compile(r"(\d{1,2}) (\d{1,2})(?: (\d{4}|\d{2}))?")
_ISO = re.compile(r"(\d{4}) (\d{1,2}) (\d{1,2})")
_RUN_TOGETHER = re.compile(r"(\d{2})(\d{2})(\d{4})")
_MONTH_ONLY = re.compile(r"\d{1,2} \d{4}|t ?\d{1,2}(?: \d{4})?|thang .+|qui .+|nam \d{4}|\d{4}")
_NAMED = re.compile(r"(?:ngai |hom |mung |mong )*(.+?) (?:thang|t) ?(.+?)(?: (?:nam )?(\d{4}|\d{2}))?")
_DAY_ONLY = re.compile(r"(?:ngai |mung |mong |hom )+(.+)")
_COURTESY = re.compile(r"^(?:(?:da|thua|vao|la|luc) )+|(?: (?:a|nha|nhe|em|do))+$")
_WEEKDAY = re.compile(r"^(?:thu (?:hai|ba|tu|nam|sau|bai|[2-7])|chu nhat|cn) (?=\S)")
_DAY_WORD = re.compile(r"^ngai (?=\d+ \d)")
_VAGUE = re.compile(
    r"\b(?:tuan|thang|dau|giua|cuoi|hoi|tet|bua|hom|mai|truoc|roi|thu|chu nhat|cn|kia|nam|khoang|tam|chung)\b"
)


def read_date(text: str, today: date) -> Found[date]:
    """The day; a year that is left out is this one, and asked about unless the day has just been."""
    said = _COURTESY.sub("", fold_typed(text))
    if _LUNAR.search(said):
        return Unread(Why.LUNAR)
    if said in _FROM_TODAY:
        return Clear(today + timedelta(_FROM_TODAY[said]))
    if said in _FROM_TODAY_PERHAPS:
        return Unclear(today + timedelta(_FROM_TODAY_PERHAPS[said]), Why.UNUSUAL_DATE)
    solar = " ".join(_SOLAR.sub("", _WEEKDAY.sub("", said)).split())
    found = _in_digits(_DAY_WORD.sub("", solar), today) or _in_words(solar, today)
    if isinstance(found, Clear) and _FIRST_TEN.search(said) and not _SOLAR.search(said):
        return Unclear(found.value, Why.MAYBE_LUNAR)
    return found


def _in_digits(written: str, today: date) -> Found[date] | None:
    if iso := _ISO.fullmatch(written):
        return _day(int(iso[3]), int(iso[2]), int(iso[1]), today)
    if together := _RUN_TOGETHER.fullmatch(written):
        found = _day(int(together[1]), int(together[2]), int(together[3]), today)
        return Unclear(found.value, Why.UNUSUAL_DATE) if isinstance(found, Clear) else Unread(Why.NO_DATE)
    if match := _WRITTEN.fullmatch(written):
        return _with_year(int(match[1]), int(match[2]), match[3], today)
    return None


def _in_words(said: str, today: date) -> Found[date]:
    if named := _NAMED.fullmatch(said):
        day, month = read_whole(take_apart(named[1])), read_whole(take_apart(named[2]))
        if day is not None and month is not None:
            return _with_year(day, month, named[3], today)
    if only := _DAY_ONLY.fullmatch(said):
        day = read_whole(take_apart(only[1]))
        if day is not None:
            found = _day(day, today.month, today.year, today)
            return Unclear(found.value, Why.NO_YEAR) if isinstance(found, Clear) else found
    if _MONTH_ONLY.fullmatch(said):
        return Unread(Why.MONTH_ONLY)
    return Unread(Why.VAGUE_DATE if _VAGUE.search(said) else Why.NO_DATE)


def _with_year(day: int, month: int, year: str | None, today: date) -> Found[date]:
    if year is not None:
        return _day(day, month, full_year(year, today), today)
    this_year = _day(day, month, today.year, today)
    if not isinstance(this_year, Clear) or this_year.value <= today:
        return this_year
    # "20/12" typed in January is most likely last month's, not next December's.
    last_year = _day(day, month, today.year - 1, today)
    if isinstance(last_year, Clear) and today - last_year.value < this_year.value - today:
        return Unclear(last_year.value, Why.NO_YEAR)
    return Unclear(this_year.value, Why.NO_YEAR)


def full_year(year: str, today: date) -> int:
    """The year of four or of two digits: in 2020, 25 is 2025 and 26 is 1926."""
    if len(year) == 4:
        return int(year)
    full = today.year - today.year % 100 + int(year)
    return full if full <= today.year + YEARS_AHEAD else full - 100


def _day(day: int, month: int, year: int, today: date) -> Clear[date] | Unread:
    if not EARLIEST_YEAR <= year <= today.year + YEARS_AHEAD:
        return Unread(Why.NO_SUCH_DAY)
    try:
        return Clear(date(year, month, day))
    except ValueError:
        return Unread(Why.NO_SUCH_DAY)


def show_date(day: date) -> str:
    """As Vietnamese write it: 01/06/2020."""
    return f"{day:%d/%m/%Y}"
