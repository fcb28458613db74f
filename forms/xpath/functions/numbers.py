"""Functions of numbers."""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from forms.xpath.arithmetic import divide
from forms.xpath.functions.table import Function, Takes, function
from forms.xpath.scope import Focus
from forms.xpath.values import (
    NAN,
    Nodes,
    Value,
    number_of_text,
    text_of_node,
    to_number,
)


def _number(focus: Focus, number: float | None = None) -> Value:
    return number_of_text(focus.node.text, focus.zone) if number is None else number


def _int(focus: Focus, number: float) -> Value:
    """Towards zero."""
    return float(math.trunc(number)) if math.isfinite(number) else number


def _round(focus: Focus, number: float, digits: float = 0.0) -> Value:
    """Half away from zero, as people round, on the digits that are written: round(2.15, 1) is 2.2."""
    if not math.isfinite(number) or not math.isfinite(digits) or abs(digits) > 300:
        return number
    place = Decimal(1).scaleb(-int(digits))
    written = Decimal(repr(number))
    return float((written / place).to_integral_value(ROUND_HALF_UP) * place)


def _sum(focus: Focus, nodes: Nodes) -> Value:
    return sum(_filled_in(focus, nodes), 0.0)


def _filled_in(focus: Focus, nodes: Nodes) -> list[float]:
    """Blanks are skipped, as in ODK Collect; anything else that is no number is NaN and spoils the result."""
    return [number_of_text(text, focus.zone) for node in nodes if (text := text_of_node(node)).strip()]


def _extreme(choose: Callable[[list[float]], float]) -> Callable[..., Value]:
    def extreme(focus: Focus, *values: Value) -> Value:
        numbers: list[float] = []
        for value in values:
            numbers += _filled_in(focus, value) if isinstance(value, list) else [to_number(value, focus.zone)]
        return NAN if not numbers or any(math.isnan(number) for number in numbers) else choose(numbers)

    return extreme


def _pow(focus: Focus, base: float, exponent: float) -> Value:
    try:
        return math.pow(base, exponent)
    except OverflowError:
        return -math.inf if base < 0 and exponent % 2 == 1 else math.inf
    except ValueError:
        return divide(1.0, 0.0) if base == 0 else NAN


def _real(compute: Callable[[float], float], *, at_zero: float = NAN) -> Callable[..., Value]:
    """A function of one number with NaN where it has no value and Infinity where it is too large."""

    def real(focus: Focus, number: float) -> Value:
        try:
            return float(compute(number))
        except OverflowError:
            return math.inf
        except ValueError:
            return at_zero if number == 0 else NAN

    return real


def _whole(compute: Callable[[float], int]) -> Callable[..., Value]:
    return lambda focus, number: float(compute(number)) if math.isfinite(number) else number


_ONE_NUMBER: Final[dict[str, Callable[..., Value]]] = {
    "abs": _real(abs),
    "floor": _whole(math.floor),
    "ceiling": _whole(math.ceil),
    "int": _int,
    "sqrt": _real(math.sqrt),
    "exp": _real(math.exp),
    "exp10": _real(lambda number: 10.0**number),
    "log": _real(math.log, at_zero=-math.inf),
    "log10": _real(math.log10, at_zero=-math.inf),
    "sin": _real(math.sin),
    "cos": _real(math.cos),
    "tan": _real(math.tan),
    "asin": _real(math.asin),
    "acos": _real(math.acos),
    "atan": _real(math.atan),
}

NUMBERS: Final[tuple[Function, ...]] = (
    function("number", _number, Takes.NUMBER, least=0, reads_item=True),
    function("round", _round, Takes.NUMBER, Takes.NUMBER, least=1),
    function("sum", _sum, Takes.NODES),
    function("min", _extreme(min), Takes.ANY, more=True),
    function("max", _extreme(max), Takes.ANY, more=True),
    function("pow", _pow, Takes.NUMBER, Takes.NUMBER),
    function("atan2", lambda focus, y, x: math.atan2(y, x), Takes.NUMBER, Takes.NUMBER),
    function("pi", lambda focus: math.pi),
    *(function(name, call, Takes.NUMBER) for name, call in _ONE_NUMBER.items()),
)
