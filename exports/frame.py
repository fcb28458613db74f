"""The frame that every sheet shares: who, what, when and which data, then the headings."""

from __future__ import annotations

import math
import textwrap
from collections.abc import Sequence

from bot.clock import local
from bot.texts import dates
from exports import wording
from exports.data import WorkbookData
from exports.table import Cell, Column, Look, Row, Table, Value

FIRST_HEADING = 6
LAST_HEADING = 7
FIRST_BODY_ROW = 8

LINE = 15.0
"""The height of one line of the body's font, in points."""

LETTERS_PER_DIGIT = 1.15
"""Widths count in digits of the default font; the body's letters are narrower, less so in bold."""


def head(data: WorkbookData, title: str, columns: tuple[Column, ...], *, note: str = "") -> list[Row]:
    """The rows above the body: the title block, and two heading rows."""
    return [
        Row((Cell(data.ward.name.upper(), Look.WARD),)),
        Row((Cell(title.upper(), Look.TITLE),), height=24),
        Row((Cell(_movement(data), Look.NOTE),)),
        Row((Cell(_made(data), Look.NOTE),)),
        Row((Cell(note, Look.NOTE),)),
        *headings(columns),
    ]


def headings(columns: tuple[Column, ...]) -> list[Row]:
    """The two heading rows."""
    return [
        Row(
            tuple(Cell(column.heading, Look.HEADING) for column in columns),
            height=LINE * max(lines(column.heading, column.width) for column in columns) + 6,
        ),
        Row(
            tuple(Cell(column.note, Look.SUBHEADING) for column in columns),
            height=LINE * max(lines(column.note, column.width) for column in columns) + 2,
        ),
    ]


def listing(above: Sequence[Row], body: Sequence[Row], columns: tuple[Column, ...]) -> Table:
    """A sheet of one row each, without totals; the number and the unit stay in sight."""
    return Table(
        columns=columns,
        rows=[*above, *body],
        heading_rows=(FIRST_HEADING, LAST_HEADING),
        frozen_columns=2,
        last_row=len(above) + len(body),
        filtered_rows=len(body),
    )


def body_row(cells: Sequence[Cell], columns: Sequence[Column]) -> Row:
    """A row as high as its longest text needs: not every program fits rows when it opens a file."""
    needed = max(
        (lines(cell.value, column.width) for cell, column in zip(cells, columns, strict=True) if _is_text(cell)),
        default=1,
    )
    return Row(tuple(cells), height=LINE * needed + 2 if needed > 1 else None)


def lines(text: Value, width: float) -> int:
    """How many lines the text takes in a column of that width."""
    fitting = max(4, math.floor(width * LETTERS_PER_DIGIT))
    return sum(_wrapped(line, fitting) for line in str(text).split("\n"))


def _wrapped(line: str, fitting: int) -> int:
    return 1 if len(line) <= fitting else len(textwrap.wrap(line, fitting))


def _is_text(cell: Cell) -> bool:
    return isinstance(cell.value, str)


def _movement(data: WorkbookData) -> str:
    span = data.period.span
    period = dates.period(span)
    return wording.MOVEMENT.format(
        period=period[:1].upper() + period[1:], first=dates.day(span.first_day), last=dates.day(span.last_day)
    )


def _made(data: WorkbookData) -> str:
    moment = local(data.made_at)
    return wording.MADE.format(
        by=data.made_by, time=dates.time(moment), day=dates.day(moment.date()), version=data.version
    )
