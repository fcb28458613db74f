"""Answers `item[ward = /data/ward]` on a choice list from an index instead of reading thousands of rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from forms.xpath.ast import Binary, Call, Expr, Path, Start, Step, walk
from forms.xpath.comparing import column_key
from forms.xpath.evaluators import Advance, Compiles, Evaluator
from forms.xpath.scope import Focus
from forms.xpath.values import Nodes


@dataclass(frozen=True, slots=True, kw_only=True)
class Equality:
    """`column = sought`, where `sought` is the same for every row."""

    column: str
    sought: Expr
    whole: bool
    """It is all that the predicate says, so the rows found need no second look."""


def equality_of(step: Step, compiler: Compiles) -> Equality | None:
    """What the first predicate of a step asks of a column, if anything."""
    if step.axis != "child" or step.name.endswith(("*", "()")) or not step.predicates:
        return None
    predicate = step.predicates[0]
    if any(isinstance(part, Call) and part.name in {"position", "last"} for part in walk(predicate)):
        return None
    whole = isinstance(predicate, Binary) and predicate.operator == "="
    for part in _conjuncts(predicate):
        for column, sought in ((part.left, part.right), (part.right, part.left)):
            name = _column(column)
            if name and not compiler.reads_item(sought):
                return Equality(column=name, sought=sought, whole=whole)
    return None


def indexed(
    step: Step,
    equality: Equality,
    sought: Evaluator,
    keeps: Sequence[Advance],
    slow: Advance,
) -> Advance:
    """The step by index; `slow` does it where what is sought is a number, a date or several texts."""

    def advance(nodes: Nodes, focus: Focus) -> Nodes:
        keys = column_key(sought(focus), focus.zone)
        if keys is None or len(keys) > 1:
            return slow(nodes, focus)
        found: Nodes = []
        for node in nodes:
            rows = [row for key in keys for row in node.rows(step.name, equality.column, key)]
            for keep in keeps:
                rows = keep(rows, focus)
            found.extend(rows)
        return found

    return advance


def _conjuncts(predicate: Expr) -> Iterator[Binary]:
    if isinstance(predicate, Binary) and predicate.operator == "and":
        yield from _conjuncts(predicate.left)
        yield from _conjuncts(predicate.right)
    elif isinstance(predicate, Binary) and predicate.operator == "=":
        yield predicate


def _column(expression: Expr) -> str | None:
    match expression:
        case Path(start=Start.CONTEXT, steps=(Step(axis="child", name=name, predicates=()),)):
            return None if name.endswith(("*", "()")) else name
    return None
