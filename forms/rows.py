"""Finds the row of the survey sheet from which something in the XForm came."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from forms.findings import Finding
from forms.graph import CycleError
from forms.xform import Flaw, XFormError
from forms.xpath import UnknownFunction, WrongArity, XPathError

FIRST_ROW = 2
"""Row 1 of a sheet holds the headings."""
Row = Mapping[str, str]


class Rows:
    """Which row declares which path."""

    def __init__(self, survey: Sequence[Row], root: str) -> None:
        self._by_path: dict[str, list[int]] = {}
        for number, path in _paths(survey, root):
            self._by_path.setdefault(path, []).append(number)

    def of(self, path: str) -> int | None:
        """The first row that declares a path."""
        return next(iter(self._by_path.get(path, ())), None)

    def finding(self, code: str, path: str, column: str, /, **params: str) -> Finding:
        """A finding at the row of a path."""
        return Finding(code=code, row=self.of(path), column=column, params=params)

    def of_error(self, error: XFormError | CycleError) -> list[Finding]:
        """What kept the XForm from being parsed, each thing at its row."""
        if isinstance(error, CycleError):
            first = error.steps[0]
            names = " → ".join(step.path.rpartition("/")[2] for step in error.steps)
            return [self.finding("cycle", first.path, first.kind.value, steps=names)]
        if not error.flaws:
            return [Finding(code="xform", params={"message": str(error)})]
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
                place = str(position + 1)
                return self.finding(
                    "syntax", flaw.path, flaw.column, expression=flaw.text, position=place, message=message
                )
        return self.finding("bad_extension", flaw.path, flaw.column, value=flaw.text, allowed=str(flaw.error))


def _paths(survey: Sequence[Row], root: str) -> Iterator[tuple[int, str]]:
    """Every row with the path of its node; groups open and close as the type column says."""
    above = [f"/{root}"]
    for number, row in enumerate(survey, FIRST_ROW):
        kind = row.get("type", "").replace("_", " ").strip().lower()
        path = f"{above[-1]}/{row.get('name', '').strip()}"
        if kind.startswith("end "):
            above = above[:-1] or [f"/{root}"]
        elif kind:
            yield number, path
        if kind.startswith("begin "):
            above.append(path)
