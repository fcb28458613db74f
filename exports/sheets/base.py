"""What a sheet of the workbook is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from exports.data import WorkbookData
from exports.table import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A sheet: its stable name, the title on its tab and page, and how it is made from the data."""

    name: str
    title: str
    table: Callable[[WorkbookData], Table]
