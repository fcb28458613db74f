"""The first row of a sheet: headings that are missing, doubled, or written wrongly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Final

from forms.findings import Finding
from forms.sheets import Sheet, Sheets

NEEDED: Final = {"survey": ("type", "name"), "choices": ("list_name", "name")}
_SURVEY = """
    type name label hint guidance_hint relevant calculation constraint constraint_message required required_message
    read_only default appearance choice_filter repeat_count parameters trigger image audio video big-image autoplay rows
    notes save_to no_app_error_string noapperrorstring
"""
_SETTINGS = """
    form_title form_id version default_language public_key submission_url style instance_name namespaces name
    allow_choice_duplicates clean_text_values
"""
_MEDIA: Final = ("image", "big-image", "audio", "video")
KNOWN: Final = {
    "survey": tuple(_SURVEY.split()),
    "choices": ("list_name", "name", "label", *_MEDIA, *(f"media::{medium}" for medium in _MEDIA)),
    "settings": tuple(_SETTINGS.split()),
}
_CLOSE = 0.8
_EXTENSIONS = [
    "unit",
    "short",
    "also",
    "time",
    "empty",
    "privacy",
    "max",
    "given",
    "supplier",
    "usual",
    "warn",
    "warnMsg",
]
_OURS = "bind::khom:"


def missing_columns(sheets: Sheets) -> Iterator[Finding]:
    """A sheet without the columns that every row needs."""
    for sheet in (sheets.survey, sheets.choices):
        for column in NEEDED[sheet.name]:
            if sheet.headings and column not in sheet.headings_of:
                yield Finding(code="missing_column", sheet=sheet.name, params={"name": column})


def duplicate_columns(sheets: Sheets) -> Iterator[Finding]:
    """Two headings alike: one of the columns would be lost."""
    for sheet in sheets.all:
        for heading, count in Counter(" ".join(heading.lower().split()) for heading in sheet.headings).items():
            if count > 1:
                yield Finding(code="duplicate_column", sheet=sheet.name, row=1, params={"name": heading})


def misspelt_columns(sheets: Sheets) -> Iterator[Finding]:
    """`relevent` would be dropped without a word, and with it every condition of the form.

    Columns of any other name are their authors' own notes, or what choice filters read.
    """
    for sheet in (sheets.survey, sheets.choices, sheets.settings):
        for column, headings in sheet.headings_of.items():
            if meant := _meant(sheet, column):
                params = {"name": headings[0], "meant": meant}
                yield Finding(code="misspelt_column", sheet=sheet.name, row=1, column=headings[0], params=params)


def _meant(sheet: Sheet, column: str) -> str:
    """The known column that one was probably meant to be, if the sheet does not have that one too."""
    if column.startswith(_OURS):
        ours = {extension.lower(): extension for extension in _EXTENSIONS}
        extension = column.removeprefix(_OURS)
        close = get_close_matches(extension, ours, n=1, cutoff=_CLOSE)
        return f"{_OURS}{ours[close[0]]}" if close and extension not in ours else ""
    known = KNOWN[sheet.name]
    if column in known or "::" in column:
        return ""
    close = get_close_matches(column, known, n=1, cutoff=_CLOSE)
    return close[0] if close and close[0] not in sheet.headings_of else ""
