"""From an XLSForm (a workbook, or a Markdown table) to the XForm that runs; what cannot run is refused with its place.

Done once when a form is published, never during a conversation.
"""

from __future__ import annotations

import re
import warnings
from collections.abc import Collection, Mapping
from copy import deepcopy
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

from pyxform.errors import PyXFormError
from pyxform.xls2json_backends import get_xlsform

from forms.conversion import Converted, converted, repeats_another
from forms.files import TABLES, examine
from forms.files.beside import is_table, tables_in
from forms.files.escapes import unescaped
from forms.files.markdown import read_tables
from forms.files.package import NO_WORKBOOK
from forms.findings import Finding, FormError, Severity
from forms.inlining import inlined
from forms.lint import in_order, lint, lint_sheets, lint_sizes
from forms.lint.base import Checked
from forms.lint.media import missing_media
from forms.rows import Rows
from forms.sheets import ROOT, sheets_of
from forms.xform.parse import NO_FILES

_DOUBLED = re.compile(r"Duplicate column header: (.+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """A form that is fit to be published."""

    xform: str
    title: str
    """Blank where the settings sheet gives none."""
    warnings: tuple[str, ...]
    """What pyxform remarks, in its own English."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What the gate says about a form file."""

    findings: tuple[Finding, ...] = ()
    """Why it cannot be published; none if it can."""
    warnings: tuple[Finding, ...] = ()
    """What its author should look at; it can be published all the same."""
    conversion: Conversion | None = None
    """The form, if it can be published."""
    xform: str = ""
    """The XForm, also of a form that cannot be published, if it runs just as it is written."""


def check_form(
    source: bytes | str,
    file_type: str,
    *,
    files: Mapping[str, str] = NO_FILES,
    media: Collection[str] | None = None,
) -> Report:
    """Convert and check; never raises for a bad file.

    `file_type` is the end of the file's name with its dot; `files` are those that come with the form, text by name,
    besides the tables that stand in its own sheets. `media` are the names of the pictures and sounds that come with it;
    None: they may still come, so that nobody misses them yet.
    """
    content = source.encode() if isinstance(source, str) else source
    found: list[Finding] = []
    result = Converted(findings=())
    try:
        result = _look_through(content, file_type.lower(), dict(files), media, found)
    except FormError as error:
        found += error.findings
    found = in_order(found)
    refusals = tuple(finding for finding in found if finding.severity is Severity.REFUSAL)
    warnings = tuple(finding for finding in found if finding.severity is Severity.WARNING)
    conversion = None if refusals else _conversion(result)
    as_written = "" if result.findings else result.xform
    return Report(findings=refusals, warnings=warnings, conversion=conversion, xform=as_written)


def _look_through(
    content: bytes, file_type: str, files: dict[str, str], media: Collection[str] | None, found: list[Finding]
) -> Converted:
    """Add to what was found, step by step; FormError where it makes no sense to go on."""
    found += examine(content, file_type)
    workbook = _read(content, file_type)
    files |= tables_in(content, file_type)
    sheets = sheets_of(workbook)
    if too_much := lint_sizes(sheets):
        raise FormError(too_much)
    found += lint_sheets(sheets)
    if media is not None:
        found += missing_media(sheets, media)
    result = converted(workbook, sheets, files)
    found += [finding for finding in result.findings if not repeats_another(finding, found)]
    if result.form is not None:
        found += lint(Checked(form=result.form, sheets=sheets, rows=Rows(sheets.survey), files=files))
        return replace(result, xform=inlined(result.xform, files))
    return result


def _conversion(result: Converted) -> Conversion | None:
    if result.form is None:
        return None
    title = result.form.title if result.form.title != ROOT else ""
    return Conversion(xform=result.xform, title=title, warnings=result.remarks)


def to_xform(source: bytes | str, *, file_type: str, family: str) -> Conversion:
    """Convert and check; FormError lists everything that is wrong. A form without a title is called as its family."""
    report = check_form(source, file_type)
    if report.conversion is None:
        raise FormError(report.findings)
    one = report.conversion
    return Conversion(xform=one.xform, title=one.title or family, warnings=one.warnings)


def _read(content: bytes, file_type: str) -> dict[str, Any]:
    """The sheets as pyxform reads them: a list of rows by sheet, and `<sheet>_header` with the headings."""
    if file_type == TABLES:
        workbook = _of_tables(content)
    else:
        try:
            # openpyxl tells of what it leaves out: pictures, lists to choose from.
            with warnings.catch_warnings(action="ignore"):
                # As bytes, because pyxform takes a text for a path if there is such a file.
                sheets = get_xlsform(BytesIO(content), file_type=file_type)
        except (PyXFormError, *NO_WORKBOOK) as error:
            doubled = _DOUBLED.search(str(error))
            params = {"name": doubled[1]} if doubled else {}
            raise FormError(
                [Finding(code="duplicate_column" if doubled else "unreadable", sheet="", params=params)]
            ) from error
        workbook = {name: _copied(getattr(sheets, name)) for name in sheets.__dataclass_fields__}
    if not any(workbook.get("survey") or ()):
        raise FormError([Finding(code="no_survey", sheet="")])
    return workbook


def _copied(rows: Any) -> Any:
    """A sheet's rows for pyxform to change, as their author sees them in Excel."""
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        return deepcopy(rows)
    return [
        {unescaped(heading): cell if cell is None else unescaped(cell) for heading, cell in row.items()} for row in rows
    ]


def _of_tables(content: bytes) -> dict[str, Any]:
    tables, flaws = read_tables(content)
    if flaws:
        raise FormError(flaws)
    workbook: dict[str, Any] = {}
    for name, (headings, *rows) in tables.items():
        if is_table(name):
            continue
        named = dict.fromkeys(heading for heading in headings if heading)
        workbook[name.lower()] = [
            {heading: cell for heading, cell in zip(headings, row, strict=False) if heading and cell} for row in rows
        ]
        workbook[f"{name.lower()}_header"] = [named]
    return workbook | {"sheet_names": list(workbook)}
