"""The patterns of regex(): those that cannot be read, and those that other engines may take for ever over."""

from __future__ import annotations

from collections.abc import Iterator

from forms.findings import Finding
from forms.lint.ambiguity import ambiguous_part
from forms.lint.base import Checked, Placed, calls
from forms.xpath.ast import Literal
from forms.xpath.patterns import PatternError, compiled


def bad_regexes(checked: Checked) -> Iterator[Finding]:
    """A pattern that is none, looks ahead or back, or takes exponential time in a backtracking engine."""
    for placed, call in calls(checked.form, "regex"):
        match call.arguments:
            case (_, Literal(value=pattern)):
                yield from _flaws(checked, placed, pattern)


def _flaws(checked: Checked, placed: Placed, pattern: str) -> Iterator[Finding]:
    try:
        compiled(pattern)
    except PatternError as error:
        params = {"pattern": pattern, "message": str(error)}
        yield checked.rows.finding("bad_regex", placed.path, placed.column, **params)
        return
    if part := ambiguous_part(pattern):
        yield checked.rows.finding("slow_regex", placed.path, placed.column, pattern=pattern, part=part)
