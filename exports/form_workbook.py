"""A published form as the workbook that officers edit: the same form, pleasant to work in.

What pyxform reads stands in the sheets survey, choices and settings; the sheet "Hướng dẫn" is for people, and it
passes it over.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence

from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from bot.texts import form_guide as words
from exports.looks import BOX, HEADING_FILL, TOTAL_FILL, UNKNOWN_FILL
from exports.table import letter
from forms.files.escapes import escaped
from forms.source import SourceSheet

FIELDS = ("label", "hint", "required", "relevant", "constraint", "constraint_message")
"""Columns that every survey gets, so that a condition or a check can be written where there was none before."""
WIDTHS = {
    "type": 24,
    "name": 24,
    "label": 46,
    "hint": 30,
    "relevant": 30,
    "constraint": 34,
    "constraint_message": 46,
    "calculation": 40,
    "list_name": 22,
    "form_title": 34,
    "bind::khom:short": 24,
    "bind::khom:also": 24,
    "bind::khom:warn": 34,
    "bind::khom:warnMsg": 46,
    "namespaces": 30,
}
OTHER_WIDTH = 15
GUIDE_WIDTHS = (28, 78, 46)
TEXT = "@"
"""Excel keeps what is typed into such a cell as it is typed: no formula, no date, no lost zero."""
SPARE_ROWS = 100
"""Rows below the last one that are ready to be typed into."""
SUGGESTED = {
    "required": "yes,no",
    "readonly": "yes,no",
    "bind::khom:given": "yes,no",
    "bind::khom:time": "stock,flow,year",
    "bind::khom:usual": "off,1.5,2,3",
    "bind::khom:privacy": "public,personal,sensitive",
    "bind::khom:empty": "nothing,unknown,nothing unknown",
    "bind::type": "int,decimal,string",
}
OFFERED = ("bind::khom", "media::")
"""What is explained also to an author who does not use it yet."""
HEAD = PatternFill("solid", fgColor=HEADING_FILL)
GROUP = PatternFill("solid", fgColor=TOTAL_FILL)
SUPPLIED = PatternFill("solid", fgColor=UNKNOWN_FILL)
WRAPPED = Alignment(wrap_text=True, vertical="top")
FONT = "Arial"
"""A font that is there in Excel and in LibreOffice, with all Vietnamese letters."""
PLAIN = Font(name=FONT, size=10)
BOLD = Font(name=FONT, size=10, bold=True)
BIG = Font(name=FONT, size=14, bold=True)


def form_workbook(sheets: Sequence[SourceSheet], title: str) -> bytes:
    """The workbook; publishing it again gives the form that it came from."""
    book = Workbook()
    book.remove(book.worksheets[0])
    types = list(_types(sheets))
    for sheet in sheets:
        columns = _columns(sheet)
        worksheet = book.create_sheet(sheet.name)
        _head(worksheet, columns)
        _rows(worksheet, sheet, columns)
        _suggest(worksheet, columns, types)
    _guide(book.create_sheet(words.SHEET), sheets, types, title)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _columns(sheet: SourceSheet) -> tuple[str, ...]:
    """The author's columns, and in the survey the usual ones that are not there in any language."""
    if sheet.name != "survey":
        return sheet.columns
    there = {column.partition("::")[0].strip() for column in sheet.columns}
    return (*sheet.columns, *(column for column in FIELDS if column not in there))


def _head(worksheet: Worksheet, columns: Sequence[str]) -> None:
    for number, column in enumerate(columns, start=1):
        cell = worksheet.cell(1, number, column)
        cell.font, cell.fill, cell.border, cell.alignment = BOLD, HEAD, BOX, WRAPPED
        explained = words.COLUMNS.get(_plain(column))
        if explained:
            cell.comment = Comment("\n".join(explained), "khombot", height=110, width=260)
        worksheet.column_dimensions[letter(number)].width = WIDTHS.get(_plain(column), OTHER_WIDTH)
    worksheet.freeze_panes = "D2" if columns[:3] == ("type", "name", "label") else "A2"


