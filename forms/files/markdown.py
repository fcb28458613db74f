"""Reads the Markdown tables of a form: the sheet's name in the first column, then headings, then rows.

| survey |
|        | type | name | label      |
|        | text | ten  | Tên ông bà? |
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from forms.files.limits import MOST_ROWS
from forms.findings import Finding, FormError

Table = list[tuple[str, ...]]
"""The rows of one sheet, headings first."""

_BAR = re.compile(r"(?<!\\)\|")
_RULE = re.compile(r"[|\-:\s]+")


def read_tables(content: bytes) -> tuple[dict[str, Table], list[Finding]]:
    """The tables by the name of their sheet, and the rows that are broken; FormError if there are no tables."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FormError([Finding(code="unreadable", sheet="")]) from error
    tables: dict[str, Table] = {}
    flaws: list[Finding] = []
    sheet = ""
    for line in text.splitlines():
        cells = _cells(line)
        if not cells:
            continue
        if cells[0]:
            sheet = cells[0]
            tables.setdefault(sheet, [])
        row = cells[1:]
        if not sheet or not any(row):
            continue
        tables[sheet].append(row)
        if len(tables[sheet]) > MOST_ROWS:
            raise FormError([Finding(code="too_many_rows", sheet=sheet, params={"allowed": str(MOST_ROWS)})])
        flaws += _flaws(sheet, tables[sheet], line)
    tables = {sheet: table for sheet, table in tables.items() if table}
    if not tables:
        raise FormError([Finding(code="unreadable", sheet="")])
    return tables, flaws


def _cells(line: str) -> tuple[str, ...] | None:
    """The cells between the bars of a line, the sheet's name first; None for a line that is no row."""
    line = line.strip()
    if not line.startswith("|") or ("-" in line and _RULE.fullmatch(line)):
        return None
    return tuple(cell.strip().replace("\\|", "|") for cell in _BAR.split(line)[1:-1])


def _flaws(sheet: str, table: Table, line: str) -> Iterator[Finding]:
    """A row with more cells than headings, or one that lost its last bar; a remark may follow the last one."""
    headings, row = table[0], table[-1]
    after = _BAR.split(line)[-1].strip()
    torn = bool(after) and not after.startswith("#") and len(row) < len(headings)
    if torn or any(row[len(headings) :]):
        yield Finding(code="broken_table", sheet=sheet, row=len(table), params={"count": str(len(headings))})
