"""What a sheet says, without a word on how a spreadsheet file is written: rows of cells, each with its look.

A `str` is text and stays text, whatever it begins with; only a `Formula`, which the product itself builds, is computed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple


class Formula(NamedTuple):
    """A live formula in English function names, without the equals sign, and what it gives at the time of export.

    The result is stored beside the formula, because previews on phones show it without computing anything.
    """

    text: str
    result: str | int | Decimal


Value = None | str | int | Decimal | date | datetime | Formula


class Look(StrEnum):
    """How a cell looks; exports/looks.py gives each its font, fill, border and number format."""

    WARD = "ward"
    TITLE = "title"
    NOTE = "note"
    HEADING = "heading"
    SUBHEADING = "subheading"
    """The line under the headings: the unit, or the base of a rate."""
    TEXT = "text"
    CENTRED = "centred"
    COUNT = "count"
    DECIMAL = "decimal"
    RATE = "rate"
    DAY = "day"
    MOMENT = "moment"
    NOT_SENT = "not_sent"
    UNKNOWN = "unknown"
    NOTHING = "nothing"
    TOTAL_LABEL = "total_label"
    TOTAL_COUNT = "total_count"
    TOTAL_DECIMAL = "total_decimal"
    TOTAL_RATE = "total_rate"
    TOTAL_NOTE = "total_note"


class Cell(NamedTuple):
    """A value and its look."""

    value: Value
    look: Look


class Row(NamedTuple):
    """A row of cells from the first column on; a height only where the text decides it after the file is made."""

    cells: tuple[Cell | None, ...] = ()
    height: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column's heading, the line below it, its width in characters, and the look of an ordinary cell."""

    heading: str
    note: str = ""
    width: float
    look: Look


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlight:
    """Cells that stand out while the formula holds for the range's first cell."""

    cells: str
    formula: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One sheet."""

    columns: tuple[Column, ...]
    rows: Sequence[Row]
    """All of them, title and headings too."""
    heading_rows: tuple[int, int]
    """First and last row of the headings: repeated on every printed page, and frozen on the screen."""
    frozen_columns: int
    """How many columns stay in sight on the left, on the screen and on paper."""
    last_row: int
    """The last row of the table itself, which goes on to the right; what is below it stands on the first page."""
    filtered_rows: int = 0
    """How many rows below the headings can be filtered and sorted."""
    highlights: tuple[Highlight, ...] = ()


def letter(column: int) -> str:
    """The letter of a column counted from 1: A, Z, AA.

    >>> letter(28)
    'AB'
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
