"""What stands at every node of a filling, in the words of ODK's own engine."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from forms.checks import is_required
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

    ref: str
    """Its path; the rows of repeats are numbered from [1], also where there is only one."""
    kind: str
    """The node's type as ODK's engine calls it: root, group, repeat-instance, input, select ..."""
    node: Node
    path: str
    """Without row numbers."""
    entry: Entry | None = None
    """The question there, if it is one."""


def places(instance: Instance) -> Iterator[Place]:
    """Every node, in document order; a repeat comes before its rows."""
    root = instance.form.blueprint
    (_, node), *_ = instance.at(root.path)
    keys = {id(node): key for path in instance.form.by_path for key, node in instance.at(path)}
    yield Place(ref=root.path, kind="root", node=node, path=root.path)
    yield from _below(instance, root, node, root.path, keys)


def _below(instance: Instance, above: Blueprint, node: Node, ref: str, keys: dict[int, str]) -> Iterator[Place]:
    for element in above.children:
        group = instance.form.groups.get(element.path)
        here, found = f"{ref}/{element.name}", node.named(element.name)
        if group is None:
            question = instance.form.by_path[element.path]
            entry = Entry(keys[id(found[0])], question, found[0])
            yield Place(ref=here, kind=_kind(question), node=found[0], path=element.path, entry=entry)
        elif not group.repeats:
            yield Place(ref=here, kind="group", node=found[0], path=element.path)
            yield from _below(instance, element, found[0], here, keys)
        else:
            kind = "repeat-range:uncontrolled" if group.count is None else "repeat-range:controlled"
            yield Place(ref=here, kind=kind, node=node, path=element.path)
            for number, row in enumerate(found, 1):
                yield Place(ref=f"{here}[{number}]", kind="repeat-instance", node=row, path=element.path)
                yield from _below(instance, element, row, f"{here}[{number}]", keys)


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


def is_read_only(instance: Instance, entry: Entry) -> bool:
    """Whether nobody may write there now."""
    read_only = entry.question.read_only
    return read_only is not None and instance.truth(read_only, entry.node)


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
