"""What works here and not, or not in the same way, in the other tools that read XLSForm."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from forms.findings import Finding
from forms.lint.base import Checked, expressions
from forms.sheets import Sheets
from forms.xpath.ast import Call, Expr, Filter, Number, Path, walk

EXPRESSIONS: Final = (
    "relevant", "constraint", "calculation", "required", "read_only", "choice_filter", "repeat_count", "trigger",
    "default", "bind::khom:warn",
)  # fmt: skip
_CURLY = re.compile("[\u2018\u2019\u201c\u201d]")
_AXES: Final = frozenset({"child", "parent", "self", "attribute"})


def smart_quotes(sheets: Sheets) -> Iterator[Finding]:
    """Word and Excel bend quotation marks; pyxform straightens them, most other tools do not."""
    survey = sheets.survey
    for number, row in survey.numbered():
        for column in EXPRESSIONS:
            text = survey.text(row, column)
            if _CURLY.search(text) and (column != "default" or "${" in text):
                yield survey.finding("smart_quotes", number, column, expression=text)


def narrower_xpath(checked: Checked) -> Iterator[Finding]:
    """ODK Collect has no //, no last(), no bare [n], no coalesce() of three, and of the axes only the short ones."""
    for path, column, expression in expressions(checked.form):
        for part in dict.fromkeys(one for tree in walk(expression.ast) for one in _wide(tree)):
            yield checked.rows.finding("narrow_xpath", path, column, expression=expression.text, part=part)


def _wide(tree: Expr) -> Iterator[str]:
    match tree:
        case Call(name="last"):
            yield "last()"
        case Call(name="coalesce", arguments=arguments) if len(arguments) != 2:
            yield "coalesce"
        case Filter(predicates=predicates) if any(isinstance(one, Number) for one in predicates):
            yield "[n]"
        case Path(steps=steps):
            for step in steps:
                if step.axis == "descendant-or-self":
                    yield "//"
                elif step.axis not in _AXES:
                    yield f"{step.axis}::"
                if any(isinstance(one, Number) for one in step.predicates):
                    yield "[n]"
