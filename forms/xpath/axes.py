"""The axes of a path (XPath 1.0 §2.2) and the document order of nodes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from forms.tree import Node

Axis = Callable[[Node], list[Node]]
Test = Callable[[Node], bool]


def test_of(axis: str, name: str) -> Test:
    """What a node has to be for `axis::name`; a form's tree has no nodes for text, comments or instructions."""
    mark = "@" if axis == "attribute" else ""
    if name == "node()":
        return lambda node: True
    if name.endswith("()"):
        return lambda node: node.name == f"#{name}"
    if name == "*":
        return lambda node: node.name[:1] not in {"", "@", "#"} if not mark else True
    if name.endswith(":*"):
        prefix = mark + name[:-1]
        return lambda node: node.name.startswith(prefix)
    wanted = mark + name
    return lambda node: node.name == wanted


def _parent(node: Node) -> list[Node]:
    return [] if node.parent is None else [node.parent]


def _ancestors(node: Node) -> list[Node]:
    found: list[Node] = []
    while node.parent is not None:
        node = node.parent
        found.append(node)
    return found


def _below(node: Node) -> list[Node]:
    return list(node.walk())[1:]


def _siblings(node: Node) -> tuple[list[Node], list[Node]]:
    if node.parent is None or node.name.startswith("@"):
        return [], []
    every = node.parent.children
    place = next(index for index, one in enumerate(every) if one is node)
    return every[:place], every[place + 1 :]


def _following(node: Node) -> list[Node]:
    """Everything that starts after the node ends."""
    above = [node, *_ancestors(node)]
    inside = node.parent.children if node.parent is not None and node.name.startswith("@") else []
    return [
        *_walked(inside),
        *(below for one in above for below in _walked(_siblings(one)[1])),
    ]


def _preceding(node: Node) -> list[Node]:
    """Everything that ended before the node starts, nearest first."""
    above = [node, *_ancestors(node)]
    return [below for one in above for below in reversed(_walked(_siblings(one)[0]))]


def _walked(nodes: Iterable[Node]) -> list[Node]:
    return [below for node in nodes for below in node.walk()]


AXES: Final[dict[str, Axis]] = {
    "ancestor": _ancestors,
    "ancestor-or-self": lambda node: [node, *_ancestors(node)],
    "attribute": lambda node: list(node.attributes),
    "child": lambda node: node.children,
    "descendant": _below,
    "descendant-or-self": lambda node: list(node.walk()),
    "following": _following,
    "following-sibling": lambda node: _siblings(node)[1],
    "namespace": lambda node: [],
    "parent": _parent,
    "preceding": _preceding,
    "preceding-sibling": lambda node: _siblings(node)[0][::-1],
    "self": lambda node: [node],
}
BACKWARDS: Final = frozenset({"ancestor", "ancestor-or-self", "preceding", "preceding-sibling"})


def in_document_order(nodes: Iterable[Node]) -> list[Node]:
    """Each node once, in the order of the document."""
    different = {id(node): node for node in nodes}
    if len(different) < 2:
        return list(different.values())
    return sorted(different.values(), key=_place)


def _place(node: Node) -> tuple[int, ...]:
    places: list[int] = []
    while node.parent is not None:
        siblings = node.parent.attributes if node.name.startswith("@") else node.parent.children
        place = next(index for index, one in enumerate(siblings) if one is node)
        places.append(place - len(siblings) if node.name.startswith("@") else place)
        node = node.parent
    return tuple(reversed(places))
