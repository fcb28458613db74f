"""Cuts the text of an expression into tokens, by the lexical rules of XPath 1.0 §3.7."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from forms.xpath.errors import XPathSyntaxError


class Kind(Enum):
    """What a token is."""

    NUMBER = "number"
    LITERAL = "literal"
    NAME = "name"
    OPERATOR = "operator"
    MARK = "mark"
    END = "end"


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text and where it stands."""

    kind: Kind
    text: str
    at: int


_NAME = r"[^\W\d][\w.\-·]*"
_TOKENS = re.compile(
    rf"""
    (?P<number>(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]\d+)?)
  | (?P<literal>"[^"]*"|'[^']*')
  | (?P<name>{_NAME}(?::(?:\*|{_NAME}))?)
  | (?P<operator><=|>=|!=|[=<>+\-|*])
  | (?P<mark>::|//|\.\.|[/()\[\].@,])
    """,
    re.VERBOSE,
)
_SPACE = re.compile(r"\s+")
_WORD_OPERATOR = re.compile(r"(?P<operator>and|or|div|mod)(?![^\W\d]|[.:\-·])")
"""Only where an operator may stand; a digit after it begins the next operand, as in `1or1`."""

_CURLY_QUOTES = "\u2018\u2019\u201c\u201d"
_BEFORE_AN_OPERAND = frozenset({"@", "::", "(", "[", ",", "/", "//"})


def tokenize(text: str) -> tuple[Token, ...]:
    """The tokens of `text`, with an END at the end."""
    tokens: list[Token] = []
    at = 0
    while at < len(text):
        if space := _SPACE.match(text, at):
            at = space.end()
            continue
        after_operand = _operand_ended(tokens)
        found = (after_operand and _WORD_OPERATOR.match(text, at)) or _TOKENS.match(text, at)
        if found is None:
            raise XPathSyntaxError(at, _complaint(text, at))
        tokens.append(_token(found, after_operand=after_operand))
        at = found.end()
    return *tokens, Token(Kind.END, "", at)


def _token(found: re.Match[str], *, after_operand: bool) -> Token:
    kind, text = Kind(found.lastgroup), found.group()
    if kind is Kind.LITERAL:
        text = text[1:-1]
    elif text == "*" and not after_operand:
        kind = Kind.NAME
    return Token(kind, text, found.start())


def _operand_ended(before: list[Token]) -> bool:
    """Whether an operator may stand here: `*` is then a product, and `div` not the name of a node."""
    if not before or before[-1].kind is Kind.OPERATOR:
        return False
    return not (before[-1].kind is Kind.MARK and before[-1].text in _BEFORE_AN_OPERAND)


def _complaint(text: str, at: int) -> str:
    if text[at] in "\"'":
        return "A quotation mark is not closed."
    if text[at] in _CURLY_QUOTES:
        return "Use straight quotation marks, ' or \"."
    return f"{text[at]!r} has no meaning here."
