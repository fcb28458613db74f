"""How a sheet comes out of a printer: A4 landscape, on as many pages side by side as it takes to be read."""

from __future__ import annotations

from collections.abc import Iterator

from openpyxl.worksheet.header_footer import HeaderFooter, HeaderFooterItem
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from exports import wording
from exports.table import Table, letter

READABLE_WIDTH = 210
"""Characters across one A4 landscape page at which an 11-point font is still printed at about 8 points."""

CENTIMETRE = 1 / 2.54
"""In inches, which the file format counts margins in."""


def set_page(worksheet: Worksheet, table: Table, name: str) -> None:
    """Set paper, margins, scale, repeated headings, what is on which page, and the footer with page numbers."""
    first, last = table.heading_rows
    worksheet.page_setup.orientation = "landscape"
    worksheet.page_setup.paperSize = int(Worksheet.PAPERSIZE_A4)
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    worksheet.page_setup.fitToWidth = 1
    worksheet.page_setup.fitToHeight = 0
    worksheet.print_title_rows = f"{first}:{last}"
    worksheet.print_title_cols = f"A:{letter(table.frozen_columns)}"
    worksheet.print_area = ",".join(areas(table))
    for side in ("left", "right", "top"):
        setattr(worksheet.page_margins, side, 1.5 * CENTIMETRE)
    worksheet.page_margins.bottom = 2 * CENTIMETRE
    footer = HeaderFooterItem()
    footer.left.text = name
    footer.right.text = wording.PAGE.format(page="&P", pages="&N")
    worksheet.HeaderFooter = HeaderFooter(oddFooter=footer)


def areas(table: Table) -> Iterator[str]:
    """The cells of the pages side by side: A1:Q24, R8:AB14.

    Those further right hold the table only, and the printer repeats its headings and its first columns there. A title
    would be cut off at the repeated columns' edge.
    """
    (first, last), *others = _pages(table)
    yield f"{letter(first)}1:{letter(last)}{len(table.rows)}"
    below = table.heading_rows[1] + 1
    for first, last in others:
        yield f"{letter(first)}{below}:{letter(last)}{table.last_row}"


def _pages(table: Table) -> list[tuple[int, int]]:
    """The first and last column of each page."""
    widths = [column.width for column in table.columns]
    kept = sum(widths[: table.frozen_columns])
    pages: list[tuple[int, int]] = []
    first, used = 1, 0.0
    for number, width in enumerate(widths, start=1):
        repeated = kept if pages else 0.0
        if number > max(first, table.frozen_columns) and used + repeated + width > READABLE_WIDTH:
            pages.append((first, number - 1))
            first, used = number, 0.0
        used += width
    return [*pages, (first, len(widths))]
