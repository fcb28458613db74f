"""Builds trees out of the XML documents that come with the published cases.

A form's tree has no nodes for text and comments, so here they become children with names such as `#text()`; names are
compared as they are written, prefix and all.
"""

from __future__ import annotations

from xml.dom import minidom

from forms.tree import Node

_OTHERS = {
    minidom.Node.COMMENT_NODE: "#comment()",
    minidom.Node.DOCUMENT_TYPE_NODE: "#doctype",
    minidom.Node.PROCESSING_INSTRUCTION_NODE: "#processing-instruction()",
}


def document(xml: str) -> Node:
    """The document node of an XML text."""
    parsed = minidom.parseString(xml.strip())
    return Node("", children=[child for one in parsed.childNodes for child in _nodes(one)])


def _nodes(source: minidom.Node) -> list[Node]:
    if isinstance(source, minidom.Element):
        return [_element(source)]
    if isinstance(source, minidom.Text):
        return [Node("#text()", source.data)] if source.data else []
    name = _OTHERS.get(source.nodeType)
    return [Node(name)] if name else []


def _element(source: minidom.Element) -> Node:
    attributes = [Node(f"@{name}", value) for name, value in source.attributes.items() if not name.startswith("xmlns")]
    children = [child for one in source.childNodes for child in _nodes(one)]
    return Node(source.tagName, attributes=attributes, children=children)


def place(node: Node) -> str:
    """A node's path by places, as the cases write it: `/*[1]/*[2]`, `/*[1]/@id`."""
    if node.parent is None:
        return "/"
    above = place(node.parent).rstrip("/")
    if node.name.startswith("@"):
        return f"{above}/{node.name}"
    siblings = node.parent.children
    if node.name.startswith("#"):
        return f"{above}/node()[{_number(node, siblings)}]"
    return f"{above}/*[{_number(node, [one for one in siblings if not one.name.startswith('#')])}]"


def _number(node: Node, among: list[Node]) -> int:
    return 1 + next(index for index, one in enumerate(among) if one is node)


def find(top: Node, wanted: str) -> Node:
    """The node at such a path."""
    if wanted == "/":
        return top
    every = (one for node in top.walk() for one in (node, *node.attributes))
    return next(node for node in every if place(node) == wanted)
