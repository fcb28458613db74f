"""Names of questions: missing, used twice, or referred to and not there; and groups that do not close."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from forms.findings import Finding
from forms.lint.columns import KNOWN
from forms.sheets import Sheet, Sheets, column_of

_REFERENCE = re.compile(r"\$\{\s*(?:last-saved#)?([^\s{}]+?)\s*\}")
_GROUPS: Final = {"group": "group", "repeat": "repeat", "lgroup": "repeat", "looped group": "repeat"}
_MADE_BY_PYXFORM: Final = frozenset({"instanceID", "instanceName"})
_NEEDS_NO_NAME: Final = frozenset(
    {"note", "audit", "start", "end", "today", "deviceid", "username", "phonenumber", "email"}
)


def missing_names(sheets: Sheets) -> Iterator[Finding]:
    """A row that is no question, because its cell `name` is blank."""
    survey = sheets.survey
    for number, row in survey.numbered():
        kind = survey.text(row, "type").lower()
        closes = kind.startswith(("end ", "end_"))
        if kind and not closes and kind not in _NEEDS_NO_NAME and not survey.text(row, "name"):
            yield survey.finding("no_name", number, "name")


def unclosed_groups(sheets: Sheets) -> Iterator[Finding]:
    """begin_group and end_group in pairs, each of its own kind."""
    survey = sheets.survey
    opened: list[tuple[int, str]] = []
    for number, row in survey.numbered():
        opens, group = _bracket(survey.text(row, "type").lower())
        if opens:
            opened.append((number, group))
        elif group and opened and opened[-1][1] == group:
            opened.pop()
        elif group:
            yield survey.finding("unclosed_group", number, "type", missing=f"begin_{group}")
            return
    for number, group in opened:
        yield survey.finding("unclosed_group", number, "type", missing=f"end_{group}")


def _bracket(kind: str) -> tuple[bool, str]:
    """Whether a row opens a group, and the kind of group that it opens or closes; blank for every other row."""
    word, _, rest = kind.replace("_", " ").partition(" ")
    group = _GROUPS.get(rest.strip(), "") if word in {"begin", "end"} else ""
    return word == "begin" and bool(group), group


def empty_groups(sheets: Sheets) -> Iterator[Finding]:
    """A group with nothing in it."""
    survey = sheets.survey
    open_groups: list[tuple[int, str]] = []
    filled: set[int] = set()
    for number, row in survey.numbered():
        kind = survey.text(row, "type").lower()
        opens, group = _bracket(kind)
        if opens:
            open_groups.append((number, survey.text(row, "name")))
        elif group and open_groups:
            first, name = open_groups.pop()
            if first not in filled:
                yield survey.finding("empty_group", first, "type", name=name)
            filled.update(one for one, _ in open_groups)
        elif kind:
            filled.update(one for one, _ in open_groups)


def unknown_references(sheets: Sheets) -> Iterator[Finding]:
    """${name} of a question that is not there; pyxform would name only the first."""
    survey = sheets.survey
    names = {survey.text(row, "name") for row in survey.rows} | _MADE_BY_PYXFORM
    for sheet in (survey, sheets.choices):
        for number, heading, name in _references_in(sheet):
            if name not in names:
                params = {"name": name}
                yield Finding(code="unknown_reference", sheet=sheet.name, row=number, column=heading, params=params)


def _references_in(sheet: Sheet) -> Iterator[tuple[int, str, str]]:
    """Every ${name} of a column that pyxform reads: the row's number, the heading, the name; each once in a cell."""
    for number, heading, text in sheet.all_cells():
        column = column_of(heading)
        if "${" in text and (column in KNOWN[sheet.name] or "::" in column):
            yield from ((number, heading, name) for name in dict.fromkeys(_REFERENCE.findall(text)))
