"""Sheets that would keep the converter busy for minutes, or that no chat could ask."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from forms.findings import Finding
from forms.sheets import Sheets

MOST_QUESTIONS: Final = 5_000
"""Rows of the survey; WHO's verbal autopsy, among the longest forms that there are, has 600. Checked in 8 s."""
MOST_COLUMNS: Final = 500
MOST_IN_CELL: Final = 10_000
"""Characters; a long text of consent has 3,000."""
MOST_TEXT: Final = 1_000_000
"""Characters of the survey in all, ten times WHO's; pyxform reads some 100,000 a second."""
DEEPEST: Final = 20
"""Groups in groups."""


def long_surveys(sheets: Sheets) -> Iterator[Finding]:
    """Too many rows or too much text to be questions."""
    rows = len(sheets.survey.rows)
    if rows > MOST_QUESTIONS:
        yield Finding(code="too_many_rows", params={"allowed": str(MOST_QUESTIONS)})
    if sum(len(text) for row in sheets.survey.rows for text in row.values()) > MOST_TEXT:
        yield Finding(code="too_much_text", params={"allowed": str(MOST_TEXT)})


def wide_sheets(sheets: Sheets) -> Iterator[Finding]:
    """Too many columns to be a form."""
    for sheet in sheets.all:
        if len(sheet.headings) > MOST_COLUMNS:
            params = {"count": str(len(sheet.headings)), "allowed": str(MOST_COLUMNS)}
            yield Finding(code="too_many_columns", sheet=sheet.name, params=params)


def long_cells(sheets: Sheets) -> Iterator[Finding]:
    """Too long for a message, and for an expression."""
    for sheet in sheets.all:
        for number, heading, text in sheet.all_cells():
            if len(text) > MOST_IN_CELL:
                params = {"count": str(len(text)), "allowed": str(MOST_IN_CELL)}
                yield Finding(code="long_cell", sheet=sheet.name, row=number, column=heading, params=params)


def deep_groups(sheets: Sheets) -> Iterator[Finding]:
    """Groups in groups, deeper than anybody could follow."""
    depth = 0
    for number, row in sheets.survey.numbered():
        kind = sheets.survey.text(row, "type").lower()
        depth += kind.startswith(("begin ", "begin_")) - kind.startswith(("end ", "end_"))
        if depth > DEEPEST:
            yield sheets.survey.finding("deep_group", number, "type", allowed=str(DEEPEST))
            return
