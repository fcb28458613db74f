"""Turns a tree into closures; each asks for the kind of value that its place needs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from forms.xpath.arithmetic import ARITHMETIC, difference
from forms.xpath.ast import (
    Binary,
    Call,
    Expr,
    Filter,
    Literal,
    Negation,
    Number,
    Path,
    Start,
)
from forms.xpath.axes import in_document_order
from forms.xpath.comparing import COMPARISONS, ORDERINGS, with_number, with_text
from forms.xpath.errors import NodesExpected, UnknownFunction, WrongArity
from forms.xpath.evaluators import (
    Advance,
    Evaluator,
    NodesEvaluator,
    NumberEvaluator,
    TextEvaluator,
    TruthEvaluator,
)
from forms.xpath.functions.table import Function, Functions, Takes
from forms.xpath.paths import keepers, path
from forms.xpath.scope import Focus
from forms.xpath.values import Nodes, shown, to_boolean, to_number, to_text


class Compiler:
    """Compiles against a table of functions."""

    def __init__(self, functions: Functions) -> None:
        self._functions = functions

    def value(self, expression: Expr) -> Evaluator:
        """The expression, compiled."""
        match expression:
            case Literal(value=text):
                return lambda focus: text
            case Number(value=number):
                return lambda focus: number
            case Negation(operand=operand):
                positive = self.number(operand)
                return lambda focus: -positive(focus)
            case Path():
                return self._path(expression)
            case Filter():
                return self._relevant(
                    self.all_nodes(expression),
                    of_instance=_is_instance(expression.primary),
                )
            case Call():
                return self._call(expression)
            case Binary():
                return self._binary(expression)

    def text(self, expression: Expr) -> TextEvaluator:
        """As string() would give it."""
        value = self.value(expression)
        return lambda focus: to_text(value(focus), focus.zone)

    def number(self, expression: Expr) -> NumberEvaluator:
        """As number() would give it."""
        if isinstance(expression, Number):
            constant = expression.value
            return lambda focus: constant
        value = self.value(expression)
        return lambda focus: to_number(value(focus), focus.zone)

    def truth(self, expression: Expr) -> TruthEvaluator:
        """As boolean() would give it."""
        value = self.value(expression)
        return lambda focus: to_boolean(value(focus))

    def nodes(self, expression: Expr) -> NodesEvaluator:
        """The relevant nodes."""
        if isinstance(expression, Path):
            return self._path(expression)
        self._demand_nodes(expression)
        return _nodes_only(self.value(expression))

    def all_nodes(self, expression: Expr) -> NodesEvaluator:
        """The nodes, also those that are not relevant."""
        self._demand_nodes(expression)
        match expression:
            case Path():
                return path(expression, self)
            case Filter(primary=primary, predicates=predicates):
                return _filtered(self.all_nodes(primary), keepers(predicates, self))
            case Binary(left=left, right=right):
                first, second = self.all_nodes(left), self.all_nodes(right)
                return lambda focus: in_document_order([*first(focus), *second(focus)])
        return _nodes_only(self.value(expression))

    def reads_item(self, expression: Expr) -> bool:
        """Whether its value may differ from one item of a predicate to the next."""
        match expression:
            case Path(start=Start.CONTEXT):
                return True
            case Path(start=Start.ROOT) | Literal() | Number():
                return False
            case Path(start=start):
                return not isinstance(start, Start) and self.reads_item(start)
            case Negation(operand=operand):
                return self.reads_item(operand)
            case Filter(primary=primary):
                return self.reads_item(primary)
            case Binary(left=left, right=right):
                return self.reads_item(left) or self.reads_item(right)
            case Call(arguments=arguments):
                if not arguments:
                    return self._function(expression).reads_item
                return any(self.reads_item(argument) for argument in arguments)

    def _path(self, expression: Path) -> NodesEvaluator:
        return self._relevant(path(expression, self), of_instance=_is_instance(expression.start))

    def _function(self, call: Call) -> Function:
        function = self._functions.get(call.name)
        if function is None:
            raise UnknownFunction(call.at, call.name)
        given = len(call.arguments)
        if given < function.least or (function.most is not None and given > function.most):
            raise WrongArity(call.at, call.name, given=given, allowed=function.allowed)
        return function

    def _call(self, call: Call) -> Evaluator:
        function = self._function(call)
        run = function.call
        arguments = [
            self._argument(argument, function.takes[min(index, len(function.takes) - 1)])
            for index, argument in enumerate(call.arguments)
        ]
        if not arguments:
            return run
        if len(arguments) == 1:
            (only,) = arguments
            return lambda focus: run(focus, only(focus))
        if len(arguments) == 2:
            first, second = arguments
            return lambda focus: run(focus, first(focus), second(focus))
        return lambda focus: run(focus, *[argument(focus) for argument in arguments])

    def _argument(self, expression: Expr, takes: Takes) -> Callable[..., object]:
        match takes:
            case Takes.TEXT:
                return self.text(expression)
            case Takes.NUMBER:
                return self.number(expression)
            case Takes.TRUTH:
                return self.truth(expression)
            case Takes.NODES:
                return self.nodes(expression)
            case Takes.ALL_NODES:
                return self.all_nodes(expression)
            case Takes.ANY:
                return self.value(expression)
            case Takes.LATER:
                later = self.value(expression)
                return lambda focus: later

    def _binary(self, expression: Binary) -> Evaluator:
        operator = expression.operator
        if operator == "|":
            return self._relevant(self.all_nodes(expression), of_instance=False)
        if operator in {"and", "or"}:
            return self._logic(expression)
        if operator in COMPARISONS:
            return self._comparison(expression)
        if operator == "-":
            first, second = self.value(expression.left), self.value(expression.right)
            return lambda focus: difference(first(focus), second(focus), focus.zone)
        left, right, calculate = (
            self.number(expression.left),
            self.number(expression.right),
            ARITHMETIC[operator],
        )
        return lambda focus: calculate(left(focus), right(focus))

    def _logic(self, expression: Binary) -> Evaluator:
        left, right = self.truth(expression.left), self.truth(expression.right)
        if expression.operator == "and":
            return lambda focus: left(focus) and right(focus)
        return lambda focus: left(focus) or right(focus)

    def _comparison(self, expression: Binary) -> Evaluator:
        if isinstance(expression.left, Path) and isinstance(expression.right, Literal | Number):
            return self._with_constant(expression.operator, expression.left, expression.right)
        left, right, compare = (
            self.value(expression.left),
            self.value(expression.right),
            COMPARISONS[expression.operator],
        )
        return lambda focus: compare(left(focus), right(focus), focus.zone)

    def _with_constant(self, operator: str, path: Path, constant: Literal | Number) -> Evaluator:
        """The most usual comparison, without looking anew each time at what is compared."""
        nodes, value = self.nodes(path), constant.value
        if isinstance(value, str):
            if operator in {"=", "!="}:
                wanted = operator == "="
                return lambda focus: with_text(nodes(focus), value, wanted=wanted)
            compare = COMPARISONS[operator]
            return lambda focus: compare(nodes(focus), value, focus.zone)
        holds = ORDERINGS[operator]
        return lambda focus: with_number(holds, nodes(focus), value, focus.zone)

    def _relevant(self, nodes: NodesEvaluator, *, of_instance: bool) -> NodesEvaluator:
        """Relevance is a matter of the form's own tree; the rows of a choice list are always there."""
        return nodes if of_instance else lambda focus: shown(nodes(focus))

    def _demand_nodes(self, expression: Expr) -> None:
        match expression:
            case Path() | Filter() | Binary(operator="|"):
                return
            case Call() if self._function(expression).gives_nodes:
                return
        raise NodesExpected(expression.at, "A path to questions was expected here.")


def _is_instance(expression: Start | Expr) -> bool:
    return isinstance(expression, Call) and expression.name == "instance"


def _nodes_only(value: Evaluator) -> NodesEvaluator:
    def nodes(focus: Focus) -> Nodes:
        found = value(focus)
        return found if isinstance(found, list) else []

    return nodes


def _filtered(nodes: NodesEvaluator, keeps: Sequence[Advance]) -> NodesEvaluator:
    def filtered(focus: Focus) -> Nodes:
        found = nodes(focus)
        for keep in keeps:
            found = keep(found, focus)
        return found

    return filtered
