"""Looks at the cells of a workbook in one pass, without keeping them: too many rows, merged cells, formulas.

pyxform reads what Excel stored beside a formula, and blank where nothing was stored; both without a word.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import IO, Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring, iterparse

from forms.files.beside import is_table
from forms.files.limits import MOST_ROWS
from forms.files.package import BROKEN
from forms.findings import Finding, FormError

SHEETS_OF_A_FORM = frozenset({"survey", "choices", "settings", "external_choices", "entities", "osm"})

_CELL = re.compile(r"([A-Z]{1,3})(\d+)")


@dataclass(slots=True)
class _Seen:
    """What one pass over a sheet has found."""

    rows: int = 0
    headed: set[str] = field(default_factory=set)
    """The letters of the columns that have a heading."""
    formulas: dict[tuple[str, str], list[str]] = field(default_factory=dict)
    """Cells by finding code and column."""
    merged: list[str] = field(default_factory=list)


def examine_worksheets(content: bytes) -> list[Finding]:
    """What is wrong with the cells of the sheets that make up the form; FormError for a broken workbook."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            return [finding for name, part in _sheets(package) for finding in _examine(package, name, part)]
    except (ParseError, DefusedXmlException, *BROKEN) as error:
        raise FormError([Finding(code="unreadable", sheet="")]) from error


def _sheets(package: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The sheets that pyxform reads, with the part of the package where each stands."""
    relations = {
        relation.get("Id"): posixpath.normpath(posixpath.join("/xl", relation.get("Target", ""))).lstrip("/")
        for relation in fromstring(package.read("xl/_rels/workbook.xml.rels"))
    }
    sheets = [one for one in fromstring(package.read("xl/workbook.xml")).iter() if _tag(one) == "sheet"]
    for sheet in sheets:
        name = sheet.get("name", "")
        part = next((relations.get(value) for key, value in sheet.attrib.items() if key.endswith("}id")), None)
        if part is not None and (name.lower() in SHEETS_OF_A_FORM or is_table(name) or len(sheets) == 1):
            yield name, part


def _examine(package: zipfile.ZipFile, name: str, part: str) -> Iterator[Finding]:
    with package.open(part) as sheet:
        seen = _look_through(sheet)
    if seen.rows > MOST_ROWS:
        yield Finding(code="too_many_rows", sheet=name, params={"allowed": str(MOST_ROWS)})
        return
    for cells in seen.merged:
        first = _CELL.match(cells)
        if first and _touches(cells, seen.headed):
            yield Finding(code="merged", sheet=name, row=int(first[2]), column=first[1], params={"cells": cells})
    for (code, column), cells_of_column in seen.formulas.items():
        if column in seen.headed:
            first = _CELL.match(cells_of_column[0])
            row = int(first[2]) if first else None
            params = {"cell": cells_of_column[0], "count": str(len(cells_of_column))}
            yield Finding(code=code, sheet=name, row=row, column=column, params=params)


def _look_through(sheet: IO[bytes]) -> _Seen:
    seen = _Seen()
    rows: Element | None = None
    number = 0
    for event, element in iterparse(sheet, events=("start", "end"), forbid_dtd=True):
        tag = _tag(element)
        if event == "start":
            rows = element if tag == "sheetData" else rows
        elif tag == "row":
            number = int(element.get("r") or number + 1)
            seen.rows += _look_at_row(element, number, seen)
            element.clear()
            if rows is not None:
                rows.clear()
            if seen.rows > MOST_ROWS:
                break
        elif tag == "mergeCell":
            seen.merged.append(element.get("ref", ""))
    return seen


def _look_at_row(row: Element, number: int, seen: _Seen) -> bool:
    """Whether anything stands in the row."""
    filled = False
    for place, cell in enumerate(row):
        parts = {_tag(part): part for part in cell}
        letters = _CELL.match(cell.get("r") or "")
        column = letters[1] if letters else _letter(place)
        stored = "is" in parts or bool("v" in parts and parts["v"].text)
        if "f" in parts:
            code = "formula_error" if cell.get("t") == "e" else "formula_result" if stored else "formula"
            seen.formulas.setdefault((code, column), []).append(f"{column}{number}")
        if number == 1 and (stored or "f" in parts):
            seen.headed.add(column)
        filled = filled or stored or "f" in parts
    return filled


def _touches(cells: str, headed: set[str]) -> bool:
    """Whether merged cells cover any column of the form."""
    first, _, last = cells.partition(":")
    ends = [_CELL.match(end) for end in (first, last or first)]
    spans = [_place(end[1]) for end in ends if end]
    return bool(spans) and any(min(spans) <= _place(column) <= max(spans) for column in headed)


def _place(letters: str) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + ord(letter) - ord("A") + 1
    return place


def _letter(place: int) -> str:
    """The letters of a column counted from 0."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _tag(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
