"""What is asked of the rows of a repeat from a place where it is not clear which row is meant."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final

from forms.findings import Finding
from forms.lint.base import Checked, expressions, name_of, within
from forms.xpath import Path
from forms.xpath.ast import Binary, Call, Expr, Filter, Negation, Start, Step, parts

_OF_ALL_ROWS: Final = frozenset(
    {
        "area", "checklist", "concat", "count", "count-non-empty", "distance", "enclosed-area", "indexed-repeat",
        "join", "max", "min", "position", "randomize", "sum", "weighted-checklist",
    }
)  # fmt: skip
"""Functions that take many nodes."""


def outside_of_repeats(checked: Checked) -> Iterator[Finding]:
    """A question of a repeat, read from outside without an index, a condition or an aggregate."""
    repeats = checked.form.repeats
    for path, column, expression in expressions(checked.form):
        many = column == "choice_filter"  # the nodes of an itemset are meant to be many
        for read, repeat in _loose(expression.ast, path, path, repeats, many=many):
            params = {"expression": expression.text, "name": name_of(read), "repeat": name_of(repeat)}
            yield checked.rows.finding("outside_repeat", path, column, **params)


def _loose(tree: Expr, at: str, path: str, repeats: Collection[str], *, many: bool) -> Iterator[tuple[str, str]]:
    """What is read of no certain row, with its repeat.

    The tree is evaluated at `at`, the whole expression at `path`; `many`: a list of nodes is what is wanted.
    """
    match tree:
        case Path(start=Start()):
            yield from _loose_path(tree, at, path, repeats, many=many)
        case Path(start=Call(name="current"), steps=steps):
            yield from _loose_path(Path(start=Start.CONTEXT, steps=steps), path, path, repeats, many=many)
        case Filter(primary=primary):
            yield from _loose(primary, at, path, repeats, many=True)
        case Call(name=name):
            for part in parts(tree):
                yield from _loose(part, at, path, repeats, many=name in _OF_ALL_ROWS)
        case _:
            union = isinstance(tree, Binary) and tree.operator == "|"
            for part in parts(tree):
                yield from _loose(part, at, path, repeats, many=many and union)


def _loose_path(tree: Path, at: str, path: str, repeats: Collection[str], *, many: bool) -> Iterator[tuple[str, str]]:
    current = "" if tree.start is Start.ROOT else at
    chosen: set[str] = set()
    for step in tree.steps:
        current = _further(current, step)
        if step.predicates:
            chosen.add(current)
        for predicate in step.predicates:
            yield from _loose(predicate, current, path, repeats, many=False)
    if not many:
        crossed = (one for one in repeats if within(current, one) and not within(at, one))
        yield from ((current, one) for one in crossed if one not in chosen and one != current)


def _further(current: str, step: Step) -> str:
    if step.axis == "parent":
        return current.rpartition("/")[0]
    if step.axis == "child":
        return f"{current}/{step.name}"
    return current


def positions_outside(checked: Checked) -> Iterator[Finding]:
    """position(..) is the number of a repeat's row; anywhere else it is 1 and means nothing."""
    repeats = checked.form.repeats
    for path, column, expression in expressions(checked.form):
        if any(not _is_row(one, path, repeats) for one in _positions(expression.ast)):
            yield checked.rows.finding("position_outside", path, column, expression=expression.text)


def _positions(tree: Expr) -> Iterator[Expr]:
    """What position() is asked of, outside of predicates, where it numbers the items."""
    match tree:
        case Call(name="position", arguments=(argument,)):
            yield argument
        case Call(arguments=arguments):
            for argument in arguments:
                yield from _positions(argument)
        case Binary(left=left, right=right):
            yield from _positions(left)
            yield from _positions(right)
        case Negation(operand=operand):
            yield from _positions(operand)


def _is_row(argument: Expr, path: str, repeats: Collection[str]) -> bool:
    if not isinstance(argument, Path) or not isinstance(argument.start, Start):
        return True
    current = "" if argument.start is Start.ROOT else path
    for step in argument.steps:
        current = _further(current, step)
    return current in repeats
