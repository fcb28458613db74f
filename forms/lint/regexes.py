"""The patterns of regex(): those that cannot be read, and those that other engines may take for ever over."""

from __future__ import annotations

from collections.abc import Iterator

from forms.findings import Finding
from forms.lint.ambiguity import ambiguous_part
from forms.lint.base import Checked, expressions
from forms.xpath.ast import Call, Literal, walk
from forms.xpath.patterns import PatternError, compiled


def bad_regexes(checked: Checked) -> Iterator[Finding]:
    """A pattern that is none, looks ahead or back, or takes exponential time in a backtracking engine."""
    for path, column, expression in expressions(checked.form):
        for call in walk(expression.ast):
            match call:
                case Call(name="regex", arguments=(_, Literal(value=pattern))):
                    try:
                        compiled(pattern)
                    except PatternError as error:
                        params = {"pattern": pattern, "message": str(error)}
                        yield checked.rows.finding("bad_regex", path, column, **params)
                    else:
                        if part := ambiguous_part(pattern):
                            yield checked.rows.finding("slow_regex", path, column, pattern=pattern, part=part)
