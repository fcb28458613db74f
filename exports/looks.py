"""How each look is drawn: fonts, fills, borders and number formats of a sheet made for A4 and for tired eyes.

Number formats are stored in the file format's own notation; the spreadsheet shows them as the reader's language writes
numbers. The language tag asks for Vietnamese (2.481 and 93,63%) where the program lets the file decide.
"""

from __future__ import annotations

from dataclasses import dataclass

from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.worksheet.worksheet import Worksheet

from exports.table import Look

FONT = "Times New Roman"
"""The font of administrative papers (NĐ 30/2020)."""

VIETNAMESE = "[$-42A]"
WHOLE = f"{VIETNAMESE}#,##0"
FRACTION = f"{VIETNAMESE}#,##0.00"
PERCENT = f"{VIETNAMESE}0.00%"
DAY = "dd/mm/yyyy"
MOMENT = "dd/mm/yyyy hh:mm"
GENERAL = "General"

HEADING_FILL = "DCE6F1"
TOTAL_FILL = "EDEDED"
NOT_SENT_FILL = "F8CBAD"
UNKNOWN_FILL = "FFE699"

LINE = Side(style="thin", color="808080")
BOX = Border(left=LINE, right=LINE, top=LINE, bottom=LINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """One look's font, fill and so on."""

    size: float = 11
    bold: bool = False
    italic: bool = False
    fill: str = ""
    number_format: str = GENERAL
    across: str = "left"
    down: str = "center"
    indent: int = 0
    wrapped: bool = True
    boxed: bool = True
    is_text: bool = False
    """Whether an editor keeps what is typed over it as text, whatever it begins with."""


# Numbers are not wrapped: LibreOffice would forget their indent. Rates are: a sentence may stand in their place.
DRAWINGS = {
    Look.WARD: Drawing(size=12, bold=True, wrapped=False, boxed=False),
    Look.TITLE: Drawing(size=16, bold=True, wrapped=False, boxed=False),
    Look.NOTE: Drawing(italic=True, wrapped=False, boxed=False),
    Look.HEADING: Drawing(bold=True, fill=HEADING_FILL, across="center"),
    Look.SUBHEADING: Drawing(italic=True, fill=HEADING_FILL, across="center"),
    Look.TEXT: Drawing(is_text=True, indent=1),
    Look.CENTRED: Drawing(across="center"),
    Look.COUNT: Drawing(number_format=WHOLE, across="right", indent=1, wrapped=False),
    Look.DECIMAL: Drawing(number_format=FRACTION, across="right", indent=1, wrapped=False),
    Look.RATE: Drawing(number_format=PERCENT, across="center"),
    Look.DAY: Drawing(number_format=DAY, across="center"),
    Look.MOMENT: Drawing(number_format=MOMENT, across="center"),
    Look.NOT_SENT: Drawing(number_format=WHOLE, bold=True, fill=NOT_SENT_FILL, across="center"),
    Look.UNKNOWN: Drawing(number_format=WHOLE, italic=True, fill=UNKNOWN_FILL, across="center"),
    Look.NOTHING: Drawing(number_format=WHOLE, italic=True, across="center"),
    Look.TOTAL_LABEL: Drawing(bold=True, fill=TOTAL_FILL, indent=1),
    Look.TOTAL_COUNT: Drawing(bold=True, fill=TOTAL_FILL, number_format=WHOLE, across="right", indent=1, wrapped=False),
    Look.TOTAL_DECIMAL: Drawing(
        bold=True, fill=TOTAL_FILL, number_format=FRACTION, across="right", indent=1, wrapped=False
    ),
    Look.TOTAL_RATE: Drawing(bold=True, fill=TOTAL_FILL, number_format=PERCENT, across="center"),
    Look.TOTAL_NOTE: Drawing(italic=True, fill=TOTAL_FILL, across="center"),
}

HIGHLIGHT = DifferentialStyle(
    font=Font(bold=True, color="9C0006"),
    fill=PatternFill(start_color=UNKNOWN_FILL, end_color=UNKNOWN_FILL, fill_type="solid"),
)


def register(sheet: Worksheet) -> dict[Look, int]:
    """Add every look to the sheet's workbook; the numbers by which its cells name them."""
    return {look: _style_id(sheet, drawing) for look, drawing in DRAWINGS.items()}


def _style_id(sheet: Worksheet, drawing: Drawing) -> int:
    cell = WriteOnlyCell(sheet)
    cell.font = Font(name=FONT, size=drawing.size, bold=drawing.bold, italic=drawing.italic)
    cell.alignment = Alignment(
        horizontal=drawing.across, vertical=drawing.down, wrap_text=drawing.wrapped, indent=drawing.indent
    )
    cell.number_format = drawing.number_format
    if drawing.fill:
        cell.fill = PatternFill(start_color=drawing.fill, end_color=drawing.fill, fill_type="solid")
    if drawing.boxed:
        cell.border = BOX
    if drawing.is_text:
        cell.quotePrefix = True
    return int(cell.style_id)
