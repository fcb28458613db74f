"""The operators of numbers, with IEEE 754's infinities where Python raises, and exact days between dates."""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from datetime import tzinfo
from typing import Final

from forms.xpath.dates import Moment, days_between, moment_of_text
from forms.xpath.values import NAN, Value, to_number, to_text


def divide(left: float, right: float) -> float:
    """`div`: 1 div 0 is Infinity."""
    if right:
        return left / right
    if left == 0 or math.isnan(left) or math.isnan(right):
        return NAN
    return math.copysign(math.inf, left) * math.copysign(1, right)


def remainder(left: float, right: float) -> float:
    """`mod`: has the sign of the left operand."""
    if right == 0 or math.isinf(left):
        return NAN
    return math.fmod(left, right)


def difference(left: Value, right: Value, zone: tzinfo) -> float:
    """`-`: the days between two dates come out whole, which their numbers as fractions of days cannot promise."""
    if isinstance(left, float) and isinstance(right, float):
        return left - right
    later, earlier = _moment(left, zone), _moment(right, zone)
    if later is not None and earlier is not None:
        return days_between(earlier, later, zone)
    return to_number(left, zone) - to_number(right, zone)


def _moment(value: Value, zone: tzinfo) -> Moment | None:
    if isinstance(value, Moment):
        return value
    if isinstance(value, float | bool):
        return None
    return moment_of_text(to_text(value, zone), zone)


ARITHMETIC: Final[dict[str, Callable[[float, float], float]]] = {
    "+": operator.add,
    "*": operator.mul,
    "div": divide,
    "mod": remainder,
}
