"""Reads somebody's form: through the gate, as if it were to be published, and as the XForm that runs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pyxform.errors import PyXFormError
from pyxform.xls2xform import convert

from forms.findings import FormError, Severity
from forms.graph import CycleError
from forms.lint import lint
from forms.lint.base import Checked
from forms.rows import Rows
from forms.sheets import Sheet, Sheets
from forms.xform import Form, XFormError, parse_xform
from forms.xlsform import check_form

OLD_EXCEL = ".xls"
"""The gate asks for such a file to be saved anew as .xlsx; here it is looked at as if that had been done."""
XLSFORMS = {".xlsx", OLD_EXCEL, ".md"}
FORMS = {*XLSFORMS, ".xml"}
SIGNS = {".xml": b"http://www.w3.org/2002/xforms", ".md": b"| survey |"}
TABLES = {".csv", ".geojson", ".xml"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Loaded:
    """What became of a file."""

    path: Path
    xform: str = ""
    form: Form | None = None
    """None if even the XForm cannot run."""
    refusal: str = ""
    """Why the gate does not let it pass; blank if it may be published."""


def load(path: Path) -> Loaded:
    """A form file; None stands for no form at all (a table, an instance)."""
    try:
        xform = path.read_text(encoding="utf-8") if path.suffix == ".xml" else _converted(path)
        form = parse_xform(xform, {name: text for name, text in _tables(path).items() if name in xform})
    except (FormError, XFormError, CycleError, PyXFormError, UnicodeDecodeError) as error:
        return Loaded(path=path, refusal=_said(error))
    return Loaded(path=path, xform=xform, form=form, refusal=_refusal(path, form))


def is_form(path: Path) -> bool:
    """Whether the file may be a form: what is text only if it says so."""
    kind = path.suffix.lower()
    if kind not in FORMS or path.name.startswith("~"):
        return False
    return kind not in SIGNS or SIGNS[kind] in path.read_bytes()[:4000]


def _converted(path: Path) -> str:
    xform: str = convert(str(path), form_name="data", validate=False).xform
    return xform


def _tables(path: Path) -> dict[str, str]:
    """The tables in the form's folder."""
    tables = (file for file in path.parent.iterdir() if file.suffix in TABLES and file != path and not is_form(file))
    return {file.name: file.read_text(encoding="utf-8", errors="replace") for file in tables}


def _refusal(path: Path, form: Form) -> str:
    if path.suffix.lower() in {".xml", OLD_EXCEL}:
        survey = Sheet("survey")
        findings = lint(Checked(form=form, sheets=Sheets(survey=survey), rows=Rows(survey), files=_tables(path)))
        findings = [finding for finding in findings if finding.severity is Severity.REFUSAL]
    else:
        findings = list(check_form(path.read_bytes(), path.suffix, files=_tables(path)).findings)
    return findings[0].english if findings else ""


def _said(error: Exception) -> str:
    if isinstance(error, FormError):
        return error.findings[0].english
    if isinstance(error, XFormError) and error.flaws:
        flaw = error.flaws[0]
        return f"{flaw.path} {flaw.column}: {flaw.text}: {flaw.error}"
    return str(error).splitlines()[0] if str(error) else type(error).__name__
