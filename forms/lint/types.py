"""Types of questions and features that a chat does not have: refused, never skipped in silence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from forms.findings import Finding
from forms.lint.base import Checked
from forms.questions import type_of
from forms.sheets import Sheet, Sheets

UNSUPPORTED_TYPES: Final = frozenset(
    {
        "audit", "background-audio", "background-geopoint", "osm", "select_one_external", "start-geopoint",
        "xml-external",
    }
)  # fmt: skip
"""They have no control of their own, so `unknown_types` cannot see them in the form."""
UNSUPPORTED_SETTINGS: Final = ("public_key", "sms_keyword")
UNSUPPORTED_COLUMNS: Final = ("save_to", "body::intent")
UNSUPPORTED_APPEARANCES: Final = ("ex:", "printer:", "table-list")
"""Other apps, whose names begin so, and a table with one heading for many questions."""
BLANK_IN_CHAT: Final = frozenset({"deviceid", "imei", "phonenumber", "simserial", "subscriberid", "email"})


def unsupported_features(sheets: Sheets) -> Iterator[Finding]:
    """Entities, encryption, other apps, recordings in the background."""
    survey = sheets.survey
    for number, row in survey.numbered():
        kind = next(iter(survey.text(row, "type").lower().split()), "")
        if kind in UNSUPPORTED_TYPES:
            yield survey.finding("unsupported", number, "type", feature=kind)
        for word in survey.text(row, "appearance").split():
            if word.startswith(UNSUPPORTED_APPEARANCES):
                yield survey.finding("unsupported", number, "appearance", feature=word)
    yield from _used(survey, UNSUPPORTED_COLUMNS)
    yield from _used(sheets.settings, UNSUPPORTED_SETTINGS)
    for sheet in sheets.others.values():
        if any(sheet.rows):
            yield Finding(code="unsupported", sheet=sheet.name, params={"feature": sheet.name})


def _used(sheet: Sheet, columns: tuple[str, ...]) -> Iterator[Finding]:
    for number, row in sheet.numbered():
        for column in columns:
            if sheet.text(row, column):
                yield sheet.finding("unsupported", number, column, feature=column)


def empty_metadata(sheets: Sheets) -> Iterator[Finding]:
    """What ODK Collect asks of the phone, and a chat cannot know."""
    for number, row in sheets.survey.numbered():
        kind = sheets.survey.text(row, "type").lower()
        if kind in BLANK_IN_CHAT:
            yield sheets.survey.finding("empty_metadata", number, "type", type=kind)


def no_questions(checked: Checked) -> Iterator[Finding]:
    """A form that asks nothing."""
    if not checked.form.asked:
        yield Finding(code="no_questions")


def unknown_types(checked: Checked) -> Iterator[Finding]:
    """A question of a type that nobody can be asked in a chat; it would be skipped in silence."""
    for question in checked.form.asked:
        if type_of(question) is None and question.type not in UNSUPPORTED_TYPES:
            yield checked.rows.finding("unknown_type", question.path, "type", type=question.type)
