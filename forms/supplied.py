"""What a filling is given besides answers: values of the product, choice lists, the unit's last sent answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from forms.prompt import Surroundings
from forms.tree import Node
from forms.xform import Form
from forms.xform.form import LAST_SAVED, Blueprint


def given_values(form: Form, surroundings: Surroundings) -> Mapping[str, str]:
    """The supplied values by path; what people are asked is never supplied."""
    found = ((form.by_name.get(name), value) for name, value in surroundings.given.items())
    return {question.path: value for question, value in found if question is not None and not question.is_asked}


def instances_of(form: Form, surroundings: Surroundings) -> Mapping[str, Node]:
    """The choice lists, and the last sent answers if the form looks at them."""
    if not form.reads_last_saved:
        return form.instances
    # Without a period before, there are no groups to look through.
    last = surroundings.last_saved
    saved = _saved(form.blueprint, last) if last else Node(form.blueprint.name)
    return {**form.instances, LAST_SAVED: Node("", children=[saved])}


def _saved(element: Blueprint, values: Mapping[str, Any]) -> Node:
    """The unit's last sent answers in the shape of the form, without blanks, as `${last-saved#name}` reads them."""
    node = Node(element.name)
    for child in element.children:
        value = values.get(child.kept)
        if child.repeats and isinstance(value, list):
            for row in value:
                node.append(_saved(child, row))
        elif child.children and not child.repeats:
            node.append(_saved(child, values))
        elif isinstance(value, str) and value:
            node.append(Node(child.name, value))
    return node
