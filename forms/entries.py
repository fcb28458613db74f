"""The questions at their places in the data, in the form's order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from forms.keys import MORE
from forms.question import Question
from forms.tree import Node
from forms.xform import Form
from forms.xform.form import Blueprint

Nodes = Mapping[str, Node]
"""By key."""


class Entry(NamedTuple):
    """A question at its place in the data: in a repeat there is one per row. Made for every question every turn."""

    key: str
    question: Question
    node: Node


def every(form: Form, nodes: Nodes) -> Iterator[Entry]:
    """All questions, calculations and hidden values, relevant or not."""
    if not form.repeats:  # a key is a path: no need to look for rows
        return (Entry(path, question, nodes[path]) for path, question in form.by_path.items())
    return _below(form, nodes, form.blueprint, nodes[form.blueprint.path])


def shown(form: Form, nodes: Nodes) -> list[Entry]:
    """The questions that people are asked now."""
    if not form.repeats:
        places = ((path, question, nodes[path]) for path, question in form.asked_at.items())
        return [Entry(*place) for place in places if place[2].shown]
    root = nodes[form.blueprint.path]
    return list(_visible(form, nodes, form.blueprint, root)) if root.relevant else []


def _below(form: Form, nodes: Nodes, element: Blueprint, above: Node) -> Iterator[Entry]:
    for child in element.children:
        for node in above.named(child.name):
            if (question := form.by_path.get(child.path)) is not None:
                yield Entry(node.key, question, node)
            yield from _below(form, nodes, child, node)
        if child.repeats:
            yield from _one_more(form, nodes, child, above)


def _visible(form: Form, nodes: Nodes, element: Blueprint, above: Node) -> Iterator[Entry]:
    for child in element.children:
        question = form.asked_at.get(child.path)
        for node in above.named(child.name):
            if node.relevant and question is not None:
                yield Entry(node.key, question, node)
            elif node.relevant and child.children:
                yield from _visible(form, nodes, child, node)
        if child.repeats:
            yield from (entry for entry in _one_more(form, nodes, child, above) if entry.node.relevant)


def _one_more(form: Form, nodes: Nodes, element: Blueprint, above: Node) -> Iterator[Entry]:
    """The question whether an open repeat has one more row."""
    question = form.asked_at.get(f"{element.path}{MORE}")
    if question is not None:
        key = f"{above.key}/{element.name}{MORE}"
        yield Entry(key, question, nodes[key])
