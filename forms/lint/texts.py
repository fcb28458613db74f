"""Words that people should read and that are not there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from forms.findings import Finding
from forms.lint.base import Checked
from forms.questions import type_of
from forms.sheets import Row, Sheet, Sheets

_MADE_BY_PYXFORM: Final = "reserved_name_for_field_list_labels"
_MANY: Final = 10
"""So many blank cells of one language are said in one line."""
_ODD: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
TRANSLATED: Final = ("label", "hint", "guidance_hint", "constraint_message", "required_message")


def missing_labels(checked: Checked) -> Iterator[Finding]:
    """A question without words cannot be asked."""
    for question in checked.form.asked:
        if not question.label and type_of(question) and not question.name.startswith(_MADE_BY_PYXFORM):
            yield checked.rows.finding("no_label", question.path, "label", name=question.name)


def odd_characters(sheets: Sheets) -> Iterator[Finding]:
    """Characters that no XML can carry, mostly pasted from other programs without being seen."""
    for sheet in sheets.all:
        for number, heading, text in sheet.all_cells():
            if _ODD.search(text):
                yield Finding(code="odd_character", sheet=sheet.name, row=number, column=heading)


def missing_translations(sheets: Sheets) -> Iterator[Finding]:
    """pyxform puts "-" where a language has no words, and people would read that."""
    for sheet in (sheets.survey, sheets.choices):
        for heading, headings in _translated(sheet):
            rows = [number for number, row in sheet.numbered() if _lacks(row, heading, headings)]
            if len(rows) > _MANY:
                params = {"count": str(len(rows)), "heading": heading}
                yield Finding(code="missing_translations", sheet=sheet.name, row=rows[0], column=heading, params=params)
            else:
                for number in rows:
                    yield Finding(code="missing_translation", sheet=sheet.name, row=number, column=heading)


def _translated(sheet: Sheet) -> Iterator[tuple[str, Sequence[str]]]:
    """Each heading of a column that is there in several languages, with all headings of that column."""
    for column in TRANSLATED:
        headings = sheet.headings_of.get(column, ())
        if len(headings) > 1:
            yield from ((heading, headings) for heading in headings)


def _lacks(row: Row, heading: str, headings: Sequence[str]) -> bool:
    """Whether a row has words in other languages only."""
    said = [one for one in headings if row.get(one, "").strip() not in {"", "-"}]
    return bool(said) and heading not in said


def missing_constraint_messages(sheets: Sheets) -> Iterator[Finding]:
    """A check that says no without saying why."""
    survey = sheets.survey
    for number, row in survey.numbered():
        if survey.text(row, "constraint") and not survey.text(row, "constraint_message"):
            yield survey.finding("no_constraint_message", number, "constraint", name=survey.text(row, "name"))
