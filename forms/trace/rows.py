"""What stands at every node of a filling, in the words of ODK's own engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from forms.checks import is_read_only, is_required
from forms.choices import offered
from forms.instance import Entry, Instance
from forms.question import Question
from forms.template import Template
from forms.tree import Node
from forms.xform.form import Blueprint

SELECTS = frozenset({"select_one", "select_multiple", "rank"})
_CONTROLS = {
    "select_one": "select",
    "select_multiple": "select",
    "rank": "rank",
    "range": "range",
    "acknowledge": "trigger",
    "image": "upload",
    "audio": "upload",
    "video": "upload",
    "file": "upload",
    "calculate": "model-value",
    "hidden": "model-value",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One node: where it is, and what it is."""

    kind: str
    """The node's type as ODK's engine calls it: root, group, repeat-instance, input, select ..."""
    node: Node
    path: str
    """Without row numbers."""
    entry: Entry | None = None
    """The question there, if it is one."""

    @property
    def ref(self) -> str:
        """Its path with the numbers of the rows, which ODK's engine counts like our keys."""
        return self.node.key


def places(instance: Instance) -> Iterator[Place]:
    """Every node, in document order; a repeat comes before its rows."""
    root = instance.form.blueprint
    yield Place(kind="root", node=instance.root, path=root.path)
    yield from _below(instance, root, instance.root)


def _below(instance: Instance, element: Blueprint, above: Node) -> Iterator[Place]:
    for child in element.children:
        if child.repeats:
            yield _repeat(instance, child, above)
        for node in above.named(child.name):
            question = instance.form.by_path.get(child.path)
            if question is not None:
                yield Place(kind=_kind(question), node=node, path=child.path, entry=Entry(node.key, question, node))
            else:
                yield Place(kind="repeat-instance" if child.repeats else "group", node=node, path=child.path)
            yield from _below(instance, child, node)


def _repeat(instance: Instance, element: Blueprint, above: Node) -> Place:
    """The repeat as a whole, which has no node of its own: one beside its rows stands for it."""
    node = Node(element.name, key=f"{above.key}/{element.name}")
    node.parent = above
    relevant = instance.form.groups[element.path].relevant
    node.relevant = relevant is None or instance.truth(relevant, node)
    return Place(
        kind=f"repeat-range:{'uncontrolled' if element.is_open else 'controlled'}", node=node, path=element.path
    )


def _kind(question: Question) -> str:
    kind = _CONTROLS.get(question.type, "input")
    always = question.read_only is not None and question.read_only.text.strip() == "true()"
    return "note" if kind == "input" and (always or question.type == "note") else kind


def row(instance: Instance, place: Place) -> dict[str, Any]:
    """Everything that is true of the node now, as plain JSON."""
    found: dict[str, Any] = {
        "ref": place.ref,
        "type": place.kind,
        "relevant": place.node.shown,
        "required": place.entry is not None and is_required(instance, place.entry),
        "readonly": place.entry is not None and is_read_only(instance, place.entry),
    }
    if place.entry is None:
        return found | {"label": _label(instance, place), "hint": None}
    question, node = place.entry.question, place.node
    found["valueType"] = "string" if ":" in question.data_type else question.data_type
    found["value"] = node.value if node.shown else ""
    found["label"] = _label(instance, place)
    found["hint"] = _text(instance, question.hint, node)
    if question.type in SELECTS:
        found["choices"] = [[choice.value, choice.label] for choice in offered(instance, place.entry)]
    return found | _validity(instance, place.entry)


def _validity(instance: Instance, entry: Entry) -> dict[str, Any]:
    """Hidden values break no rule, and blank ones no constraint."""
    question, node = entry.question, entry.node
    lacking = node.shown and not node.value and is_required(instance, entry)
    refused = (
        node.shown
        and bool(node.value)
        and question.constraint is not None
        and not instance.truth(question.constraint, node)
    )
    found: dict[str, Any] = {"constraintValid": not refused, "requiredValid": not lacking}
    if refused:
        found["violation"] = {"kind": "constraint", "message": _text(instance, question.constraint_message, node)}
    elif lacking:
        found["violation"] = {"kind": "required", "message": _text(instance, question.required_message, node)}
    return found


def _label(instance: Instance, place: Place) -> str | None:
    if place.entry is not None:
        return _text(instance, place.entry.question.label, place.node)
    return _text(instance, instance.form.groups[place.path].label, place.node)


def _text(instance: Instance, template: Template, node: Node) -> str | None:
    """With its places filled in as the form says it, without the Vietnamese way of writing figures."""
    if not template:
        return None
    return template.render(instance.language, lambda output: instance.text(output.expression, node)) or None