def _plain(column: str) -> str:
    """The column without its language: "label::Vietnamese (vi)" is a label."""
    if column.startswith("media::"):
        return "::".join(column.split("::")[:2])
    return column if column.startswith("bind::") else column.partition("::")[0].strip()


def _rows(worksheet: Worksheet, sheet: SourceSheet, columns: Sequence[str]) -> None:
    for number, row in enumerate((*sheet.rows, *({},) * SPARE_ROWS), start=2):
        kind = row.get("type", "").replace("_", " ")
        is_group = kind.startswith(("begin ", "end "))
        for place, column in enumerate(columns, start=1):
            cell = worksheet.cell(number, place)
            if column in row:
                cell.value = escaped(row[column])
                # Also what begins with "=": openpyxl would take it for a formula.
                cell.data_type = "s"
            cell.number_format, cell.alignment, cell.font = TEXT, WRAPPED, PLAIN
            if row:
                cell.border = BOX
            if is_group:
                cell.fill, cell.font = GROUP, BOLD
            elif row.get("bind::khom:given"):
                cell.fill = SUPPLIED


def _suggest(worksheet: Worksheet, columns: Sequence[str], types: Sequence[str]) -> None:
    """Lists to pick from. They suggest and refuse nothing: XLSForm allows more than fits into a list."""
    lists = {column: f'"{values}"' for column, values in SUGGESTED.items()}
    if worksheet.title == "survey":
        first = _first_type_row()
        lists["type"] = f"'{words.SHEET}'!$A${first}:$A${first + len(types) - 1}"
    for place, column in enumerate(columns, start=1):
        if column in lists:
            choice = DataValidation(type="list", formula1=lists[column], allow_blank=True, showErrorMessage=False)
            choice.add(f"{letter(place)}2:{letter(place)}{worksheet.max_row}")
            worksheet.add_data_validation(choice)


def _types(sheets: Sequence[SourceSheet]) -> Iterator[str]:
    """The types to pick from, the selects with each of the form's lists."""
    names = dict.fromkeys(
        row["list_name"] for sheet in sheets if sheet.name == "choices" for row in sheet.rows if "list_name" in row
    )
    for type_ in words.TYPES:
        yield from dict.fromkeys(type_.format(list=name) for name in names or {words.ANY_LIST: None})


def _first_type_row() -> int:
    return 1 + len(words.STEPS) + 3


def _guide(worksheet: Worksheet, sheets: Sequence[SourceSheet], types: Sequence[str], title: str) -> None:
    lines: list[tuple[str, ...]] = [(words.TITLE.format(title=title),), *((step,) for step in words.STEPS), ()]
    lines += [words.TYPES_TITLE, *((name, _meaning(name)) for name in types), ()]
    used = {_plain(column) for sheet in sheets for column in _columns(sheet)}
    explained = ((name, *told) for name, told in words.COLUMNS.items() if name in used or name.startswith(OFFERED))
    lines += [words.COLUMNS_TITLE, *explained]
    for number, line in enumerate(lines, start=1):
        for place, text in enumerate(line, start=1):
            cell = worksheet.cell(number, place, escaped(text))
            cell.data_type = "s"
            cell.font, cell.alignment = PLAIN, WRAPPED if len(line) > 1 else Alignment(vertical="top")
            if line in {words.TYPES_TITLE, words.COLUMNS_TITLE}:
                cell.fill, cell.font = HEAD, BOLD
    worksheet["A1"].font = BIG
    for place, width in enumerate(GUIDE_WIDTHS, start=1):
        worksheet.column_dimensions[letter(place)].width = width


def _meaning(type_: str) -> str:
    bare = type_.partition(" ")[0]
    return next(told for name, told in words.TYPES.items() if name.partition(" ")[0] == bare)
