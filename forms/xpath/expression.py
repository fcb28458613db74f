"""A compiled expression, ready to be evaluated over and over."""

from __future__ import annotations

from dataclasses import dataclass

from forms.tree import Node
from forms.xpath.ast import Expr, Path
from forms.xpath.compiler import Compiler
from forms.xpath.evaluators import Evaluator
from forms.xpath.functions import FUNCTIONS
from forms.xpath.functions.table import Functions
from forms.xpath.parser import parse
from forms.xpath.references import references
from forms.xpath.scope import Focus, Scope
from forms.xpath.values import Value, to_boolean, to_number, to_text


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """What `compile_expression` gives; it holds no state, so everybody may share it.

    It is evaluated in a scope, at the scope's node or at another one.
    """

    text: str
    ast: Expr
    references: tuple[Path, ...]
    """The paths that it reads, without predicates: see `forms.xpath.references`."""

    evaluator: Evaluator

    def evaluate(self, scope: Scope, node: Node | None = None) -> Value:
        """The value as it is: text, number, truth, moment or nodes."""
        return self.evaluator(Focus.of(scope, node))

    def string(self, scope: Scope, node: Node | None = None) -> str:
        """The value as a text."""
        focus = Focus.of(scope, node)
        return to_text(self.evaluator(focus), focus.zone)

    def number(self, scope: Scope, node: Node | None = None) -> float:
        """The value as a number, maybe NaN."""
        focus = Focus.of(scope, node)
        return to_number(self.evaluator(focus), focus.zone)

    def boolean(self, scope: Scope, node: Node | None = None) -> bool:
        """The value as a truth."""
        return to_boolean(self.evaluator(Focus.of(scope, node)))

    def nodes(self, scope: Scope, node: Node | None = None) -> tuple[Node, ...]:
        """The relevant nodes; none if the value is not a nodeset."""
        value = self.evaluator(Focus.of(scope, node))
        return tuple(value) if isinstance(value, list) else ()


def compile_expression(text: str, functions: Functions = FUNCTIONS) -> Expression:
    """Parses and compiles; raises an XPathError that says what is wrong and where."""
    tree = parse(text)
    return Expression(
        text=text,
        ast=tree,
        references=references(tree),
        evaluator=Compiler(functions).value(tree),
    )
