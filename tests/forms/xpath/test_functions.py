"""Every function and operator does what its table of cases says."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from forms.xpath import FUNCTIONS, compile_expression
from tests.forms.xpath.sample import scope

TABLES = sorted(Path(__file__).with_name("cases").glob("*.toml"))
Expected = str | float | bool


def _tables() -> Iterator[tuple[str, str, list[tuple[str, Expected]]]]:
    for path in TABLES:
        for subject, cases in tomllib.loads(path.read_text(encoding="utf-8")).items():
            yield path.stem, subject, cases


CASES = [pytest.param(expression, expected, id=expression) for *_, cases in _tables() for expression, expected in cases]


@pytest.mark.parametrize(("expression", "expected"), CASES)
def test_an_expression_gives_its_value(expression: str, expected: Expected) -> None:
    compiled = compile_expression(expression)
    if isinstance(expected, bool):
        assert compiled.boolean(scope()) is expected
    elif isinstance(expected, str):
        assert compiled.string(scope()) == expected
    elif math.isnan(expected):
        assert math.isnan(compiled.number(scope()))
    else:
        assert compiled.number(scope()) == expected


def test_every_function_has_cases() -> None:
    assert {subject for family, subject, _ in _tables() if family != "operators"} == set(FUNCTIONS)
