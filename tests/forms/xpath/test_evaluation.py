"""An expression reads its scope and nothing else, evaluates only what it needs, and gives any kind of value."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from random import Random

import pytest

from forms.xpath import FUNCTIONS, Moment, Value, compile_expression
from forms.xpath.functions.table import Takes, function
from forms.xpath.scope import Focus
from tests.forms.xpath.sample import scope


def _explode(focus: Focus, *_: Value) -> Value:
    raise AssertionError("evaluated what nobody needs")


@pytest.mark.parametrize(
    "text",
    [
        "false() and explode()",
        "true() or explode()",
        "if(true(), 1, explode())",
        "if(false(), explode(), 1)",
        "coalesce('a', explode())",
        "once(explode())",
        "/data/nothing[explode()]",
    ],
)
def test_what_is_not_needed_is_not_evaluated(text: str) -> None:
    functions = {**FUNCTIONS, "explode": function("explode", _explode, Takes.ANY, least=0)}
    compile_expression(text, functions).evaluate(scope())


def test_every_kind_of_value_comes_out_as_it_is() -> None:
    assert compile_expression("'a'").evaluate(scope()) == "a"
    assert compile_expression("1 + 1").evaluate(scope()) == 2.0
    assert compile_expression("1 = 1").evaluate(scope()) is True
    assert isinstance(compile_expression("today()").evaluate(scope()), Moment)
    assert [node.text for node in compile_expression("/data/member/name").nodes(scope())] == ["Lan", "Hoa"]
    assert compile_expression("'a'").nodes(scope()) == ()


def test_the_present_is_the_scopes() -> None:
    midnight_in_hanoi = datetime(2020, 12, 24, 17, 0, tzinfo=UTC).astimezone(scope().now.tzinfo)
    assert compile_expression("today()").string(replace(scope(), now=midnight_in_hanoi)) == "2020-12-25"
    with pytest.raises(ValueError, match="zone"):
        compile_expression("1").evaluate(replace(scope(), now=datetime(2020, 12, 25)))  # noqa: DTZ001 - that is the fault


@pytest.mark.parametrize("text", ["random()", "uuid()", "uuid(12)", "join('', randomize(/data/*))"])
def test_chance_is_the_scopes(text: str) -> None:
    expression = compile_expression(text)
    first, again, other = (expression.string(replace(scope(), random=partial(Random, seed))) for seed in (1, 1, 2))
    assert first == again != other


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("+".join(["1"] * 140), 140),
        ("if(true(), " * 70 + "1" + ", 2)" * 70, 1),
        ("(" * 70 + "1" + ")" * 70, 1),
        ("-" * 70 + "1", 1),
    ],
)
def test_the_longest_expressions_that_compile_can_be_evaluated(text: str, value: float) -> None:
    assert compile_expression(text).number(scope()) == value


def test_a_predicate_sees_its_item_and_the_path_its_context() -> None:
    at_name = scope(at="name")
    assert at_name.node.path == "/data/member[1]/name"
    assert compile_expression("../age").string(at_name) == "61"
    assert compile_expression("/data/member[name = current()]/age").string(at_name) == "61"
    assert compile_expression("/data/pet[legs = /data/member[1]/../pet[1]/legs][last()]/name").string(at_name) == "Vàng"
    assert compile_expression("position(..)").number(at_name) == 1
