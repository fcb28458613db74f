"""Whatever an author writes, and whatever people answer, the compiler and its closures stay calm."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from forms.tree import Node
from forms.xpath import FUNCTIONS, XPathError, compile_expression
from tests.forms.xpath.sample import household, scope

PIECES = [
    *(f"{name}(" for name in sorted(FUNCTIONS)),
    *("(", ")", ")", ")", "[", "]", ",", ",", "/", "//", "..", ".", "@", "::", "|", "'", '"', "$", " "),
    *("+", "-", "*", " div ", " mod ", "=", "!=", "<", ">=", " and ", " or "),
    *("/data/age", "/data/member/name", "../blank", "instance('khoms')/root/item", "self::node()", "ancestor::"),
    *("1", "0", "-1", "2.5", ".5", "1e-12", "99999999999999999999", "'x'", "''", "'2020-12-25'", "'12:30'", "'%Y'"),
]
ARGUMENTS = st.sampled_from([
    *("/data/age", "/data/blank", "/data/born", "/data/pet", "/data/hidden", "/data/nothing", "."),
    *("0", "-1", "1.5", "(1 div 0)", "(-1 div 0)", "(0 div 0)", "99999999999999999999", "1000000"),
    *("''", "'x'", "'9999-12-31T23:59:59Z'", "'0001-01-01'", "'24:00'", "'('", "'1 1;2 2;3 3;1 1'", "'MD5'", "true()"),
])  # fmt: skip


@given(st.text())
def test_a_text_is_compiled_or_refused_with_a_place_in_it(text: str) -> None:
    place = 0
    try:
        compile_expression(text)
    except XPathError as error:
        place = error.position
    assert 0 <= place <= len(text)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
@example("/data/member[age > 5]/name")
def test_what_compiles_can_be_evaluated(text: str) -> None:
    try:
        expression = compile_expression(text)
    except XPathError:
        return
    expression.evaluate(scope())


@st.composite
def calls(draw: st.DrawFn) -> str:
    """A call of any function with as many arguments as it takes."""
    function = FUNCTIONS[draw(st.sampled_from(sorted(FUNCTIONS)))]
    count = draw(st.integers(function.least, function.least + 3 if function.most is None else function.most))
    return f"{function.name}({', '.join(draw(ARGUMENTS) for _ in range(count))})"


@settings(max_examples=400)
@given(calls())
def test_every_function_bears_every_argument(text: str) -> None:
    try:
        expression = compile_expression(text)
    except XPathError:
        return
    expression.string(scope())
    expression.number(scope())
    expression.boolean(scope())
    expression.nodes(scope())


@given(
    st.text(max_size=30), st.sampled_from(["number(.)", "date(.)", "decimal-time(.)", "area(.)", "base64-decode(.)"])
)
def test_any_answer_can_be_read(answer: str, text: str) -> None:
    top = household()
    top.children[0].append(Node("answer", answer))
    compile_expression(text).string(scope(top, at="answer"))
