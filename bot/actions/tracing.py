"""Form files and steps for `khombot forms trace`, read so that what is wrong is one clear sentence."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from bot.actions.forms import convert_file
from bot.domain.errors import Invalid
from forms.findings import FormError
from forms.graph import CycleError
from forms.rows import Rows
from forms.trace import Step
from forms.xform import Form, XFormError, parse_xform

XFORM = ".xml"


def form_of_file(path: Path) -> Form:
    """The form of an XLSForm (.xlsx, .md) that passes the gate, or of an XForm (.xml) as it is."""
    if path.suffix.lower() != XFORM:
        return parse_xform(convert_file(path).xform)
    try:
        return parse_xform(path.read_text(encoding="utf-8"))
    except OSError as failure:
        raise Invalid("file", path=path, problem=failure.strerror) from None
    except UnicodeDecodeError:
        raise Invalid("file", path=path, problem="it is not UTF-8") from None
    except (XFormError, CycleError) as error:
        flaws = FormError(Rows((), "").of_error(error))
        raise Invalid("form_file", problem=f"{path}: {flaws.english}") from None


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
