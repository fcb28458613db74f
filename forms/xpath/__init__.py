"""XPath 1.0 with ODK's functions and dates: the language of conditions and calculations in forms."""

from __future__ import annotations

from forms.xpath.ast import Expr, Path
from forms.xpath.dates import Moment
from forms.xpath.errors import (
    NodesExpected,
    UnknownFunction,
    WrongArity,
    XPathError,
    XPathSyntaxError,
)
from forms.xpath.expression import Expression, compile_expression
from forms.xpath.functions import FUNCTIONS
from forms.xpath.scope import Scope
from forms.xpath.values import Value

__all__ = [
    "FUNCTIONS",
    "Expr",
    "Expression",
    "Moment",
    "NodesExpected",
    "Path",
    "Scope",
    "UnknownFunction",
    "Value",
    "WrongArity",
    "XPathError",
    "XPathSyntaxError",
    "compile_expression",
]
