"""A month with its year, and a year alone: 6/2020, tháng 6 năm 2020, T6, tháng này; 2020, năm ngoái."""

from __future__ import annotations

import re
from datetime import date

from forms.values.dates import EARLIEST_YEAR, YEARS_AHEAD, full_year, read_date
from forms.values.findings import Clear, Found, Unclear, Unread, Why
from forms.values.fold import fold, fold_typed, keys
from forms.values.number_words import read_whole
from forms.values.pieces import made_uniform
from forms.values.tokens import take_apart

_COURTESY = re.compile(r"^(?:(?:da|thua|vao|la|hoi|trong) )+|(?: (?:a|nha|nhe|em|do))+$")
_LUNAR = re.compile(r"\b(?:al|am lich|am|gieng|chap|nhuan)\b")
_MONTH = re.compile(r"(?:thang |t ?)?(\d{1,2})(?: (?:nam )?(\d{4}|\d{2}))?")
_ISO = re.compile(r"(\d{4}) (\d{1,2})")
_IN_WORDS = re.compile(r"thang (.+?)(?: nam (\d{4}|\d{2}))?")
_MONTHS_FROM_NOW = {
    **dict.fromkeys(keys("tháng này, tháng nay, trong tháng"), 0),
    **dict.fromkeys(keys("tháng trước, tháng rồi, tháng qua, tháng vừa rồi, tháng vừa qua"), -1),
    **dict.fromkeys(keys("tháng tới"), 1),
}
_NEXT_MONTH = "tháng sau"
"""As written: folded, it would be the same as tháng sáu."""
_NEXT_OR_JUNE = fold(_NEXT_MONTH)
_YEARS_FROM_NOW = {
    **dict.fromkeys(keys("năm nay"), 0),
    **dict.fromkeys(keys("năm ngoái, năm trước, năm rồi, năm qua"), -1),
    **dict.fromkeys(keys("năm kia"), -2),
    **dict.fromkeys(keys("năm sau, năm tới, sang năm"), 1),
}
_YEAR = re.compile(r"(?:nam )?(\d{4}|\d{2})")
MONTHS = 12
_SHOWN = "tháng {month} năm {year}"


def read_month(text: str, today: date) -> Found[date]:
    """The month's first day; a whole day stands for its month. Without a year: this one; one to come is asked."""
    said = _COURTESY.sub("", fold_typed(text))
    if _LUNAR.search(said):
        return Unread(Why.LUNAR)
    if said in _MONTHS_FROM_NOW:
        return Clear(_from_now(_MONTHS_FROM_NOW[said], today))
    if said == _NEXT_OR_JUNE and text.isascii():
        return Unclear(date(today.year, 6, 1), Why.UNUSUAL_MONTH)
    if said == _NEXT_OR_JUNE and _NEXT_MONTH in made_uniform(text):
        return Clear(_from_now(1, today))
    if match := _ISO.fullmatch(said):
        return _month(int(match[2]), int(match[1]), today)
    if (match := _MONTH.fullmatch(said)) and not _is_day(match):
        # A bare "6" says neither that it is a month nor of which year; "6/11" may be a day.
        found = _of(int(match[1]), match[2], today, sure=not said.isdecimal())
        return Unclear(found.value, Why.UNUSUAL_MONTH) if isinstance(found, Clear) and _may_be_day(match) else found
    if (match := _IN_WORDS.fullmatch(said)) and (month := read_whole(take_apart(match[1]))) is not None:
        return _of(month, match[2], today, sure=True)
    day = read_date(text, today)
    return Unread(Why.NO_MONTH) if isinstance(day, Unread) else _same(day, day.value.replace(day=1))


def read_year(text: str, today: date) -> Found[date]:
    """The year's first day; of two digits the century is asked about."""
    said = _COURTESY.sub("", fold_typed(text))
    if said in _YEARS_FROM_NOW:
        return Clear(date(today.year + _YEARS_FROM_NOW[said], 1, 1))
    if match := _YEAR.fullmatch(said):
        found = _month(1, full_year(match[1], today), today)
        return Unclear(found.value, Why.UNUSUAL_MONTH) if isinstance(found, Clear) and len(match[1]) == 2 else found
    month = read_month(text, today)
    return Clear(month.value.replace(month=1)) if isinstance(month, Clear) else Unread(Why.NO_YEAR_READ)


def show_month(day: date) -> str:
    """tháng 6 năm 2020."""
    return _SHOWN.format(month=day.month, year=day.year)


def _is_day(match: re.Match[str]) -> bool:
    """18/11: no month is the eighteenth."""
    return int(match[1]) > MONTHS and _may_be_day(match)


def _may_be_day(match: re.Match[str]) -> bool:
    return match[2] is not None and len(match[2]) == 2 and int(match[2]) <= MONTHS and match[0][0].isdecimal()


def _from_now(months: int, today: date) -> date:
    count = today.year * 12 + today.month - 1 + months
    return date(count // 12, count % 12 + 1, 1)


def _of(month: int, year: str | None, today: date, *, sure: bool) -> Found[date]:
    if year is not None:
        return _month(month, full_year(year, today), today)
    found = _month(month, today.year, today)
    if isinstance(found, Unread) or (sure and found.value <= today):
        return found
    return Unclear(found.value, Why.UNUSUAL_MONTH)


def _month(month: int, year: int, today: date) -> Clear[date] | Unread:
    if not 1 <= month <= MONTHS or not EARLIEST_YEAR <= year <= today.year + YEARS_AHEAD:
        return Unread(Why.NO_SUCH_MONTH)
    return Clear(date(year, month, 1))


def _same(found: Clear[date] | Unclear[date], value: date) -> Found[date]:
    return Clear(value) if isinstance(found, Clear) else Unclear(value, Why.UNUSUAL_MONTH)
