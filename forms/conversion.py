"""Converts sheets again and again, each time without the cells that were refused, so that an author hears everything.

pyxform stops at the first thing that it does not like, and a form with one bad expression does not load at all.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from pyxform.errors import PyXFormError
from pyxform.xls2xform import convert

from forms.findings import Finding, Severity
from forms.graph import CycleError
from forms.rows import Rows
from forms.sheets import FIRST_ROW, ROOT, Sheet, Sheets, column_of
from forms.xform import Form, XFormError, parse_xform
from forms.xform.names import KHOM

Workbook = Mapping[str, Any]
"""Lists of rows by sheet, as pyxform reads them."""

MOST_ROUNDS: Final = 12
ROWS_PER_ROUND: Final = 10_000
"""A form with as many rows is converted once or twice only; each time takes seconds."""

_PLACE = re.compile(r"\[row : (\d+)\](?: On the '(\w+)' sheet, the '([^']+)' value)?")
_NO_WORDS = re.compile(r"named '([^']+)' has no label or hint")
_NO_TYPE = re.compile(r"Unknown question type '(.+)'")
_UNCLEAR = re.compile(r"The name '(.+)' appears more than once")
_DOUBLED = re.compile(r"'(.+)' is invalid\. (?:Questions, groups, and repeats|Repeat names) must (?:be )?unique")
_NO_FORM = (PyXFormError, KeyError, IndexError, ValueError, TypeError, AttributeError, RecursionError)
"""What pyxform raises for sheets that make no form: its own refusals, and what it did not think of."""
_STAND_INS: Final = {"calculation": "''", "label": "?", "hint": "?", "repeat_count": "1"}
"""What stands in for a cell that has to have something."""
_ANY_TYPE: Final = "text"
_SKELETON: Final = frozenset({"type", "name", "list_name"})
"""Without these a row is another row, and what is found after that would puzzle its author."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Converted:
    """What became of the sheets."""

    findings: tuple[Finding, ...]
    """What was refused on the way."""
    xform: str = ""
    form: Form | None = None
    """The form, or as much as is left of it without the refused cells; None if nothing runs."""
    remarks: tuple[str, ...] = ()
    """pyxform's own, in English."""


def converted(workbook: Workbook, sheets: Sheets, files: Mapping[str, str]) -> Converted:
    """The form of the sheets, as far as they make one."""
    rows = Rows(sheets.survey)
    found: list[Finding] = []
    rounds = MOST_ROUNDS if sum(len(sheet.rows) for sheet in sheets.all) < ROWS_PER_ROUND else 2
    left = _copied(workbook)
    for _ in range(rounds):
        remarks: list[str] = []
        xform, refused = "", list[Finding]()
        try:
            xform = _with_namespace(
                convert(_copied(left), form_name=ROOT, warnings=remarks, validate=False).xform,
            )
            form = parse_xform(xform, files)
        except (XFormError, CycleError) as error:
            refused = rows.of_error(error)
        except _NO_FORM as error:
            refused = [_refused(error, sheets, rows)]
        else:
            return Converted(findings=tuple(found), xform=xform, form=form, remarks=tuple(remarks))
        found += [finding for finding in refused if finding not in found]
        taken_out = [_take_out(left, sheets, finding) for finding in refused]
        if not all(taken_out):
            break
    return Converted(findings=tuple(found))


def repeats_another(refusal: Finding, others: list[Finding]) -> bool:
    """Whether pyxform's refusal only says in its own words what a check has found in the same row, or somewhere."""
    refusals = [one for one in others if one.severity is Severity.REFUSAL]
    if refusal.code not in {"xlsform", "xform", "unknown_type"} or not refusals:
        return False
    return refusal.row is None or any((one.sheet, one.row) == (refusal.sheet, refusal.row) for one in refusals)


def _copied(workbook: Workbook) -> dict[str, Any]:
    """pyxform writes into the rows that it is given."""
    return {
        name: [dict(row) if isinstance(row, dict) else row for row in part] if isinstance(part, list) else part
        for name, part in workbook.items()
    }


def _take_out(workbook: dict[str, Any], sheets: Sheets, finding: Finding) -> bool:
    """Empty the cell of a refusal, or the row of a choice; False if there is nothing left to take out."""
    rows: list[dict[str, str]] = workbook.get(finding.sheet) or []
    place = (finding.row or 0) - FIRST_ROW
    if not 0 <= place < len(rows):
        return False
    row = rows[place]
    if finding.sheet == sheets.choices.name:
        gone = bool(row)
        row.clear()
        return gone
    column = column_of(finding.column)
    headings = [heading for heading in row if heading == finding.column or column_of(heading) == column]
    stand_in = _ANY_TYPE if finding.code == "unknown_type" else _STAND_INS.get(column, "")
    if not headings and stand_in and finding.column in sheets.survey.headings:
        headings = [finding.column]
    if not headings or (column in _SKELETON and stand_in != _ANY_TYPE):
        return False
    gone = any(row.get(heading) != stand_in for heading in headings)
    for heading in headings:
        row[heading] = stand_in
        if not stand_in:
            del row[heading]
    return gone


def _refused(error: Exception, sheets: Sheets, rows: Rows) -> Finding:
    """pyxform's refusal, at the place that it names."""
    message = (
        str(error)
        if isinstance(error, PyXFormError)
        else f"pyxform cannot convert this form ({type(error).__name__}: {error})."
    )
    if wordless := _NO_WORDS.search(message):
        return rows.finding("no_label", f"/{ROOT}/{wordless[1]}", "label", name=wordless[1])
    if unknown := _NO_TYPE.search(message):
        typed = (number for number, row in sheets.survey.numbered() if sheets.survey.text(row, "type") == unknown[1])
        return sheets.survey.finding("unknown_type", next(typed, None), "type", type=unknown[1])
    found = _PLACE.search(message)
    if found is None:
        return Finding(code="xlsform", sheet="", params={"message": message})
    row, name, column = found.groups()
    message = _PLACE.sub("", message, count=1).strip(" .")
    if doubled := _DOUBLED.search(message):
        return sheets.survey.finding("duplicate_name", int(row), "name", name=doubled[1])
    if unclear := _UNCLEAR.search(message):
        return sheets.survey.finding("unclear_reference", int(row), column, name=unclear[1])
    sheet: Sheet = next((one for one in sheets.all if one.name == name), sheets.survey)
    return sheet.finding("xlsform", int(row), column or "", message=message)


def _with_namespace(xform: str) -> str:
    """Declare the prefix khom where the settings sheet forgot it; pyxform would leave XML that no parser takes."""
    if " khom:" not in xform or "xmlns:khom=" in xform:
        return xform
    return xform.replace("<h:html ", f'<h:html xmlns:khom="{KHOM}" ', 1)
