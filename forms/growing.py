"""Grows the tree of a filling from the form's blueprint: one node per element, in repeats one per row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from forms.keys import MORE, is_below, path_of, repeat_of, row_key
from forms.state import State
from forms.tree import Node
from forms.xform.form import Blueprint, Form

Nodes = dict[str, Node]
"""By key. Under `/data/member[+]` stands a node that is in no list of children: where the next row would be."""

MOST_ROWS = 200
"""Rows of one repeat: more than anybody answers in a chat, few enough to be worked out in every turn."""


def grown(form: Form, state: State, counted: Mapping[str, int]) -> Nodes:
    """All nodes with what was answered; counted repeats have the rows that `counted` says by key, or none yet."""
    top = Node("")
    nodes: Nodes = {"": top}
    top.append(_grown(nodes, form.blueprint, form.blueprint.path, _Known(state.values, state.rows, counted)))
    return nodes


def resize(form: Form, nodes: Nodes, place: Node, wanted: int, state: State) -> list[str]:
    """Let the counted repeat at a place have so many rows; the keys of rows that it never had before.

    The answers in rows that are taken away stay in the state, and are back when the rows are.
    """
    above, repeat = place.parent, repeat_of(place.key)
    if above is None:
        return []
    element = form.elements[path_of(repeat)]
    there = list(above.named(element.name))
    for row in reversed(there[wanted:]):
        _uproot(nodes, row)
    index = _end_of_rows(form.elements[path_of(above.key)], element, above)
    new: list[str] = []
    for number in range(len(there) + 1, wanted + 1):
        if number > state.rows.get(repeat, 0):
            new.append(add_row(state, element, repeat))
        row = _grown(nodes, element, row_key(repeat, number), _Known(state.values, state.rows, {}))
        above.insert(index + number - len(there) - 1, row)
    place.value = str(wanted)
    return new


def add_row(state: State, element: Blueprint, repeat: str) -> str:
    """Remember one more row of a repeat with its defaults; its key."""
    number = state.rows.get(repeat, 0) + 1
    state.rows[repeat] = number
    key = row_key(repeat, number)
    set_defaults(state, element, key)
    return key


def set_defaults(state: State, element: Blueprint, key: str, *, at_start: bool = False) -> None:
    """Remember the static defaults below a new row, or below the root `at_start`, and the rows that belong there."""
    for child in element.children:
        below = f"{key}/{child.name}"
        if child.is_open:
            state.rows[below] = child.rows if at_start else child.rows_in_new_row
            for number in range(1, state.rows[below] + 1):
                set_defaults(state, child, row_key(below, number), at_start=at_start)
        elif child.children and not child.repeats:
            set_defaults(state, child, below, at_start=at_start)
        elif child.default and below not in state.values:
            state.put(below, child.default)  # a row that was there before still has its answers


def descend(top: Node, path: str) -> Sequence[Node]:
    """The nodes at a path, through all rows on the way."""
    found = [top]
    for name in path.split("/")[1:]:
        found = [child for node in found for child in node.named(name)]
    return found


class _Known(NamedTuple):
    """What is known while a tree grows."""

    values: Mapping[str, str]
    rows: Mapping[str, int]
    counted: Mapping[str, int]

    def rows_of(self, element: Blueprint, repeat: str) -> int:
        return (self.rows if element.is_open else self.counted).get(repeat, 0)


def _grown(nodes: Nodes, element: Blueprint, key: str, known: _Known) -> Node:
    """A node with everything below it."""
    nodes[key] = node = Node(element.name, known.values.get(key, ""), key=key)
    for child in element.children:
        below = f"{key}/{child.name}" if child.in_row else child.path
        if child.repeats:
            _plant_rows(nodes, child, node, f"{key}/{child.name}", known)
        elif child.children:
            node.append(_grown(nodes, child, below, known))
        else:
            # Most nodes are leaves, and all are made anew in every turn: without a call for each.
            nodes[below] = leaf = Node(child.name, known.values.get(below, ""), key=below)
            node.append(leaf)
    return node


def _plant_rows(nodes: Nodes, element: Blueprint, above: Node, repeat: str, known: _Known) -> None:
    number = known.rows_of(element, repeat)
    for row in range(1, number + 1):
        above.append(_grown(nodes, element, row_key(repeat, row), known))
    place = Node(element.name, str(number), key=f"{repeat}{MORE}")
    place.parent = above
    nodes[place.key] = place


def _uproot(nodes: Nodes, row: Node) -> None:
    for key in [key for key in nodes if is_below(key, row.key)]:
        del nodes[key]
    if row.parent is not None:
        row.parent.remove(row)


def _end_of_rows(outer: Blueprint, element: Blueprint, above: Node) -> int:
    """The index at which the next row belongs among the children."""
    names = [child.name for child in outer.children]
    up_to_it = frozenset(names[: names.index(element.name) + 1])
    return sum(child.name in up_to_it for child in above.children)
