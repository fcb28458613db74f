"""A raw value as a node of its type keeps it, the way ODK's engine casts what is written into it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation

from forms.question import Question
from forms.xpath.values import text_of_number

Offered = Callable[[], Collection[str]]
"""The values that a select offers now, in their order."""


class CastError(ValueError):
    """A value that the node does not take at all, not even as a blank."""


def cast(question: Question, text: str, offered: Offered) -> str:
    """The value that is kept; blank for what is none of the type."""
    match question.type:
        case "select_one":
            return text if text in offered() else ""
        case "select_multiple":
            chosen = set(text.split())
            return " ".join(value for value in offered() if value in chosen)
        case "rank":
            return _ranked(text.split(), offered())
        case "acknowledge":
            return "OK" if text else ""
    reader = _READERS.get(question.data_type)
    value = reader(text) if reader and text else text
    return value if question.type != "range" or _is_within(value, question.parameters) else ""


def _is_within(value: str, parameters: Mapping[str, str]) -> bool:
    """Whether a range reaches so far."""
    number, start, end = (_number(text) for text in (value, parameters.get("start", ""), parameters.get("end", "")))
    if number is None or start is None or end is None:
        return True
    return min(start, end) <= number <= max(start, end)


def _ranked(order: list[str], offered: Collection[str]) -> str:
    if order and not set(offered) <= set(order):
        raise CastError("A rank needs all of its choices.")
    return " ".join(value for value in dict.fromkeys(order) if value in offered)


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text.strip())
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _int(text: str) -> str:
    number = _number(text)
    return "" if number is None else str(int(number))


def _decimal(text: str) -> str:
    number = _number(text)
    return "" if number is None else text_of_number(float(number))


_DATE = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?)?", re.ASCII)


def _date(text: str) -> str:
    """A date, also out of a date and time without a zone."""
    if not _DATE.fullmatch(text):
        return ""
    try:
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        return ""


def _time(text: str) -> str:
    return text if _reads(time.fromisoformat, text) else ""


def _date_time(text: str) -> str:
    return text if "T" in text and _reads(datetime.fromisoformat, text) else ""


def _reads(reader: Callable[[str], object], text: str) -> bool:
    try:
        reader(text)
    except ValueError:
        return False
    return True


def _place(text: str) -> str:
    """Latitude and longitude in degrees, then height and accuracy in metres, if they are known."""
    numbers = [_number(part) for part in text.split()]
    known = [float(number) for number in numbers if number is not None]
    if not 2 <= len(numbers) <= 4 or len(known) < len(numbers) or abs(known[0]) > 90 or abs(known[1]) > 180:
        return ""
    return " ".join(map(_with_fraction, known))


def _with_fraction(number: float) -> str:
    written = text_of_number(number)
    return written if "." in written else f"{written}.0"


_READERS: dict[str, Callable[[str], str]] = {
    "int": _int,
    "decimal": _decimal,
    "date": _date,
    "time": _time,
    "dateTime": _date_time,
    "geopoint": _place,
}
"""By the bind's type; every other text is kept as it is."""
