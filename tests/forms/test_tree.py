"""The instance tree keeps its order, its index by name and its relevance."""

from __future__ import annotations

import pytest

from forms.tree import Node


@pytest.fixture
def data() -> Node:
    rows = [Node("member", children=[Node("name", name)]) for name in ("Lan", "Minh")]
    return Node(
        "", children=[Node("data", children=[Node("age", "61"), *rows], attributes=[Node("@id", "f1")])]
    ).children[0]


def test_children_are_found_by_name_in_order(data: Node) -> None:
    assert [row.text for row in data.named("member")] == ["Lan", "Minh"]
    assert data.named("nothing") == []
    assert data.child("nothing") is None


def test_the_index_follows_every_change(data: Node) -> None:
    first, second = data.named("member")
    hoa = Node("member", children=[Node("name", "Hoa")])
    data.insert(2, hoa)
    assert data.named("member") == [first, hoa, second]
    assert (hoa.position, second.position) == (2, 3)
    data.remove(first)
    assert data.named("member") == [hoa, second]
    assert first.parent is None


def test_a_node_is_blank_below_one_that_is_not_relevant(data: Node) -> None:
    row = data.named("member")[1]
    row.relevant = False
    assert (row.text, row.children[0].text, row.children[0].value) == ("", "", "Minh")
    assert data.text == "61Lan"
    assert not row.children[0].shown


def test_a_path_has_row_numbers_where_they_are_needed(data: Node) -> None:
    assert [node.path for node in data.walk()] == [
        "/data",
        "/data/age",
        "/data/member[1]",
        "/data/member[1]/name",
        "/data/member[2]",
        "/data/member[2]/name",
    ]


def test_attributes_are_nodes_that_know_their_element(data: Node) -> None:
    (attribute,) = data.attributes
    assert (attribute.path, attribute.position, data.attribute("id"), data.attribute("version")) == (
        "/data/@id",
        1,
        "f1",
        "",
    )


def test_the_root_is_the_node_without_a_name(data: Node) -> None:
    assert data.children[1].children[0].root.name == ""
