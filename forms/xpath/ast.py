"""The shapes of a parsed expression; `at` is the offset in the text, for messages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """What stands somewhere in the text; two that say the same are equal wherever they stand."""

    at: int = field(compare=False, default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Literal(Placed):
    """A quoted string."""

    value: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Number(Placed):
    """A number as written."""

    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Binary(Placed):
    """Two operands around `or and = != < <= > >= + - * div mod |`."""

    operator: str
    left: Expr
    right: Expr


@dataclass(frozen=True, slots=True, kw_only=True)
class Negation(Placed):
    """A minus sign before an operand."""

    operand: Expr


@dataclass(frozen=True, slots=True, kw_only=True)
class Call(Placed):
    """A function call."""

    name: str
    arguments: tuple[Expr, ...]


_SHORT_STEPS = {"self": ".", "parent": ".."}


@dataclass(frozen=True, slots=True, kw_only=True)
class Step(Placed):
    """One step of a path: `name` is a name, `*`, `prefix:*`, or a kind such as `node()`."""

    axis: str
    name: str
    predicates: tuple[Expr, ...] = ()

    def __str__(self) -> str:
        """As people write it, without the predicates."""
        if self.name == "node()" and self.axis in _SHORT_STEPS:
            return _SHORT_STEPS[self.axis]
        return self.name if self.axis == "child" else f"{self.axis}::{self.name}".replace("attribute::", "@")


class Start(Enum):
    """Where a path begins if not at another expression."""

    ROOT = "/"
    CONTEXT = "."


@dataclass(frozen=True, slots=True, kw_only=True)
class Path(Placed):
    """Steps from the root, from the context node, or from what an expression such as `instance('x')` gives."""

    start: Start | Expr
    steps: tuple[Step, ...]

    def __str__(self) -> str:
        """As people write it, without the predicates: `/data/age`, `../name`, `instance(…)/root/item`."""
        steps = "/".join(str(step) for step in self.steps)
        match self.start:
            case Start.ROOT:
                return f"/{steps}"
            case Start.CONTEXT:
                return steps or "."
            case Call(name=name):
                return f"{name}(…)/{steps}"
        return f"(…)/{steps}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter(Placed):
    """An expression in parentheses, or a call, narrowed by predicates."""

    primary: Expr
    predicates: tuple[Expr, ...]


Expr = Literal | Number | Binary | Negation | Call | Path | Filter


def parts(expression: Expr) -> tuple[Expr, ...]:
    """The expressions directly inside one, predicates included."""
    match expression:
        case Binary(left=left, right=right):
            return left, right
        case Negation(operand=operand):
            return (operand,)
        case Call(arguments=arguments):
            return arguments
        case Path(start=start, steps=steps):
            inside = tuple(predicate for step in steps for predicate in step.predicates)
            return inside if isinstance(start, Start) else (start, *inside)
        case Filter(primary=primary, predicates=predicates):
            return primary, *predicates
    return ()


def is_lone_word(expression: Expr) -> bool:
    """Whether it is a bare name such as `maybe`: the child of a question, which has none."""
    match expression:
        case Path(start=Start.CONTEXT, steps=(step,)):
            return step.axis == "child"
    return False


def walk(expression: Expr) -> Iterator[Expr]:
    """An expression and everything inside it."""
    yield expression
    for part in parts(expression):
        yield from walk(part)
