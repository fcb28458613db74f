"""Reads somebody's form: through the gate, as if it were to be published, and as the XForm that runs."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pyxform.errors import PyXFormError
from pyxform.xls2xform import convert

from forms.findings import FormError
from forms.graph import CycleError
from forms.lint import lint
from forms.rows import Rows
from forms.xform import Form, XFormError, parse_xform
from forms.xlsform import to_xform

XLSFORMS = {".xlsx", ".xls", ".md"}
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
        form = parse_xform(xform, _beside(path, xform))
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


def _beside(path: Path, xform: str) -> dict[str, str]:
    """The tables that the form names and that lie in its folder."""
    tables = (file for file in path.parent.iterdir() if file.suffix in TABLES and file.name in xform and file != path)
    return {file.name: file.read_text(encoding="utf-8", errors="replace") for file in tables}


def _refusal(path: Path, form: Form) -> str:
    if path.suffix.lower() == ".xml":
        findings = lint(form, Rows((), ""))
        return findings[0].english if findings else ""
    try:
        to_xform(path.read_bytes(), file_type=path.suffix.lower(), family=path.stem)
    except FormError as error:
        return error.findings[0].english
    return ""


def _said(error: Exception) -> str:
    if isinstance(error, FormError):
        return error.findings[0].english
    if isinstance(error, XFormError) and error.flaws:
        flaw = error.flaws[0]
        return f"{flaw.path} {flaw.column}: {flaw.text}: {flaw.error}"
    return str(error).splitlines()[0] if str(error) else type(error).__name__
