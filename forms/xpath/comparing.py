"""How `=`, `<` and their kin compare (XPath 1.0 §3.4), with dates compared as dates."""

from __future__ import annotations

import operator
from collections.abc import Callable
from datetime import tzinfo
from typing import Final

from forms.tree import Node
from forms.xpath.dates import Moment
from forms.xpath.values import (
    Nodes,
    Value,
    number_of_text,
    text_of_node,
    texts_to_compare,
    to_boolean,
    to_number,
    to_text,
)

Comparison = Callable[[Value, Value, tzinfo], bool]
Ordering = Callable[[float, float], bool]


def equal(left: Value, right: Value, zone: tzinfo) -> bool:
    """`=`: some node's value will do where a side is a nodeset."""
    return _same(left, right, zone, wanted=True)


def unequal(left: Value, right: Value, zone: tzinfo) -> bool:
    """`!=`: true of a nodeset if some node differs, so it is not the opposite of `=`."""
    return _same(left, right, zone, wanted=False)


def _same(left: Value, right: Value, zone: tzinfo, *, wanted: bool) -> bool:
    if isinstance(right, list) and not isinstance(left, list):
        left, right = right, left
    if isinstance(left, list):
        return _some_node_is_same(left, right, zone, wanted=wanted)
    if isinstance(left, bool) or isinstance(right, bool):
        return (to_boolean(left) == to_boolean(right)) is wanted
    if isinstance(left, float | Moment) or isinstance(right, float | Moment):
        return (to_number(left, zone) == to_number(right, zone)) is wanted
    return (left == right) is wanted


def _some_node_is_same(nodes: list[Node], other: Value, zone: tzinfo, *, wanted: bool) -> bool:
    if isinstance(other, bool):
        return (to_boolean(nodes) == other) is wanted
    texts = texts_to_compare(nodes)
    if isinstance(other, list):
        others = set(texts_to_compare(other))
        if wanted:
            return any(text in others for text in texts)
        return any(text != one for text in texts for one in others)
    if isinstance(other, str):
        return any((text == other) is wanted for text in texts)
    number = to_number(other, zone)
    return any((number_of_text(text, zone) == number) is wanted for text in texts)


def with_text(nodes: Nodes, constant: str, *, wanted: bool) -> bool:
    """`/data/kind = 'year'` and its opposite, which most conditions of forms are made of."""
    if len(nodes) == 1:
        return (text_of_node(nodes[0]) == constant) is wanted
    return any((text == constant) is wanted for text in texts_to_compare(nodes))


def with_number(holds: Ordering, nodes: Nodes, constant: float, zone: tzinfo) -> bool:
    """`/data/age >= 18`, likewise."""
    if len(nodes) == 1:
        return holds(number_of_text(text_of_node(nodes[0]), zone), constant)
    return any(holds(number_of_text(text, zone), constant) for text in texts_to_compare(nodes))


def _ordered(holds: Ordering) -> Comparison:
    """By number, node by node, also beside a boolean: as ODK's engines do, where XPath 1.0 would count the nodeset."""

    def compare(left: Value, right: Value, zone: tzinfo) -> bool:
        lefts, rights = _numbers(left, zone), _numbers(right, zone)
        return any(holds(one, other) for one in lefts for other in rights)

    return compare


def _numbers(value: Value, zone: tzinfo) -> list[float]:
    if isinstance(value, list):
        return [number_of_text(text, zone) for text in texts_to_compare(value)]
    return [to_number(value, zone)]


ORDERINGS: Final[dict[str, Ordering]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
"""How two numbers compare."""

COMPARISONS: Final[dict[str, Comparison]] = {
    "=": equal,
    "!=": unequal,
    **{name: _ordered(holds) for name, holds in ORDERINGS.items() if name not in {"=", "!="}},
}


def column_key(value: Value, zone: tzinfo) -> set[str] | None:
    """The texts that `column = value` looks for, or None where it does not compare texts."""
    if isinstance(value, list):
        return set(texts_to_compare(value))
    return {to_text(value, zone)} if isinstance(value, str) else None
