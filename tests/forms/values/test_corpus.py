"""What people type, field by field, and how it is read: corpus/<field>.txt, one input per line.

A wrong reading without a doubt would go into the ward's figures, so every line is a test of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from forms.values.birth_years import read_birth_year
from forms.values.choices import Picked, pick_one, pick_several
from forms.values.counts import read_count
from forms.values.dates import read_date
from forms.values.decimals import read_decimal
from forms.values.findings import Clear, Found, Unclear, Unread
from forms.values.moments import read_moment
from forms.values.money import read_money
from forms.values.months import read_month, read_year
from forms.values.times import read_time
from forms.values.yes_no import read_yes_no

CORPUS = Path(__file__).parent / "corpus"
TODAY = date(2020, 11, 20)
KINDS_OF_HOUSEHOLD = ("Hộ nghèo", "Hộ cận nghèo", "Mức sống trung bình", "Khác", "Chưa rõ")
NEEDS = ("Nhà ở", "Học bổng, sách vở", "Lương thực", "Việc làm", "Vốn", "Khác")


def written(found: Found[Any]) -> str:
    """The finding in the corpus's notation."""
    if isinstance(found, Unread):
        return f"- {found.why}"
    value = _value(found.value)
    return value if isinstance(found, Clear) else f"? {value} {found.why}"


def _value(value: object) -> str:
    match value:
        case time() | datetime():
            return value.isoformat(timespec="minutes")
        case bool():
            return "yes" if value else "no"
        case tuple():
            return " ".join(str(place + 1) for place in value)
        case Decimal():
            return f"{value:f}"
        case _:
            return str(value)


def _counted(found: Found[int]) -> Found[Picked]:
    """A place in the list, written from 1 like several of them."""
    match found:
        case Clear(value=place):
            return Clear((place,))
        case Unclear(value=place, why=why):
            return Unclear((place,), why)
    return found


READERS: dict[str, Callable[[str], str]] = {
    "count": lambda text: written(read_count(text, "hộ")),
    "money": lambda text: written(read_money(text)),
    "decimal": lambda text: written(read_decimal(text, "điểm")),
    "date": lambda text: written(read_date(text, TODAY)),
    "month": lambda text: written(read_month(text, TODAY)),
    "year": lambda text: written(read_year(text, TODAY)),
    "time": lambda text: written(read_time(text)),
    "moment": lambda text: written(read_moment(text, TODAY)),
    "birth_year": lambda text: written(read_birth_year(text, TODAY)),
    "yes_no": lambda text: written(read_yes_no(text)),
    "one_choice": lambda text: written(_counted(pick_one(text, KINDS_OF_HOUSEHOLD))),
    "several_choices": lambda text: written(pick_several(text, NEEDS)),
}


def lines() -> Iterator[tuple[str, str, str]]:
    """Field, input and expected reading of every line."""
    for file in sorted(CORPUS.glob("*.txt")):
        for line in file.read_text(encoding="utf-8").splitlines():
            if line.strip() and not line.startswith("#"):
                typed, _, expected = line.rpartition(" => ")
                yield file.stem, typed, expected


@pytest.mark.parametrize(("field", "typed", "expected"), list(lines()))
def test_what_people_type_is_read_as_meant(field: str, typed: str, expected: str) -> None:
    assert READERS[field](typed) == expected


def test_every_field_has_its_corpus() -> None:
    assert {file.stem for file in CORPUS.glob("*.txt")} == set(READERS)


def test_no_input_stands_twice_in_a_corpus() -> None:
    seen = [(field, typed) for field, typed, _ in lines()]
    assert len(seen) == len(set(seen))
