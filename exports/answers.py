"""How a sent answer stands in a sheet: as a number, a day, a label or text, or as one of the three empty states."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal

from bot.domain.consolidation import read_figure
from bot.domain.submissions import Empty, Revision
from exports import wording
from exports.data import ColumnKind, FormColumn
from exports.table import Cell, Column, Look
from forms.questions.barcode import Barcode

LOOKS = {
    ColumnKind.COUNT: Look.COUNT,
    ColumnKind.DECIMAL: Look.DECIMAL,
    ColumnKind.MONEY: Look.COUNT,
    ColumnKind.YES_NO: Look.CENTRED,
    ColumnKind.CHOICE: Look.TEXT,
    ColumnKind.TEXT: Look.TEXT,
    ColumnKind.DAY: Look.DAY,
    ColumnKind.MOMENT: Look.MOMENT,
    ColumnKind.TIME: Look.CENTRED,
    ColumnKind.MONTH: Look.CENTRED,
    ColumnKind.YEAR: Look.CENTRED,
    ColumnKind.PLACE: Look.TEXT,
    ColumnKind.CODE: Look.TEXT,
    ColumnKind.FILES: Look.CENTRED,
}

WIDTHS = {
    ColumnKind.COUNT: 12,
    ColumnKind.DECIMAL: 12,
    ColumnKind.MONEY: 17,
    ColumnKind.YES_NO: 11,
    ColumnKind.DAY: 12,
    ColumnKind.MOMENT: 17,
    ColumnKind.TIME: 9,
    ColumnKind.MONTH: 10,
    ColumnKind.YEAR: 9,
    ColumnKind.FILES: 9,
}
"""In characters: a count has room for "không phát sinh" on two lines, money for 999.999.999.999."""

NARROWEST_TEXT, WIDEST_TEXT = 12, 36
"""A column of text is as wide as its longest text, within these bounds."""

NOTES = {ColumnKind.YES_NO: "có/không"}
"""What stands under the heading of a question without a unit."""

NUMBERS = frozenset({ColumnKind.COUNT, ColumnKind.DECIMAL, ColumnKind.MONEY})
ADDED_UP = NUMBERS | {ColumnKind.YES_NO}

NOTHING = Cell(wording.NOTHING, Look.NOTHING)
UNKNOWN = Cell(wording.UNKNOWN, Look.UNKNOWN)


def column(asked: FormColumn, revisions: Iterable[Revision]) -> Column:
    """The sheet's column for a question, wide enough for what was answered."""
    return Column(
        heading=asked.label,
        note=asked.unit or NOTES.get(asked.kind, ""),
        width=WIDTHS.get(asked.kind) or _text_width(asked, revisions),
        look=LOOKS[asked.kind],
    )


def _text_width(asked: FormColumn, revisions: Iterable[Revision]) -> int:
    read = _READERS[asked.kind]
    longest = max((len(str(read(asked, _said(asked, revision)))) for revision in revisions), default=0)
    return min(max(longest + 1, NARROWEST_TEXT), WIDEST_TEXT)


def was_asked(asked: FormColumn, revision: Revision) -> bool:
    """Whether the report says anything to the question, be it that there is nothing."""
    return asked.name in revision.values or asked.name in revision.empties


def cell(asked: FormColumn, revision: Revision) -> Cell:
    """The answer to the question."""
    empty = revision.empties.get(asked.name)
    if empty is not None:
        return NOTHING if empty is Empty.NOTHING else UNKNOWN
    if asked.kind in ADDED_UP:
        return _number_cell(asked, revision)
    return Cell(_READERS[asked.kind](asked, _said(asked, revision)), LOOKS[asked.kind])


def _number_cell(asked: FormColumn, revision: Revision) -> Cell:
    figure = read_figure(revision, asked.name)
    if not isinstance(figure, Decimal):
        return UNKNOWN  # also words, where an older version of the form took them
    if asked.kind is ColumnKind.YES_NO:
        return Cell(wording.YES if figure else wording.NO, Look.CENTRED)
    return Cell(figure, LOOKS[asked.kind])


def _said(asked: FormColumn, revision: Revision) -> str:
    """The answer as it was stored; a repeat is no single answer."""
    value = revision.values.get(asked.name)
    return value.strip() if isinstance(value, str) else ""


def _labels(asked: FormColumn, text: str) -> str:
    return "; ".join(asked.choices.get(value, value) for value in text.split())


def _day(_: FormColumn, text: str) -> date | str:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text


def _moment(_: FormColumn, text: str) -> datetime | str:
    """In the ward's own time, as it was said: a sheet's cells have no zone."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError:
        return text


def _time(_: FormColumn, text: str) -> str:
    """08:30 of 08:30:00.000+07:00."""
    return text[:5]


def _month(_: FormColumn, text: str) -> str:
    """06/2020 of 2020-06-01."""
    year, month, *_day_of_month = [*text.split("-"), ""]
    return f"{month}/{year}" if month else text


def _year(_: FormColumn, text: str) -> str:
    """2020 of 2020-01-01."""
    return text[:4]


def _place(_: FormColumn, text: str) -> str:
    """10.29, 105.75 of 10.29 105.75 0 12: every map finds it."""
    return ", ".join(text.split()[:2])


def _code(_: FormColumn, text: str) -> str:
    return wording.CODE_PHOTO if text.startswith(Barcode.photo) else text


def _files(_: FormColumn, text: str) -> str:
    return wording.FILES.format(count=len(text.split())) if text else ""


def _text(_: FormColumn, text: str) -> str:
    return text


_READERS: dict[ColumnKind, Callable[[FormColumn, str], str | date | datetime]] = {
    ColumnKind.CHOICE: _labels,
    ColumnKind.TEXT: _text,
    ColumnKind.DAY: _day,
    ColumnKind.MOMENT: _moment,
    ColumnKind.TIME: _time,
    ColumnKind.MONTH: _month,
    ColumnKind.YEAR: _year,
    ColumnKind.PLACE: _place,
    ColumnKind.CODE: _code,
    ColumnKind.FILES: _files,
}
