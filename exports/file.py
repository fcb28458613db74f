"""Writes the file: openpyxl makes the workbook with empty sheets, then each sheet gets its rows."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import BinaryIO

from openpyxl import Workbook
from openpyxl.formatting.rule import Rule
from openpyxl.worksheet.worksheet import Worksheet

from exports.cells import render
from exports.data import WorkbookData
from exports.looks import HIGHLIGHT, register
from exports.page import set_page
from exports.sheets import Sheet
from exports.table import Table, letter

EMPTY_ROWS = re.compile(rb"<sheetData\s*/>|<sheetData>\s*</sheetData>")
DIMENSION = re.compile(rb"<dimension [^>]*/>")
"""openpyxl states the size of the empty sheet; the element is optional."""

SHEET_PART = "xl/worksheets/sheet{number}.xml"


def write(data: WorkbookData, sheets: tuple[Sheet, ...], target: BinaryIO) -> None:
    """Write the workbook of a period into the target."""
    tables = [(sheet.title, sheet.table(data)) for sheet in sheets]
    footer = f"{data.ward.name} · {data.period.code}"
    write_tables(tables, target, made_by=data.made_by, made_at=data.made_at, footer=footer)


def write_tables(
    titled: Sequence[tuple[str, Table]], target: BinaryIO, *, made_by: str, made_at: datetime, footer: str
) -> None:
    """Write a workbook of these sheets into the target; the footer stands on every printed page."""
    book = Workbook()
    book.remove(book.worksheets[0])
    book.properties.creator = made_by
    book.properties.created = made_at.astimezone(UTC).replace(tzinfo=None)
    for title, table in titled:
        _set_up(book.create_sheet(title), table, footer)
    tables = [table for _, table in titled]
    styles = register(book.worksheets[0])
    shell = io.BytesIO()
    book.save(shell)
    rows = {SHEET_PART.format(number=number): table.rows for number, table in enumerate(tables, start=1)}
    with zipfile.ZipFile(shell) as parts, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in parts.namelist():
            if part in rows:
                _write_sheet(archive, part, parts.read(part), render(rows[part], styles))
            else:
                archive.writestr(part, parts.read(part))


def _set_up(worksheet: Worksheet, table: Table, footer: str) -> None:
    """Everything about a sheet but its rows."""
    _, last = table.heading_rows
    for number, column in enumerate(table.columns, start=1):
        worksheet.column_dimensions[letter(number)].width = column.width
    worksheet.freeze_panes = f"{letter(table.frozen_columns + 1)}{last + 1}"
    if table.filtered_rows:
        worksheet.auto_filter.ref = f"A{last}:{letter(len(table.columns))}{last + table.filtered_rows}"
    for highlight in table.highlights:
        rule = Rule(type="expression", dxf=HIGHLIGHT, formula=[highlight.formula])
        worksheet.conditional_formatting.add(highlight.cells, rule)
    set_page(worksheet, table, footer)


def _write_sheet(archive: zipfile.ZipFile, part: str, shell: bytes, rows: Iterable[str]) -> None:
    before, _, after = EMPTY_ROWS.sub(b"\0", DIMENSION.sub(b"", shell)).partition(b"\0")
    with archive.open(part, "w") as sheet:
        sheet.write(before)
        for row in rows:
            sheet.write(row.encode())
        sheet.write(after)
