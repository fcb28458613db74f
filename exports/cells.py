"""The rows of a sheet as SpreadsheetML (ECMA-376 part 1, §18.3.1).

openpyxl makes everything else of the file. It cannot store a formula's result beside the formula, and without one a
preview on a phone shows empty totals; and styled cells cost it twice the time of bare ones (benchmarks/workbook.py).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from html import escape

from exports.table import Cell, Formula, Look, Row, Value, letter

UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
"""What XML 1.0 does not allow, and the delete character."""

MAX_TEXT = 32_767
"""Characters in a cell, by Excel's specifications and limits."""

EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's days have no time zone
"""Day 0 of the 1900 date system, as it counts from March 1900 on."""

SECONDS_PER_DAY = 86_400


def render(rows: Iterable[Row], styles: Mapping[Look, int]) -> Iterator[str]:
    """The sheetData element, a row at a time."""
    letters: list[str] = []
    yield "<sheetData>"
    for number, row in enumerate(rows, start=1):
        while len(letters) < len(row.cells):
            letters.append(letter(len(letters) + 1))
        height = f' ht="{row.height}" customHeight="1"' if row.height else ""
        cells = "".join(
            _cell(f"{column}{number}", cell, styles)
            for column, cell in zip(letters, row.cells, strict=False)
            if cell is not None
        )
        yield f'<row r="{number}"{height}>{cells}</row>'
    yield "</sheetData>"


def _cell(place: str, cell: Cell, styles: Mapping[Look, int]) -> str:
    head = f'<c r="{place}" s="{styles[cell.look]}"'
    value = cell.value
    if value is None or value == "":
        return f"{head}/>"
    if isinstance(value, str):
        return f'{head} t="inlineStr"><is><t xml:space="preserve">{_text(value)}</t></is></c>'
    if isinstance(value, Formula):
        result, kind = (
            (_text(value.result), ' t="str"') if isinstance(value.result, str) else (_number(value.result), "")
        )
        return f"{head}{kind}><f>{escape(value.text, quote=False)}</f><v>{result}</v></c>"
    return f"{head}><v>{_number(value)}</v></c>"


def _text(text: str) -> str:
    return escape(UNPRINTABLE.sub("", text)[:MAX_TEXT], quote=False)


def _number(value: Value) -> str:
    if isinstance(value, datetime):
        return repr((value - EPOCH).total_seconds() / SECONDS_PER_DAY)
    if isinstance(value, date):
        return str((value - EPOCH.date()).days)
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
