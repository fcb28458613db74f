"""How a sheet comes out of a printer: A4 landscape, as many pages wide as it takes to be read, headings on each."""

from __future__ import annotations

import math

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
    """Set paper, margins, scale, repeated headings and the footer with page numbers."""
    width = sum(column.width for column in table.columns)
    first, last = table.heading_rows
    worksheet.page_setup.orientation = "landscape"
    worksheet.page_setup.paperSize = int(Worksheet.PAPERSIZE_A4)
    worksheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    worksheet.page_setup.fitToWidth = math.ceil(width / READABLE_WIDTH)
    worksheet.page_setup.fitToHeight = 0
    worksheet.print_title_rows = f"{first}:{last}"
    worksheet.print_title_cols = f"A:{letter(table.frozen_columns)}"
    for side in ("left", "right", "top"):
        setattr(worksheet.page_margins, side, 1.5 * CENTIMETRE)
    worksheet.page_margins.bottom = 2 * CENTIMETRE
    footer = HeaderFooterItem()
    footer.left.text = name
    footer.right.text = wording.PAGE.format(page="&P", pages="&N")
    worksheet.HeaderFooter = HeaderFooter(oddFooter=footer)
