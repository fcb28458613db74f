"""What a check is given, and how it walks through the expressions of a form."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from forms.findings import Finding
from forms.question import Question
from forms.rows import Rows
from forms.sheets import Sheets
from forms.template import Output, Template
from forms.xform import Form
from forms.xpath import Expression
from forms.xpath.ast import Call, walk

CONDITIONS = frozenset({"relevant", "constraint", "required", "read_only", "bind::khom:warn"})
"""Columns whose expression is taken for true or false."""


@dataclass(frozen=True, kw_only=True)
class Checked:
    """A form with the sheets that it was made of."""

    form: Form
    sheets: Sheets
    rows: Rows
    files: Collection[str] = ()
    """The names of the files that came with the form; their tables are instances of it."""


SheetCheck = Callable[[Sheets], Iterator[Finding]]
FormCheck = Callable[[Checked], Iterator[Finding]]


class Placed(NamedTuple):
    """An expression where it stands."""

    path: str
    column: str
    expression: Expression


def expressions(form: Form) -> Iterator[Placed]:
    """Every expression of a form."""
    for group in form.groups.values():
        if group.relevant is not None:
            yield Placed(group.path, "relevant", group.relevant)
        if group.read_only is not None:
            yield Placed(group.path, "read_only", group.read_only)
        if group.count is not None:
            yield Placed(group.path, "repeat_count", group.count)
        yield from (Placed(group.path, "label", output.expression) for output in _outputs(group.label))
    for question in form.questions:
        for column, expression in _of_question(question):
            yield Placed(question.path, column, expression)
    for action in form.set_values:
        if action.value is not None:
            yield Placed(action.path, "calculation" if action.trigger else "default", action.value)


def calls(form: Form, function: str) -> Iterator[tuple[Placed, Call]]:
    """Every call of an XPath function, with the expression in which it stands."""
    for placed in expressions(form):
        for part in walk(placed.expression.ast):
            if isinstance(part, Call) and part.name == function:
                yield placed, part


def _of_question(question: Question) -> Iterator[tuple[str, Expression]]:
    columns = {
        "relevant": question.relevant,
        "calculation": question.calculate,
        "constraint": question.constraint,
        "required": question.required,
        "read_only": question.read_only,
        "bind::khom:warn": question.warn,
        "choice_filter": question.choices.nodes if question.choices else None,
    }
    texts = {
        "label": question.label,
        "hint": question.hint,
        "guidance_hint": question.guidance,
        "constraint_message": question.constraint_message,
        "required_message": question.required_message,
        "bind::khom:warnmsg": question.warn_message,
    }
    yield from ((column, expression) for column, expression in columns.items() if expression is not None)
    yield from ((column, output.expression) for column, text in texts.items() for output in _outputs(text))


def _outputs(text: Template) -> Iterator[Output]:
    for wording in text.wordings.values():
        yield from (part for part in wording if isinstance(part, Output))


def name_of(path: str) -> str:
    """The last name of a path."""
    return path.rpartition("/")[2]


def within(path: str, above: str) -> bool:
    """Whether a path is that of a node or of something below it."""
    return path == above or path.startswith(f"{above}/")
