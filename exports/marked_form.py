"""An officer's own workbook with the cells marked that have to be mended."""

from __future__ import annotations

import io
from collections.abc import Sequence

from openpyxl import load_workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from exports.looks import NOT_SENT_FILL
from forms.findings import Finding


def marked(source: bytes, file_type: str, findings: Sequence[Finding]) -> bytes:
    """The workbook with a fill and a note at every cell that a finding names."""
    del file_type
    book = load_workbook(io.BytesIO(source))
    for finding in findings:
        if finding.row is None or finding.sheet not in book.sheetnames:
            continue
        sheet = book[finding.sheet]
        headings = [cell.value for cell in sheet[1]]
        cell = sheet.cell(finding.row, headings.index(finding.column) + 1 if finding.column in headings else 1)
        cell.fill = PatternFill("solid", fgColor=NOT_SENT_FILL)
        cell.comment = Comment(str(finding), "khombot")
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()
