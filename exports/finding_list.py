"""The first sheet of a marked form: the findings in a list, each with a link to its cell."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from bot.texts import findings as texts
from exports.looks import BOX, FONT, HEADING_FILL
from forms.findings import Finding, Severity

MARKER: Final = "khombot"
"""The author of the comments, so that they are known again when the workbook comes back."""
WIDTHS: Final = (6, 11, 34, 62, 62)
LINE_HEIGHT: Final = 16.5
"""Of the list's font, in points; programs do not always stretch a row to wrapped text by themselves."""
FIRST_ROW: Final = 5
"""Below the title, the note, a blank row and the headings."""


def list_findings(book: Workbook, findings: Sequence[Finding], places: Sequence[str]) -> None:
    """Put the list in front; `places` are the findings' cells, blank where there is none."""
    sheet: Worksheet = book.create_sheet(texts.MARKED_SHEET, 0)
    refusals = sum(finding.severity is Severity.REFUSAL for finding in findings)
    _write(sheet, 1, 1, texts.MARKED_TITLE.format(refusals=refusals, warnings=len(findings) - refusals), bold=True)
    _write(sheet, 2, 1, texts.MARKED_NOTE)
    for column, (heading, width) in enumerate(zip(texts.MARKED_HEADINGS, WIDTHS, strict=True), start=1):
        _write(sheet, FIRST_ROW - 1, column, heading, bold=True, boxed=True)
        sheet.cell(FIRST_ROW - 1, column).fill = PatternFill("solid", start_color=HEADING_FILL)
        sheet.column_dimensions["ABCDE"[column - 1]].width = width
    for number, (finding, place) in enumerate(zip(findings, places, strict=True), start=1):
        _list(sheet, number, finding, place)
    sheet.freeze_panes = f"A{FIRST_ROW}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    for other in book.worksheets:
        other.sheet_view.tabSelected = other is sheet
    book.active = 0


def _list(sheet: Worksheet, number: int, finding: Finding, place: str) -> None:
    row = FIRST_ROW + number - 1
    severity = texts.MUST if finding.severity is Severity.REFUSAL else texts.SHOULD
    where = finding.place or texts.WHOLE_FILE
    for column, text in enumerate((str(number), severity, where, finding.what, finding.cure), start=1):
        _write(sheet, row, column, text, boxed=True)
    lines = (
        1 + len(text) // (width - 4)
        for text, width in zip((where, finding.what, finding.cure), WIDTHS[2:], strict=True)
    )
    sheet.row_dimensions[row].height = LINE_HEIGHT * max(lines)
    if place:
        cell = sheet.cell(row, 3)
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=place)
        cell.font = Font(name=FONT, size=12, color="0563C1", underline="single")


def _write(sheet: Worksheet, row: int, column: int, text: str, *, bold: bool = False, boxed: bool = False) -> None:
    """A text that stays a text, whatever it begins with."""
    cell = sheet.cell(row, column)
    cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
    cell.data_type = "s"
    cell.font = Font(name=FONT, size=14 if bold and not boxed else 12, bold=bold)
    if boxed:
        cell.border = BOX
        cell.alignment = Alignment(wrap_text=True, vertical="top")
