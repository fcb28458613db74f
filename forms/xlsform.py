"""From an XLSForm (a workbook, or a Markdown table) to the XForm that runs; what cannot run is refused with its place.

Done once when a form is published, never during a conversation.
"""

from __future__ import annotations

import re
import zipfile
from copy import deepcopy
from dataclasses import dataclass
from io import BytesIO
from typing import Any
from xml.etree.ElementTree import ParseError

from pyxform.errors import PyXFormError
from pyxform.xls2json_backends import get_xlsform
from pyxform.xls2xform import convert

from forms.findings import Finding, FormError
from forms.graph import CycleError
from forms.lint import lint
from forms.rows import Rows
from forms.xform import XFormError, parse_xform
from forms.xform.names import KHOM

ROOT = "data"
"""The root element's name, as in ODK's own examples; the form's id is an attribute of it."""
_PLACE = re.compile(r"\[row : (\d+)\](?: On the '(\w+)' sheet, the '([^']+)' value)?")
_NO_WORKBOOK = (zipfile.BadZipFile, KeyError, OSError, ValueError, TypeError, AttributeError, ParseError)
"""What openpyxl raises inside pyxform for a file that only looks like a workbook."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversion:
    """A form that is fit to be published."""

    xform: str
    title: str
    warnings: tuple[str, ...]
    """What pyxform remarks, in its own English."""


def to_xform(source: bytes | str, *, file_type: str, family: str) -> Conversion:
    """Convert and check; FormError lists everything that is wrong."""
    workbook = _read(source, file_type)
    rows = Rows(workbook["survey"], ROOT)
    warnings: list[str] = []
    try:
        xform = convert(workbook, form_name=ROOT, warnings=warnings, validate=False).xform
    except PyXFormError as error:
        raise FormError([_refused(error)]) from error
    xform = _with_namespace(xform)
    try:
        form = parse_xform(xform)
    except (XFormError, CycleError) as error:
        raise FormError(rows.of_error(error)) from error
    if findings := lint(form, rows):
        raise FormError(findings)
    return Conversion(xform=xform, title=form.title if form.title != ROOT else family, warnings=tuple(warnings))


def _read(source: bytes | str, file_type: str) -> dict[str, Any]:
    """The sheets as pyxform reads them: a list of rows by sheet."""
    # As bytes, because pyxform takes a text for a path if there is such a file.
    content = source.encode() if isinstance(source, str) else source
    try:
        sheets = get_xlsform(BytesIO(content), file_type=file_type)
    except (PyXFormError, *_NO_WORKBOOK) as error:
        raise FormError([Finding(code="unreadable", sheet="", params={"message": str(error)})]) from error
    if not sheets.survey:
        raise FormError([Finding(code="no_survey", sheet="")])
    return {name: deepcopy(getattr(sheets, name)) for name in sheets.__dataclass_fields__}


def _refused(error: PyXFormError) -> Finding:
    """pyxform's refusal, at the place that it names."""
    message = str(error)
    found = _PLACE.search(message)
    if found is None:
        return Finding(code="xlsform", params={"message": message})
    row, sheet, column = found.groups()
    message = _PLACE.sub("", message, count=1).strip(" .")
    return Finding(
        code="xlsform", sheet=sheet or "survey", row=int(row), column=column or "", params={"message": message}
    )


def _with_namespace(xform: str) -> str:
    """Declare the prefix khom where the settings sheet forgot it; pyxform would leave XML that no parser takes."""
    if " khom:" not in xform or "xmlns:khom=" in xform:
        return xform
    return xform.replace("<h:html ", f'<h:html xmlns:khom="{KHOM}" ', 1)
