"""The gate before publishing: what pyxform lets pass but a conversation could not carry out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from forms.findings import Finding
from forms.question import Question
from forms.questions import type_of
from forms.references import references
from forms.rows import Rows
from forms.template import Output, Template
from forms.xform import Form
from forms.xpath import Expression

Check = Callable[[Form, Rows], Iterator[Finding]]


def lint(form: Form, rows: Rows) -> list[Finding]:
    """Everything that is wrong with a form, in the order of its rows."""
    found = [finding for check in CHECKS for finding in check(form, rows)]
    return sorted(found, key=lambda finding: finding.row or 0)


def unknown_types(form: Form, rows: Rows) -> Iterator[Finding]:
    """A question of a type that nobody can be asked in a chat; it would be skipped in silence."""
    for question in form.asked:
        if type_of(question) is None:
            yield rows.finding("unknown_type", question.path, "type", type=question.type)


def duplicate_names(form: Form, rows: Rows) -> Iterator[Finding]:
    """Values are stored, exported and carried over by name, so a name is good for one question only."""
    names = Counter(question.name for question in form.questions)
    for question in form.questions:
        if names[question.name] > 1:
            yield rows.finding("duplicate_name", question.path, "name", name=question.name)


def missing_labels(form: Form, rows: Rows) -> Iterator[Finding]:
    """A question without words cannot be asked."""
    for question in form.asked:
        if not question.label:
            yield rows.finding("no_label", question.path, "label", name=question.name)


def empty_lists(form: Form, rows: Rows) -> Iterator[Finding]:
    """A select that never offers anything."""
    for question in form.asked:
        source = question.choices
        if question.type in {"select_one", "select_multiple", "rank"} and (
            source is None or (source.nodes is None and not source.listed)
        ):
            yield rows.finding("no_choices", question.path, "type", name=question.name)


def paths_to_nothing(form: Form, rows: Rows) -> Iterator[Finding]:
    """A path that no row declares: it would read as a blank for ever."""
    known = {element.path for element in form.blueprint.walk()}
    for path, column, expression in _expressions(form):
        for reference in references(expression, path):
            if reference.path and reference.path not in known:
                yield rows.finding("unknown_path", path, column, expression=expression.text, path=reference.path)


CHECKS: tuple[Check, ...] = (
    unknown_types,
    duplicate_names,
    missing_labels,
    empty_lists,
    paths_to_nothing,
)


def _expressions(form: Form) -> Iterator[tuple[str, str, Expression]]:
    """Every expression with the path where it stands and its column."""
    for group in form.groups.values():
        if group.relevant is not None:
            yield group.path, "relevant", group.relevant
        if group.count is not None:
            yield group.path, "repeat_count", group.count
    for question in form.questions:
        for column, expression in _of_question(question):
            yield question.path, column, expression
    for action in form.set_values:
        if action.value is not None:
            yield action.path, "default", action.value


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
        "constraint_message": question.constraint_message,
        "required_message": question.required_message,
        "bind::khom:warnMsg": question.warn_message,
    }
    yield from ((column, expression) for column, expression in columns.items() if expression is not None)
    yield from ((column, output.expression) for column, text in texts.items() for output in _outputs(text))


def _outputs(text: Template) -> Iterator[Output]:
    for wording in text.wordings.values():
        yield from (part for part in wording if isinstance(part, Output))


def _name(path: str) -> str:
    return path.rpartition("/")[2]
