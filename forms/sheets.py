"""The sheets of an XLSForm as rows of text, with the place of every cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from forms.findings import Finding

FIRST_ROW = 2
"""Row 1 of a sheet holds the headings."""
ROOT = "data"
"""The root element's name, as in ODK's own examples; the form's id is an attribute of it."""

Row = Mapping[str, str]
"""The cells of a row that are not blank, by heading as written."""

ALSO_CALLED: Final[Mapping[str, str]] = {
    "relevance": "relevant",
    "bind::relevant": "relevant",
    "calculate": "calculation",
    "bind::calculate": "calculation",
    "bind::constraint": "constraint",
    "bind::required": "required",
    "readonly": "read_only",
    "bind::readonly": "read_only",
    "count": "repeat_count",
    "jr:count": "repeat_count",
    "caption": "label",
    "command": "type",
    "tag": "name",
    "value": "name",
    "list name": "list_name",
    "constraining_message": "constraint_message",
    "bind::jr:constraintmsg": "constraint_message",
    "bind::jr:requiredmsg": "required_message",
    "requiredmsg": "required_message",
    "control::appearance": "appearance",
    "body::appearance": "appearance",
    "set_form_id": "form_id",
    "set_form_title": "form_title",
}
"""XLSForm's other words for a column; the ones on the right are those that findings use."""
_GROUPED = ("bind", "body", "control", "instance")
_TRANSLATED = re.compile(r"\s*::?\s*(?=[^:])")


def column_of(heading: str) -> str:
    """The column that a heading means, without its language: `Label::Tiếng Việt (vi)` is label."""
    low = " ".join(heading.split()).lower()
    if low.startswith(_GROUPED):
        return ALSO_CALLED.get(low, low)
    if low in ALSO_CALLED:
        return ALSO_CALLED[low]
    first = _TRANSLATED.split(low, maxsplit=1)[0]
    if first in {"jr", "media"}:
        return low
    return ALSO_CALLED.get(first, first)


@dataclass(frozen=True)
class Sheet:
    """One sheet; missing sheets are empty ones."""

    name: str
    headings: tuple[str, ...] = ()
    rows: Sequence[Row] = ()

    @cached_property
    def headings_of(self) -> Mapping[str, tuple[str, ...]]:
        """The headings, as written, of each column; a translated column has several."""
        found: dict[str, list[str]] = {}
        for heading in self.headings:
            found.setdefault(column_of(heading), []).append(heading)
        return {column: tuple(headings) for column, headings in found.items()}

    def numbered(self) -> Iterator[tuple[int, Row]]:
        """The rows with their numbers, as the spreadsheet counts."""
        return enumerate(self.rows, FIRST_ROW)

    def all_cells(self) -> Iterator[tuple[int, str, str]]:
        """The cells of all rows that are not blank: the row's number, heading and text."""
        for number, row in self.numbered():
            for heading, text in row.items():
                yield number, heading, text

    def cells(self, row: Row, column: str) -> Iterator[tuple[str, str]]:
        """The cells of a column that are not blank: heading and text."""
        for heading in self.headings_of.get(column, ()):
            if text := row.get(heading, ""):
                yield heading, text

    def text(self, row: Row, column: str) -> str:
        """The first cell of a column that is not blank, or blank."""
        return next((text.strip() for _, text in self.cells(row, column)), "")

    def finding(self, code: str, row: int | None, column: str, /, **params: str) -> Finding:
        """A finding in this sheet, with the heading as its author wrote it."""
        written = self.headings_of.get(column, (column,))
        return Finding(code=code, sheet=self.name, row=row, column=written[0], params=params)


@dataclass(frozen=True, kw_only=True)
class Sheets:
    """The workbook as far as a form is made of it."""

    survey: Sheet
    choices: Sheet = field(default_factory=lambda: Sheet("choices"))
    settings: Sheet = field(default_factory=lambda: Sheet("settings"))
    others: Mapping[str, Sheet] = field(default_factory=dict)
    """entities, osm and external_choices, where they are."""

    @property
    def all(self) -> tuple[Sheet, ...]:
        """Every sheet."""
        return self.survey, self.choices, self.settings, *self.others.values()


def sheets_of(workbook: Mapping[str, Any]) -> Sheets:
    """From the lists of rows that pyxform reads."""
    found = {
        name.removesuffix("_header"): Sheet(
            name.removesuffix("_header"),
            tuple(str(heading) for heading in next(iter(workbook[name] or ()), {})),
            tuple(workbook.get(name.removesuffix("_header")) or ()),
        )
        for name in workbook
        if name.endswith("_header") and workbook[name]
    }
    main = {name: found.pop(name, Sheet(name)) for name in ("survey", "choices", "settings")}
    return Sheets(survey=main["survey"], choices=main["choices"], settings=main["settings"], others=found)
