"""A small form with answers, on which the tests try expressions."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from random import Random
from zoneinfo import ZoneInfo

from forms.tree import Node
from forms.xpath import Scope

NOON = datetime(2020, 12, 25, 12, 30, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))

PETS = (("Mực", "4"), ("", ""), ("Vàng", "4"))


def fields(**values: str) -> list[Node]:
    """Questions with their answers."""
    return [Node(name, value) for name, value in values.items()]


def household() -> Node:
    """Lan's answers. Minh's row and the wife's group are not relevant now; the pet has no name."""
    lan = Node("member", children=fields(name="Lan", age="61"))
    minh = Node("member", children=fields(name="Minh", age="40"), relevant=False)
    hoa = Node("member", children=fields(name="Hoa", age="35"))
    wife = Node("wife", children=fields(name="Tú", age="33"), relevant=False)
    pets = [Node("pet", children=fields(name=name, legs=legs)) for name, legs in PETS]
    answers = fields(age="61", born="1959-03-08", blank="", needs="rice fees", ward="w2", row="2", total="2500000")
    hidden = Node("hidden", "7", relevant=False)
    rows = [*answers, hidden, lan, minh, hoa, wife, *pets]
    return Node("", children=[Node("data", children=rows, attributes=[Node("@id", "household")])])


def khoms() -> Node:
    """A choice list: six khóms in three wards."""
    items = [
        Node("item", children=fields(name=f"k{n}", label=f"Khóm {n}", ward=f"w{1 + n % 3}", size=str(n)))
        for n in range(6)
    ]
    return Node("", children=[Node("root", children=items)])


def scope(top: Node | None = None, *, at: str = "age") -> Scope:
    """At Christmas noon in Sa Đéc, at one of the questions."""
    top = top or household()
    node = next(one for one in top.walk() if one.name == at)
    return Scope(
        node=node,
        root=top,
        now=NOON,
        random=partial(Random, 2020),
        instances={"khoms": khoms()},
        itext=lambda key: {"greeting": "Xin chào"}.get(key, ""),
        choice_label=lambda value, path: f"{path} = {value}",
        properties={"username": "Lan"},
    )
