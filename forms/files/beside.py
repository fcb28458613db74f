"""The tables that a form brings along in its own workbook: a sheet called wards.csv is the file wards.csv.

So an officer keeps everything in one workbook; other tools pass over such a sheet, and want the file beside the form.
"""

from __future__ import annotations

import csv
import io
import warnings
from collections.abc import Iterable, Iterator, Sequence

from openpyxl import load_workbook

from forms.files.limits import MOST_ROWS
from forms.files.markdown import read_tables
from forms.files.package import NO_WORKBOOK
from forms.findings import Finding, FormError

TABLE = ".csv"


def is_table(sheet: str) -> bool:
    """Whether a sheet stands for a file."""
    return sheet.strip().lower().endswith(TABLE)


def tables_in(content: bytes, file_type: str) -> dict[str, str]:
    """The tables in a workbook (.xlsx) or in Markdown, as CSV by the name of the file."""
    sheets = _of_markdown(content) if file_type == ".md" else _of_workbook(content)
    try:
        return {name: _csv(rows) for name, rows in sheets}
    except NO_WORKBOOK as error:
        if isinstance(error, FormError):
            raise
        raise FormError([Finding(code="unreadable", sheet="")]) from error


def _of_markdown(content: bytes) -> Iterator[tuple[str, Iterable[Sequence[object]]]]:
    tables, _ = read_tables(content)
    return ((name.strip(), table) for name, table in tables.items() if is_table(name))


def _of_workbook(content: bytes) -> Iterator[tuple[str, Iterable[Sequence[object]]]]:
    with warnings.catch_warnings(action="ignore"):  # openpyxl tells of what it leaves out
        workbook = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
    for name in workbook.sheetnames:
        if is_table(name):
            yield name.strip(), workbook[name].iter_rows(values_only=True)
    workbook.close()


def _csv(rows: Iterable[Sequence[object]]) -> str:
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\n")
    for number, row in enumerate(rows):
        if number > MOST_ROWS:
            raise FormError([Finding(code="too_many_rows", sheet="", params={"allowed": str(MOST_ROWS)})])
        if any(cell is not None and str(cell).strip() for cell in row):
            writer.writerow([_text(cell) for cell in row])
    return target.getvalue()


def _text(cell: object) -> str:
    """As Excel shows it: 12, not 12.0."""
    if cell is None:
        return ""
    return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell).strip()
