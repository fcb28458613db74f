"""The officer's workbook as bytes: every sheet that exports/sheets lists, ready to be read, printed and computed on."""

from __future__ import annotations

import io

from exports.data import WorkbookData
from exports.sheets import CONFIRMED, ENTRUSTED, SHEETS, Sheet, confirmed_sheets, list_sheets


def build(data: WorkbookData, sheets: tuple[Sheet, ...] = SHEETS) -> bytes:
    """Make the workbook."""
    # openpyxl takes 0.3 s and 15 MB to import: only when a workbook is made.
    from exports.file import write

    target = io.BytesIO()
    if data.entrusted:
        sheets = (*sheets, ENTRUSTED)
    taken = frozenset(sheet.title for sheet in sheets)
    write(data, (*sheets, *confirmed_sheets(data), *list_sheets(data, taken | {CONFIRMED.title})), target)
    return target.getvalue()
