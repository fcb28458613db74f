"""Reads a workbook back, as openpyxl, LibreOffice or anybody with an unzip program sees it."""

from __future__ import annotations

import io
import os
import subprocess
import zipfile
from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from exports.data import WorkbookData
from exports.sheets import SHEETS
from exports.workbook import build

CONVERSION_SECONDS = 220


def opened(data: WorkbookData) -> Workbook:
    """The workbook with its formulas as formulas."""
    return load_workbook(io.BytesIO(build(data)))


def stored(data: WorkbookData) -> Workbook:
    """The workbook with the results that are stored beside the formulas."""
    return load_workbook(io.BytesIO(build(data)), data_only=True)


def sheet_of(book: Workbook, name: str) -> Worksheet:
    """The sheet with the registered name."""
    title = next(sheet.title for sheet in SHEETS if sheet.name == name)
    worksheet = book[title]
    assert isinstance(worksheet, Worksheet)
    return worksheet


def row_of(worksheet: Worksheet, label: str) -> tuple[object, ...]:
    """The cells from the third on in the row whose second cell is the label."""
    for row in worksheet.iter_rows(values_only=True):
        if row[1] == label:
            return row[2:]
    raise AssertionError(label)


def column_of(worksheet: Worksheet, heading: str, note: str = "") -> int:
    """The place, counted from the third column, of the column under the heading (and the line below it)."""
    headings, notes = (row[2:] for row in worksheet.iter_rows(min_row=6, max_row=7, values_only=True))
    pairs = list(zip(headings, notes, strict=True))
    return next(place for place, (head, under) in enumerate(pairs) if head == heading and note in str(under))


def everything(content: bytes) -> str:
    """All parts of the file, unpacked."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(archive.read(part).decode() for part in archive.namelist())


def recalculated(books: Sequence[Workbook], office: Path, folder: Path) -> list[Workbook]:
    """What LibreOffice makes of the formulas; openpyxl has dropped the stored results, so nothing can be copied."""
    sources = [folder / f"{number}.xlsx" for number in range(len(books))]
    for book, source in zip(books, sources, strict=True):
        book.save(source)
    results = folder / "results"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "xlsx", "--outdir", results, *sources],
        check=True,
        capture_output=True,
        timeout=CONVERSION_SECONDS,
        env={**os.environ, "HOME": str(folder)},
    )
    return [load_workbook(results / source.name, data_only=True) for source in sources]
