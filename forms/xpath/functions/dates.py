"""Functions of dates and times; the present comes from the scope, never from the clock."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import datetime
from typing import Final

from forms.xpath.dates import Moment, moment_of_days, moment_of_text, part_of_day
from forms.xpath.functions.table import Function, Takes, function
from forms.xpath.scope import Focus
from forms.xpath.values import NAN, Value, to_text

_MONTHS = (
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec",
)
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")

_DIRECTIVES: Final[dict[str, Callable[[datetime], str]]] = {
    "Y": lambda at: f"{at.year:04}",
    "y": lambda at: f"{at.year % 100:02}",
    "m": lambda at: f"{at.month:02}",
    "n": lambda at: str(at.month),
    "b": lambda at: _MONTHS[at.month - 1],
    "d": lambda at: f"{at.day:02}",
    "e": lambda at: str(at.day),
    "H": lambda at: f"{at.hour:02}",
    "h": lambda at: str(at.hour),
    "M": lambda at: f"{at.minute:02}",
    "S": lambda at: f"{at.second:02}",
    "3": lambda at: f"{at.microsecond // 1000:03}",
    "a": lambda at: _DAYS[at.weekday()],
    "W": lambda at: str(at.isocalendar().week),
    "w": lambda at: str(at.isoweekday() % 7),
    "%": lambda at: "%",
}


def _moment(focus: Focus, value: Value) -> Moment | None:
    """What a value says as a date, or None."""
    if isinstance(value, Moment):
        return value
    if isinstance(value, bool):
        return None
    if isinstance(value, float):
        return moment_of_days(value) if math.isfinite(value) else None
    return moment_of_text(to_text(value, focus.zone).strip(), focus.zone)


def _date(focus: Focus, value: Value) -> Value:
    """A date from a text or a number of days; blank where it is none."""
    moment = _moment(focus, value)
    return "" if moment is None else moment


def _today(focus: Focus) -> Value:
    return Moment(focus.scope.now.replace(hour=0, minute=0, second=0, microsecond=0))


def _decimal_date_time(focus: Focus, value: Value) -> Value:
    moment = _moment(focus, value)
    return NAN if moment is None else moment.days


def _format_date(focus: Focus, value: Value, pattern: str) -> Value:
    """As strftime, with ODK's letters; blank where there is no date."""
    moment = _moment(focus, value)
    if moment is None:
        return ""
    local = moment.instant.astimezone(focus.zone)
    return re.sub(r"%(.)", lambda found: _directive(found, local), pattern)


def _directive(found: re.Match[str], local: datetime) -> str:
    write = _DIRECTIVES.get(found[1])
    return write(local) if write else found[0]


DATES: Final[tuple[Function, ...]] = (
    function("today", _today),
    function("now", lambda focus: Moment(focus.scope.now, timed=True)),
    function("date", _date, Takes.ANY),
    function("date-time", _date, Takes.ANY),
    function("decimal-date-time", _decimal_date_time, Takes.ANY),
    function(
        "decimal-time",
        lambda focus, text: part_of_day(text, focus.scope.now),
        Takes.TEXT,
    ),
    function("format-date", _format_date, Takes.ANY, Takes.TEXT),
    function("format-date-time", _format_date, Takes.ANY, Takes.TEXT),
)
