"""An officer's own form workbook, given back with the cells that must or should be changed marked and commented."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Sequence
from xml.etree.ElementTree import ParseError

from openpyxl import Workbook, load_workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from bot.texts import findings as texts
from exports.finding_list import MARKER, list_findings
from forms.files import TABLES, examine
from forms.files.markdown import read_tables
from forms.files.package import BROKEN
from forms.findings import Finding, FormError, Severity
from forms.sheets import column_of

FILLS = {
    Severity.REFUSAL: PatternFill(start_color="FFC7CE", end_color="FFC7CE", fill_type="solid"),
    Severity.WARNING: PatternFill(start_color="FFEB9C", end_color="FFEB9C", fill_type="solid"),
}
NO_FILL = PatternFill()
MOST_TO_OPEN = 24 * 2**20
"""Unpacked; openpyxl keeps every cell of a workbook that it is to write again, at fifty times its size."""

MOST_WIDTH = 45
"""Of a column of a workbook made of tables, in characters."""

_LETTERS = re.compile(r"[A-Z]{1,3}")
_UNFIT_TITLE = re.compile(r"[\[\]:*?/\\]")
_BROKEN = (*BROKEN, IndexError, TypeError, AttributeError, ParseError)
"""What openpyxl raises for workbooks that only looked whole."""


def marked(source: bytes, file_type: str, findings: Sequence[Finding]) -> bytes:
    """The workbook with marks and a first sheet that lists the findings.

    Of Markdown tables a workbook is made. A file that the gate would not open is not opened here either: then the
    list of findings is all that there is.
    """
    book = _opened(source, file_type)
    _remove_earlier_marks(book)
    places = [_mark(book, finding) for finding in findings]
    list_findings(book, findings, places)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _opened(source: bytes, file_type: str) -> Workbook:
    try:
        if not _may_be_opened(source, file_type):
            return _empty()
        if file_type.lower() == TABLES:
            return _of_tables(source)
        with zipfile.ZipFile(io.BytesIO(source)) as package:
            if sum(part.file_size for part in package.infolist()) > MOST_TO_OPEN:
                return _empty()
        # openpyxl tells of what it leaves out: pictures, lists to choose from.
        with warnings.catch_warnings(action="ignore"):
            return load_workbook(io.BytesIO(source))
    except (FormError, *_BROKEN):
        return _empty()


def _may_be_opened(source: bytes, file_type: str) -> bool:
    """Whether the gate refused nothing, or single cells only."""
    try:
        examine(source, file_type)
    except FormError as error:
        return all(finding.row for finding in error.findings)
    return True


def _empty() -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    return book


def _of_tables(source: bytes) -> Workbook:
    book = _empty()
    tables, _ = read_tables(source)
    for name, table in tables.items():
        sheet = book.create_sheet(_UNFIT_TITLE.sub("_", name)[:31])
        for number, row in enumerate(table, start=1):
            for column, text in enumerate(row, start=1):
                if text:
                    put_text(sheet.cell(number, column), text)
        _make_legible(sheet)
    return book


def _make_legible(sheet: Worksheet) -> None:
    """Wide columns for long texts, and headings that stay."""
    sheet.freeze_panes = "A2"
    for number, column in enumerate(sheet.iter_cols(), start=1):
        longest = max(len(str(cell.value or "")) for cell in column)
        sheet.column_dimensions[get_column_letter(number)].width = min(max(longest + 2, 8), MOST_WIDTH)
        for cell in column:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
        column[0].font = Font(bold=True)


def put_text(cell: Cell | MergedCell, text: str) -> None:
    """Write a text that stays a text, whatever it begins with."""
    if isinstance(cell, Cell):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
        cell.data_type = "s"


def _remove_earlier_marks(book: Workbook) -> None:
    """What this program has marked in a workbook that is sent again."""
    if texts.MARKED_SHEET in book.sheetnames:
        book.remove(book[texts.MARKED_SHEET])
    for sheet in book.worksheets:
        for cell in [cell for row in sheet.iter_rows() for cell in row if cell.comment]:
            if cell.comment is not None and cell.comment.author == MARKER:
                cell.comment = None
                cell.fill = NO_FILL


def _mark(book: Workbook, finding: Finding) -> str:
    """Mark the cell of a finding; its address, or blank if there is no such sheet."""
    sheet = next((one for one in book.worksheets if one.title.lower() == finding.sheet.lower()), None)
    if sheet is None and finding.sheet == "survey" and len(book.worksheets) == 1:
        sheet = book.worksheets[0]
    if sheet is None:
        return ""
    cell = _cell(sheet, finding)
    said = ILLEGAL_CHARACTERS_RE.sub("", f"{finding.what}\n{finding.cure}")
    earlier = cell.comment.text if cell.comment is not None else ""
    cell.comment = Comment(
        f"{earlier}\n\n{said}".strip() if earlier else said, MARKER, height=60 + 20 * len(said) // 30, width=320
    )
    if cell.fill != FILLS[Severity.REFUSAL]:
        cell.fill = FILLS[finding.severity]
    return f"'{sheet.title}'!{cell.coordinate}"


def _cell(sheet: Worksheet, finding: Finding) -> Cell | MergedCell:
    """The cell of a finding, of merged cells the first; column A where there is no such column."""
    cell = sheet.cell(finding.row or 1, _column(sheet, finding.column))
    for merged in sheet.merged_cells.ranges:
        if cell.coordinate in merged:
            return sheet.cell(merged.min_row, merged.min_col)
    return cell


def _column(sheet: Worksheet, column: str) -> int:
    """The place of a column, by its heading as written, by what the heading means, or by its letters."""
    headings = {cell.column: " ".join(str(cell.value).split()) for cell in sheet[1] if cell.value is not None}
    wanted = column.lower()
    for number, heading in headings.items():
        if heading.lower() == wanted:
            return number
    for number, heading in headings.items():
        if column_of(heading) == wanted:
            return number
    return column_index_from_string(column) if _LETTERS.fullmatch(column) else 1
