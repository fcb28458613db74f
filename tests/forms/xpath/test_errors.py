"""What is wrong with an expression is said when it is compiled, with its place."""

from __future__ import annotations

import pytest

from forms.xpath import (
    NodesExpected,
    UnknownFunction,
    WrongArity,
    XPathError,
    XPathSyntaxError,
    compile_expression,
)


@pytest.mark.parametrize(
    ("text", "error", "position", "message"),
    [
        ("", XPathSyntaxError, 0, "The expression ends too early."),
        ("1 +", XPathSyntaxError, 3, "The expression ends too early."),
        ("/data/age == 1", XPathSyntaxError, 11, "'=' was not expected here."),
        ("1 AND 2", XPathSyntaxError, 2, "'AND' was not expected here."),
        ("(1", XPathSyntaxError, 2, "')' was expected here, not the end."),
        ("'open", XPathSyntaxError, 0, "A quotation mark is not closed."),
        ("${age}", XPathSyntaxError, 0, "'$' has no meaning here."),
        ("\N{LEFT DOUBLE QUOTATION MARK}x", XPathSyntaxError, 0, "Use straight quotation marks, ' or \"."),
        ("uncle::x", XPathSyntaxError, 0, "There is no axis uncle::."),
        ("/data/[1]", XPathSyntaxError, 6, "The name of a node was expected here."),
        ("1 + foo(2)", UnknownFunction, 4, "There is no function foo()."),
        ("if(1)", WrongArity, 0, "if() takes 3 arguments, not 1."),
        ("false() and now(1)", WrongArity, 12, "now() takes no arguments, not 1."),
        ("round()", WrongArity, 0, "round() takes 1 to 2 arguments, not 0."),
        ("coalesce()", WrongArity, 0, "coalesce() takes at least 1 argument, not 0."),
        ("count(5)", NodesExpected, 6, "A path to questions was expected here."),
        ("sum(round(1))", NodesExpected, 4, "A path to questions was expected here."),
    ],
)
def test_a_faulty_expression_is_refused(text: str, error: type[XPathError], position: int, message: str) -> None:
    with pytest.raises(error) as refusal:
        compile_expression(text)
    assert (refusal.value.position, refusal.value.message) == (position, message)


@pytest.mark.parametrize("text", ["(" * 500 + "1" + ")" * 500, "1" + "+1" * 2000, "-" * 3000 + "1", "a" + "[a" * 400])
def test_an_endless_expression_is_refused_and_does_not_exhaust_the_stack(text: str) -> None:
    with pytest.raises(XPathSyntaxError):
        compile_expression(text)
