"""Form files and steps for `khombot forms trace`, read so that what is wrong is one clear sentence."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from bot.domain.errors import Invalid
from forms.findings import FormError
from forms.graph import CycleError
from forms.rows import Rows
from forms.sheets import Sheet
from forms.trace import Step
from forms.xform import Form, XFormError, parse_xform

XFORM = ".xml"


def form_of_file(path: Path, beside: Iterable[Path], warn: Callable[[str], None]) -> Form:
    """The form of an XLSForm (.xlsx, .md) or an XForm (.xml), with its tables.

    `warn` is told why the gate would not let it be published; Invalid("form_file") if it does not run at all.
    """
    files = {file.name: _text(file) for file in beside}
    try:
        return parse_xform(_text(path) if path.suffix.lower() == XFORM else _converted(path, files, warn), files)
    except (XFormError, CycleError) as error:
        flaws = FormError(Rows(Sheet("survey")).of_error(error))
        raise Invalid("form_file", problem=f"{path}: {flaws.english}") from None


def _converted(path: Path, files: Mapping[str, str], warn: Callable[[str], None]) -> str:
    from forms.xlsform import check_form  # its converter takes most of a second to load, and an XForm needs none

    report = check_form(_read(path), path.suffix, files=files)
    if not report.xform:
        raise Invalid("form_file", problem=f"{path}: {FormError(report.findings).english}")
    for finding in report.findings:
        warn(f"{path}: {finding.english}")
    return report.xform


def _text(path: Path) -> str:
    try:
        return _read(path).decode()
    except UnicodeDecodeError:
        raise Invalid("file", path=path, problem="it is not UTF-8") from None


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as failure:
        raise Invalid("file", path=path, problem=failure.strerror) from None


def steps_of(text: str, name: str) -> list[Step]:
    """The steps of a JSON text; Invalid("steps") names the first that is none."""
    try:
        steps = json.loads(text)
    except ValueError as error:
        raise Invalid("steps", name=name, problem=f"it is not JSON: {error}") from None
    if not isinstance(steps, list):
        raise Invalid("steps", name=name, problem="it is not a list")
    for number, step in enumerate(steps):
        if not isinstance(step, list) or not 1 <= len(step) <= 2 or not isinstance(step[0], str):
            raise Invalid("steps", name=name, problem=f"step {number} is {json.dumps(step, ensure_ascii=False)}")
    return steps


def given_values(said: Iterable[str]) -> Mapping[str, str]:
    """NAME=VALUE, several times."""
    pairs = [one.partition("=") for one in said]
    wrong = next((f"{name}{sign}{value}" for name, sign, value in pairs if not sign or not name), None)
    if wrong is not None:
        raise Invalid("given", value=wrong)
    return {name: value for name, _, value in pairs}
