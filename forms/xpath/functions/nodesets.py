"""Functions of nodes: counting, naming, finding them by place."""

from __future__ import annotations

from typing import Final

from forms.tree import Node
from forms.xpath.evaluators import Evaluator
from forms.xpath.functions.table import Function, Takes, function
from forms.xpath.scope import Focus
from forms.xpath.values import NAN, Nodes, Value, shown, text_of_node, to_number


def _position(focus: Focus, nodes: Nodes | None = None) -> Value:
    """Where the item is in its list; position(..) is the number of the repeat's row."""
    if nodes is None:
        return float(focus.position)
    return float(nodes[0].position) if nodes else NAN


def _count_non_empty(focus: Focus, nodes: Nodes) -> Value:
    return float(sum(1 for node in nodes if text_of_node(node)))


def _instance(focus: Focus, name: str) -> Value:
    """A secondary instance; of one that the form does not have there is nothing."""
    found = focus.scope.instances.get(name)
    return [] if found is None else [found]


def _indexed_repeat(focus: Focus, target: Nodes, *groups_and_rows: Evaluator) -> Value:
    """indexed-repeat(target, group, row, inner group, row ...): the target in those rows."""
    inside: Node | None = None
    for group, row in zip(groups_and_rows[::2], groups_and_rows[1::2], strict=False):
        rows = group(focus)
        number = to_number(row(focus), focus.zone)
        candidates = [one for one in rows if _within(one, inside)] if isinstance(rows, list) else []
        if not (number.is_integer() and 1 <= number <= len(candidates)):
            return []
        inside = candidates[int(number) - 1]
    return shown([node for node in target if _within(node, inside)])


def _within(node: Node, top: Node | None) -> bool:
    above: Node | None = node
    while above is not None and above is not top:
        above = above.parent
    return above is top


def _name(focus: Focus, nodes: Nodes | None = None) -> Value:
    of = [focus.node] if nodes is None else nodes
    return of[0].name.removeprefix("@") if of else ""


def _local_name(focus: Focus, nodes: Nodes | None = None) -> Value:
    return str(_name(focus, nodes)).rpartition(":")[2]


def _pulldata(focus: Focus, table: str, column: str, key_column: str, key: str) -> Value:
    """pulldata('prices', 'unit_price', 'code', /data/code): a cell of a table, found by another column."""
    instance = focus.scope.instances.get(table)
    root = instance.child("root") if instance else None
    rows = root.rows("item", key_column, key) if root else []
    cell = rows[0].child(column) if rows else None
    return cell.text if cell else ""


NODESETS: Final[tuple[Function, ...]] = (
    function("position", _position, Takes.ALL_NODES, least=0, reads_item=True),
    function("last", lambda focus: float(focus.size), reads_item=True),
    function("count", lambda focus, nodes: float(len(nodes)), Takes.NODES),
    function("count-non-empty", _count_non_empty, Takes.NODES),
    function("current", lambda focus: [focus.current], gives_nodes=True),
    function("instance", _instance, Takes.TEXT, gives_nodes=True),
    function(
        "indexed-repeat",
        _indexed_repeat,
        Takes.ALL_NODES,
        Takes.LATER,
        least=3,
        more=True,
        gives_nodes=True,
    ),
    function("name", _name, Takes.NODES, least=0, reads_item=True),
    function("local-name", _local_name, Takes.NODES, least=0, reads_item=True),
    function("pulldata", _pulldata, Takes.TEXT, Takes.TEXT, Takes.TEXT, Takes.TEXT),
)
