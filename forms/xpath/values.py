"""The values that expressions give, and how one kind becomes another (XPath 1.0 §4 with ODK's dates)."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from datetime import tzinfo
from decimal import Decimal

from forms.tree import Node
from forms.xpath.dates import Moment, days_of_text

Nodes = list[Node]
Value = str | float | bool | Moment | Nodes
NAN = math.nan

_NUMBER = re.compile(r"-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?", re.ASCII)
_WHITE = " \t\r\n"


class Hidden(Nodes):
    """An empty nodeset that compares as a blank: there are nodes, but none of them is relevant now.

    So `/data/wife_name = ''` holds while the question is hidden, though `count(/data/wife_name)` is 0.
    """


HIDDEN = Hidden()


def shown(nodes: Nodes) -> Nodes:
    """The nodes that expressions may see."""
    if len(nodes) == 1:
        return nodes if nodes[0].shown else HIDDEN
    kept = [node for node in nodes if node.shown]
    return kept if kept or not nodes else HIDDEN


def text_of_node(node: Node) -> str:
    """The string value of a node of a nodeset, which is therefore shown."""
    return node.text if node.children else node.value


def each_text(values: Iterable[Value], zone: tzinfo) -> list[str]:
    """The texts of several values, each node of a nodeset for itself."""
    texts: list[str] = []
    for value in values:
        texts += [text_of_node(node) for node in value] if isinstance(value, list) else [to_text(value, zone)]
    return texts


def texts_to_compare(nodes: Nodes) -> list[str]:
    """The string values that `=` and its kin look at."""
    return [""] if isinstance(nodes, Hidden) else [text_of_node(node) for node in nodes]


def to_text(value: Value, zone: tzinfo) -> str:
    """As string() does, but without exponents, whatever the size."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return text_of_node(value[0]) if value else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Moment):
        return value.text(zone)
    return text_of_number(value)


def text_of_number(value: float) -> str:
    """2500000000 and 0.30000000000000004, never 2.5e+09."""
    if math.isfinite(value):
        if value == int(value):
            return str(int(value))
        written = repr(value)
        return format(Decimal(written), "f") if "e" in written else written
    if math.isnan(value):
        return "NaN"
    return "Infinity" if value > 0 else "-Infinity"


def to_number(value: Value, zone: tzinfo) -> float:
    """As number() does; a text that is a date counts as its days since 1970, as in ODK."""
    if isinstance(value, float | bool):
        return float(value)
    if isinstance(value, str):
        return number_of_text(value, zone)
    if isinstance(value, Moment):
        return value.days
    return number_of_text(text_of_node(value[0]), zone) if value else NAN


def number_of_text(text: str, zone: tzinfo) -> float:
    """The number that a text says, or NaN."""
    if text.isdecimal() and text.isascii():
        return float(text)
    text = text.strip(_WHITE)
    if _NUMBER.fullmatch(text):
        return float(text)
    return days_of_text(text, zone) if text else NAN


def to_boolean(value: Value) -> bool:
    """As boolean() does: a nodeset is true when it has a node, a text when it is not blank."""
    if isinstance(value, float):
        return value != 0 and not math.isnan(value)
    return isinstance(value, Moment) or bool(value)
