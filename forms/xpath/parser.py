"""Turns tokens into a tree, by the grammar and the precedences of XPath 1.0 §3."""

from __future__ import annotations

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
    Step,
    parts,
)
from forms.xpath.errors import XPathSyntaxError
from forms.xpath.lexer import Kind, Token, tokenize

_BINDING = {
    "or": 1,
    "and": 2,
    **dict.fromkeys(("=", "!="), 3),
    **dict.fromkeys(("<", "<=", ">", ">="), 4),
    **dict.fromkeys(("+", "-"), 5),
    **dict.fromkeys(("*", "div", "mod"), 6),
    "|": 8,
}
_NEGATION_BINDING = 7
_KINDS = frozenset({"node", "text", "comment", "processing-instruction"})
_DEEPEST = 80
_HIGHEST = 150
"""Levels of nesting as written and of the tree: more than a form needs, less than Python's stack can carry."""

AXES = frozenset(
    {
        "ancestor",
        "ancestor-or-self",
        "attribute",
        "child",
        "descendant",
        "descendant-or-self",
        "following",
        "following-sibling",
        "namespace",
        "parent",
        "preceding",
        "preceding-sibling",
        "self",
    }
)


def parse(text: str) -> Expr:
    """The tree of an expression.

    >>> parse("../age > 18").operator
    '>'
    """
    parser = _Parser(tokenize(text))
    expression = parser.expression()
    parser.expect_end()
    _refuse_towers(expression)
    return expression


def _refuse_towers(expression: Expr) -> None:
    """A chain such as 1+1+1+... is not nested as written, yet its tree is as deep as the chain is long."""
    level: tuple[Expr, ...] = (expression,)
    for _ in range(_HIGHEST):
        level = tuple(part for one in level for part in parts(one))
    if level:
        raise XPathSyntaxError(
            level[0].at,
            "The expression is too long: calculate a part of it in a question of its own.",
        )


class _Parser:
    """A cursor over the tokens; every method reads one construct of the grammar."""

    def __init__(self, tokens: tuple[Token, ...]) -> None:
        self._tokens = tokens
        self._index = 0
        self._depth = 0

    def expression(self, binding: int = 0) -> Expr:
        """Operands joined by operators that bind tighter than `binding`."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise XPathSyntaxError(self._next.at, "The expression is nested too deeply.")
        left = self._negation() if self._is(Kind.OPERATOR, "-") else self._path()
        while self._next.kind is Kind.OPERATOR and _BINDING[self._next.text] > binding:
            operator = self._take()
            right = self.expression(_BINDING[operator.text])
            left = Binary(at=operator.at, operator=operator.text, left=left, right=right)
        self._depth -= 1
        return left

    def expect_end(self) -> None:
        """Refuse what is left over."""
        if self._next.kind is not Kind.END:
            raise XPathSyntaxError(self._next.at, f"{self._next.text!r} was not expected here.")

    def _negation(self) -> Expr:
        return Negation(at=self._take().at, operand=self.expression(_NEGATION_BINDING))

    def _path(self) -> Expr:
        start = self._next
        if self._is(Kind.MARK, "/"):
            self._take()
            steps = self._relative() if self._at_step() else ()
            return Path(at=start.at, start=Start.ROOT, steps=steps)
        if self._is(Kind.MARK, "//"):
            return Path(at=start.at, start=Start.ROOT, steps=self._more_steps())
        if self._at_step():
            return Path(at=start.at, start=Start.CONTEXT, steps=self._relative())
        primary = self._filtered()
        steps = self._more_steps()
        return Path(at=start.at, start=primary, steps=steps) if steps else primary

    def _filtered(self) -> Expr:
        at = self._next.at
        primary = self._primary()
        predicates = self._predicates()
        return Filter(at=at, primary=primary, predicates=predicates) if predicates else primary

    def _primary(self) -> Expr:
        token = self._take()
        if token.kind is Kind.LITERAL:
            return Literal(at=token.at, value=token.text)
        if token.kind is Kind.NUMBER:
            return Number(at=token.at, value=float(token.text))
        if token.kind is Kind.NAME:
            return Call(at=token.at, name=token.text, arguments=self._arguments())
        if token.kind is Kind.MARK and token.text == "(":
            inner = self.expression()
            self._expect(")")
            return inner
        if token.kind is Kind.END:
            raise XPathSyntaxError(token.at, "The expression ends too early.")
        raise XPathSyntaxError(token.at, f"{token.text!r} was not expected here.")

    def _arguments(self) -> tuple[Expr, ...]:
        self._expect("(")
        arguments: list[Expr] = []
        while not self._is(Kind.MARK, ")"):
            if arguments:
                self._expect(",")
            arguments.append(self.expression())
        self._take()
        return tuple(arguments)

    def _at_step(self) -> bool:
        token, after = (
            self._next,
            self._tokens[min(self._index + 1, len(self._tokens) - 1)],
        )
        if token.kind is Kind.MARK:
            return token.text in {".", "..", "@"}
        return token.kind is Kind.NAME and (after.text != "(" or after.kind is not Kind.MARK or token.text in _KINDS)

    def _relative(self) -> tuple[Step, ...]:
        return self._step(), *self._more_steps()

    def _more_steps(self) -> tuple[Step, ...]:
        steps: list[Step] = []
        while self._next.kind is Kind.MARK and self._next.text in {"/", "//"}:
            slash = self._take()
            if slash.text == "//":
                steps.append(Step(at=slash.at, axis="descendant-or-self", name="node()"))
            steps.append(self._step())
        return tuple(steps)

    def _step(self) -> Step:
        token = self._take()
        if token.kind is Kind.MARK and token.text in {".", ".."}:
            axis, name = ("self" if token.text == "." else "parent"), "node()"
        elif token.kind is Kind.MARK and token.text == "@":
            axis, name = "attribute", self._node_test(self._take())
        elif self._is(Kind.MARK, "::"):
            self._take()
            axis, name = self._axis(token), self._node_test(self._take())
        else:
            axis, name = "child", self._node_test(token)
        return Step(at=token.at, axis=axis, name=name, predicates=self._predicates())

    def _axis(self, token: Token) -> str:
        if token.text not in AXES:
            raise XPathSyntaxError(token.at, f"There is no axis {token.text}::.")
        return token.text

    def _node_test(self, token: Token) -> str:
        if token.kind is not Kind.NAME:
            raise XPathSyntaxError(token.at, "The name of a node was expected here.")
        if token.text not in _KINDS or not self._is(Kind.MARK, "("):
            return token.text
        self._take()
        if token.text == "processing-instruction" and self._next.kind is Kind.LITERAL:
            self._take()
        self._expect(")")
        return f"{token.text}()"

    def _predicates(self) -> tuple[Expr, ...]:
        predicates: list[Expr] = []
        while self._is(Kind.MARK, "["):
            self._take()
            predicates.append(self.expression())
            self._expect("]")
        return tuple(predicates)

    @property
    def _next(self) -> Token:
        return self._tokens[self._index]

    def _is(self, kind: Kind, text: str) -> bool:
        return self._next.kind is kind and self._next.text == text

    def _take(self) -> Token:
        token = self._next
        if token.kind is not Kind.END:
            self._index += 1
        return token

    def _expect(self, mark: str) -> None:
        token = self._take()
        if token.kind is not Kind.MARK or token.text != mark:
            found = repr(token.text) if token.text else "the end"
            raise XPathSyntaxError(token.at, f"{mark!r} was expected here, not {found}.")
