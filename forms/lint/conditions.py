"""Conditions that are none, and values that other tools or blank answers turn into something else."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from forms.findings import Finding
from forms.lint.base import CONDITIONS, Checked, calls, expressions, name_of
from forms.question import Question
from forms.references import references
from forms.xpath import Expression, Path
from forms.xpath.ast import Binary, Call, Expr, Literal, is_lone_word
from forms.xpath.references import references as paths_in

_SUMS: Final = frozenset({"+", "-", "*", "div", "mod"})
_COMPARISONS: Final = frozenset({"=", "!=", "<", "<=", ">", ">=", "and", "or"})
_TRUTHS: Final = frozenset(
    {"boolean", "checklist", "contains", "ends-with", "false", "not", "regex", "selected", "starts-with", "true"}
)
_NUMBERS: Final = frozenset({"integer", "decimal", "range"})


def words_as_conditions(checked: Checked) -> Iterator[Finding]:
    """`required` = maybe: XPath takes the word for a node that is not there, so the answer is always no."""
    for path, column, expression in expressions(checked.form):
        if column in CONDITIONS and (isinstance(expression.ast, Literal) or is_lone_word(expression.ast)):
            word = expression.ast.value if isinstance(expression.ast, Literal) else expression.text
            yield checked.rows.finding("word_as_condition", path, column, word=word)


def bare_words(checked: Checked) -> Iterator[Finding]:
    """`null`, or a text without its quotation marks: a node that is not there, so a blank.

    Forms of others have it and ODK takes it, so it is a warning where it is a value. Compared, it is always false.
    """
    known = {element.path for element in checked.form.blueprint.walk()}
    for path, column, expression in expressions(checked.form):
        for tree in values_in(expression.ast):
            taken = column in CONDITIONS and tree is expression.ast  # by words_as_conditions
            if is_lone_word(tree) and f"{path}/{tree}" not in known and not taken:
                yield checked.rows.finding("bare_word", path, column, word=str(tree), expression=expression.text)


def values_in(tree: Expr) -> Iterator[Expr]:
    """What an expression may give as its value: the branches of if() and coalesce(), else itself."""
    if isinstance(tree, Call) and tree.name in {"if", "coalesce"}:
        for part in tree.arguments[int(tree.name == "if") :]:
            yield from values_in(part)
    else:
        yield tree


def stored_truths(checked: Checked) -> Iterator[Finding]:
    """A calculation whose result is true or false: Collect stores 1 and 0, web forms true and false."""
    for question in checked.form.questions:
        tree = question.calculate.ast if question.calculate else None
        comparing = isinstance(tree, Binary) and tree.operator in _COMPARISONS
        if comparing or (isinstance(tree, Call) and tree.name in _TRUTHS):
            yield checked.rows.finding("stored_truth", question.path, "calculation", name=question.name)


def once_at_start(checked: Checked) -> Iterator[Finding]:
    """once() of an answer is worked out before the question has been asked."""
    for (path, column, expression), _ in calls(checked.form, "once"):
        asked = [question for question in _read_by(checked, expression, path) if question.is_asked]
        if asked:
            yield checked.rows.finding("once_at_start", path, column, name=asked[0].name)


def _read_by(checked: Checked, expression: Expression, path: str) -> Iterator[Question]:
    for reference in references(expression, path):
        question = checked.form.by_path.get(reference.path)
        if question is not None:
            yield question


def blanks_in_sums(checked: Checked) -> Iterator[Finding]:
    """${a} + ${b} in a calculation is blank as soon as one of them is."""
    for question in checked.form.questions:
        expression = question.calculate
        if expression is None or not isinstance(expression.ast, Binary):
            continue
        numbers = (one for part in _operands(expression.ast) for one in _numbers_at(checked, part, question.path))
        blank = next((number for number in numbers if _may_be_blank(number)), None)
        if blank is not None:
            params = {"name": blank.name, "expression": expression.text}
            yield checked.rows.finding("blank_in_sum", question.path, "calculation", **params)


def _operands(tree: Expr) -> Iterator[Expr]:
    """What a chain of sums and products is made of; nothing else is looked into, so coalesce() is safe."""
    if isinstance(tree, Binary) and tree.operator in _SUMS:
        yield from _operands(tree.left)
        yield from _operands(tree.right)
    else:
        yield tree


def _numbers_at(checked: Checked, tree: Expr, path: str) -> Iterator[Question]:
    """The question whose number an operand is, if it is one."""
    if isinstance(tree, Path):
        for reference in _resolved(tree, path):
            question = checked.form.by_path.get(reference)
            if question is not None and question.type in _NUMBERS and question.is_asked:
                yield question


def _resolved(tree: Path, path: str) -> Iterator[str]:
    expression = Expression(text="", ast=tree, references=paths_in(tree), evaluator=lambda focus: "")
    yield from (reference.path for reference in references(expression, path))


def _may_be_blank(question: Question) -> bool:
    return question.required is None or question.required.text.strip() != "true()"


def blanks_in_totals(checked: Checked) -> Iterator[Finding]:
    """sum() over the rows of a repeat in which an answer may be missing: ODK's two engines differ."""
    for (path, column, _), call in calls(checked.form, "sum"):
        added = (one for part in call.arguments for one in _numbers_at(checked, part, path))
        blank = next((one for one in added if _may_be_blank(one)), None)
        if blank is not None:
            yield checked.rows.finding("blank_in_total", path, column, name=name_of(blank.path))
