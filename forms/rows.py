"""Finds the row of the survey sheet from which something in the XForm came."""

from __future__ import annotations

import re
from collections.abc import Iterator

from forms.findings import Finding
from forms.graph import CycleError
from forms.sheets import FIRST_ROW, ROOT, Row, Sheet
from forms.xform import Flaw, XFormError
from forms.xpath import UnknownFunction, WrongArity, XPathError
from forms.xpath.ast import is_lone_word

_WORDS = frozenset({"label", "hint", "guidance_hint", "constraint_message", "required_message", "bind::khom:warnmsg"})
"""Columns in which an expression is only a part of the cell."""
_LOWERED = re.compile(rf" ?/{ROOT}(?:/[\w.\-]+)*/([\w.\-]+) ?")
_NEARBY = 20
"""Characters that show where in an expression a mistake is."""


class Rows:
    """Which row declares which path."""

    def __init__(self, survey: Sheet) -> None:
        self._survey = survey
        self._by_path: dict[str, int] = {}
        self._by_name: dict[str, int] = {}
        for number, path in _paths(survey):
            self._by_path.setdefault(path, number)
            self._by_name.setdefault(path.rpartition("/")[2], number)

    def of(self, path: str) -> int | None:
        """The first row that declares a path; the count of a repeat stands in the repeat's own row."""
        for declared in (path, path.removesuffix("_count")):
            if declared in self._by_path:
                return self._by_path[declared]
        return self._by_name.get(path.rpartition("/")[2])

    def row(self, path: str) -> Row:
        """The cells of the row that declares a path; none if no row does."""
        number = self.of(path)
        return self._survey.rows[number - FIRST_ROW] if number is not None else {}

    def finding(self, code: str, path: str, column: str, /, **params: str) -> Finding:
        """A finding at the row of a path; the name of an answered form stands in the settings."""
        if path.endswith("/meta/instanceName"):
            return Finding(code=code, sheet="settings", row=FIRST_ROW, column="instance_name", params=params)
        column = self._declared(path, column)
        if "expression" in params:
            params["expression"] = self._written(path, column, params["expression"])
        return self._survey.finding(code, self.of(path), column, **params)

    def _declared(self, path: str, column: str) -> str:
        """pyxform makes calculations of what stands in two other columns."""
        row = self.row(path)
        others = ("repeat_count", "default") if not self._survey.text(row, "calculation") else ()
        return next((other for other in others if column == "calculation" and self._survey.text(row, other)), column)

    def _written(self, path: str, column: str, expression: str) -> str:
        """An expression as its author wrote it; pyxform has made paths of ${name}."""
        cell = self._survey.text(self.row(path), column)
        if cell and column not in _WORDS:
            return cell
        return _LOWERED.sub(r"${\1}", expression).strip()

    def of_error(self, error: XFormError | CycleError) -> list[Finding]:
        """What kept the XForm from being parsed, each thing at its row."""
        if isinstance(error, CycleError):
            first = error.steps[0]
            if is_lone_word(first.expression.ast):
                return [self.finding("word_as_condition", first.path, first.kind.value, word=first.expression.text)]
            names = " → ".join(step.path.rpartition("/")[2] for step in error.steps)
            return [self.finding("cycle", first.path, first.kind.value, steps=names)]
        if not error.flaws:
            return [Finding(code="xform", sheet="", params={"message": str(error)})]
        return [self._of_flaw(flaw) for flaw in error.flaws]

    def _of_flaw(self, flaw: Flaw) -> Finding:
        match flaw.error:
            case UnknownFunction(name=name):
                return self.finding("unknown_function", flaw.path, flaw.column, function=name, expression=flaw.text)
            case WrongArity(name=name, message=message):
                return self.finding(
                    "wrong_arity", flaw.path, flaw.column, function=name, expression=flaw.text, message=message
                )
            case XPathError(position=position, message=message):
                rest = flaw.text[position:][:_NEARBY].strip()
                near = rest or flaw.text[-_NEARBY:]
                return self.finding("syntax", flaw.path, flaw.column, expression=flaw.text, near=near, message=message)
        return self.finding("bad_extension", flaw.path, flaw.column, value=flaw.text, allowed=str(flaw.error))


def _paths(survey: Sheet) -> Iterator[tuple[int, str]]:
    """Every row with the path of its node; groups open and close as the type column says."""
    above = [f"/{ROOT}"]
    for number, row in survey.numbered():
        kind = survey.text(row, "type").replace("_", " ").lower()
        # pyxform names a note that has no name after its row.
        path = f"{above[-1]}/{survey.text(row, 'name') or f'generated_note_name_{number}'}"
        if kind.startswith("end "):
            above = above[:-1] or [f"/{ROOT}"]
        elif kind:
            yield number, path
        if kind.startswith("begin "):
            above.append(path)
