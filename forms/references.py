"""Which nodes of the form an expression reads: the edges of the dependency graph."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from forms.xpath import Expression, Path
from forms.xpath.ast import Start, Step


@dataclass(frozen=True, slots=True)
class Reference:
    """A node that is read, by its path without predicates: /data/member/age."""

    path: str
    deep: bool = False
    """Anything below it may be read too: the expression has a `*` or a `//` there."""


def references(expression: Expression, context: str) -> Iterator[Reference]:
    """Everything in the primary instance that the expression reads when it is evaluated at `context`."""
    for path in expression.references:
        reference = _resolve(path, context)
        if reference is not None:
            yield reference


def _resolve(path: Path, context: str) -> Reference | None:
    """The node at the end of a path; None outside the primary instance."""
    if path.start is Start.ROOT:
        current = ""
    elif path.start is Start.CONTEXT:
        current = context
    else:
        return None
    for step in path.steps:
        if step.axis == "parent":
            current = current.rpartition("/")[0]
        elif step.axis == "child" and _is_name(step):
            current = f"{current}/{step.name}"
        elif step.axis != "self":
            return Reference(current, deep=True)
    return Reference(current)


def _is_name(step: Step) -> bool:
    return not step.name.endswith(("*", "()"))
