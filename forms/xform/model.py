"""Reads the model: the instances, the binds and the setvalues."""

from __future__ import annotations

from collections.abc import Mapping
from xml.etree.ElementTree import Element

from forms.tree import Node
from forms.xform.flaws import Compiler, XFormError
from forms.xform.form import Blueprint, Event, SetValue
from forms.xform.names import JAVAROSA, jr, local, xf

Bind = Mapping[str, str]
"""A bind's attributes."""


def primary_instance(model: Element) -> Element:
    """The root element of the data that is filled in."""
    instance = model.find(xf("instance"))
    if instance is None or len(instance) == 0:
        raise XFormError("The XForm has no primary instance.")
    return instance[0]


def read_blueprint(
    element: Element,
    binds: Mapping[str, Bind],
    repeats: Mapping[str, bool],
    above: str = "",
    *,
    rows: int = 1,
    in_row: bool = False,
) -> Blueprint:
    """The declared shape of the data; of a repeat only its template, or its first row, is kept."""
    name = local(element.tag)
    path = f"{above}/{name}"
    is_row = path in repeats
    seen: dict[str, Element] = {}
    for child in element:
        earlier = seen.get(child.tag)
        if earlier is None or (earlier.get(jr("template")) is None and child.get(jr("template")) is not None):
            seen[child.tag] = child
    return Blueprint(
        name=name,
        path=path,
        default="" if len(element) else (element.text or "").strip(),
        children=tuple(
            read_blueprint(child, binds, repeats, path, rows=_rows(element, child), in_row=in_row or is_row)
            for child in seen.values()
        ),
        preload=_preload(binds.get(path, {})),
        repeats=is_row,
        is_open=repeats.get(path, False),
        rows=rows,
        in_row=in_row or is_row,
    )


def _rows(above: Element, child: Element) -> int:
    """How many of a child stand there already; a template is no data."""
    return sum(one.get(jr("template")) is None for one in above.iterfind(child.tag))


def _preload(bind: Bind) -> str:
    """`jr:preload` with its parameter: uid, timestamp:start, date:today, property:username."""
    kind = bind.get(jr("preload"), "")
    parameter = bind.get(jr("preloadParams"), "")
    return f"{kind}:{parameter}" if parameter else kind


def read_binds(model: Element) -> dict[str, Bind]:
    """Every bind's attributes, by the path of its node."""
    return {bind.get("nodeset", ""): dict(bind.attrib) for bind in model.iterfind(xf("bind"))}


def read_instances(model: Element) -> tuple[dict[str, Node], dict[str, str]]:
    """The secondary instances: those with content as trees, those from files as their addresses."""
    inline: dict[str, Node] = {}
    external: dict[str, str] = {}
    for instance in model.findall(xf("instance"))[1:]:
        name = instance.get("id", "")
        if (source := instance.get("src")) is not None:
            external[name] = source
        else:
            inline[name] = Node("", children=[tree_of(child) for child in instance])
    return inline, external


def tree_of(element: Element) -> Node:
    """An element of an instance as a node with all below it."""
    return Node(
        local(element.tag),
        "" if len(element) else (element.text or "").strip(),
        children=[tree_of(child) for child in element],
        attributes=[
            Node(f"@{local(name)}", value)
            for name, value in element.attrib.items()
            if not name.startswith(f"{{{JAVAROSA}}}")
        ],
    )


def read_set_values(document: Element, compiler: Compiler) -> tuple[SetValue, ...]:
    """The setvalues of the model (dynamic defaults) and of the controls (triggers), in document order."""
    parents = {child: parent for parent in document.iter() for child in parent}
    return tuple(_set_value(element, parents[element], compiler) for element in document.iter(xf("setvalue")))


def _set_value(element: Element, parent: Element, compiler: Compiler) -> SetValue:
    path = element.get("ref", "")
    events = (element.get("event") or "").split()
    known = {event.value for event in Event}
    if unknown := [event for event in events if event not in known]:
        raise XFormError(f"The setvalue of {path} waits for an unknown event: {unknown[0]}.")
    return SetValue(
        path=path,
        events=frozenset(Event(event) for event in events),
        value=compiler.optional(element.get("value") or _literal(element.text), path, "calculation"),
        trigger=parent.get("ref", "") if Event.VALUE_CHANGED in events else "",
    )


def _literal(text: str | None) -> str | None:
    """A setvalue's text content as an expression."""
    if not text:
        return None
    quote = '"' if "'" in text else "'"
    return f"{quote}{text}{quote}"
