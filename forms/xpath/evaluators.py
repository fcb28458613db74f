"""The shapes of compiled expressions, and what their parts ask of the compiler."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from forms.xpath.ast import Expr
from forms.xpath.scope import Focus
from forms.xpath.values import Nodes, Value

Evaluator = Callable[[Focus], Value]
TextEvaluator = Callable[[Focus], str]
NumberEvaluator = Callable[[Focus], float]
TruthEvaluator = Callable[[Focus], bool]
NodesEvaluator = Callable[[Focus], Nodes]
Advance = Callable[[Nodes, Focus], Nodes]
"""From the nodes before a step or predicate to those after it."""


class Compiles(Protocol):
    """What a path needs for the expressions inside it."""

    def value(self, expression: Expr) -> Evaluator:
        """The expression, compiled."""

    def all_nodes(self, expression: Expr) -> NodesEvaluator:
        """The expression as a list of nodes, also those that are not relevant."""

    def reads_item(self, expression: Expr) -> bool:
        """Whether its value may differ from one item of a predicate to the next."""
