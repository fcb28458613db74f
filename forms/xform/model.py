"""Reads the model: the instances, the binds and the setvalues."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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


def read_blueprint(root: Element, binds: Mapping[str, Bind], repeats: Mapping[str, bool]) -> Blueprint:
    """The declared shape of the data; of a repeat only its template, or its first row, is kept.

    `repeats` are the paths of the repeats, and whether they are open.
    """
    return _Shape(binds, repeats).read(root, root, "", in_row=False)


class _Shape:
    """Reads the elements of one form."""

    def __init__(self, binds: Mapping[str, Bind], repeats: Mapping[str, bool]) -> None:
        self._binds = binds
        self._repeats = repeats

    def read(
        self, element: Element, real: Element | None, above: str, *, in_row: bool, rows: tuple[int, int] = (1, 1)
    ) -> Blueprint:
        """An element, with its twin in the data that is there from the start, if there is one: a template is no data.

        `rows` says how many of it there are at the start, and in a row that is added later.
        """
        name = local(element.tag)
        path = f"{above}/{name}"
        is_row = path in self._repeats
        return Blueprint(
            name=name,
            path=path,
            default="" if len(element) else (element.text or "").strip(),
            children=tuple(self._children(element, real, path, in_row=in_row or is_row)),
            preload=_preload(self._binds.get(path, {})),
            repeats=is_row,
            is_open=self._repeats.get(path, False),
            rows=rows[0],
            rows_in_new_row=rows[1],
            in_row=in_row or is_row,
        )

    def _children(self, element: Element, real: Element | None, path: str, *, in_row: bool) -> Iterator[Blueprint]:
        for tag in dict.fromkeys(child.tag for child in element):
            there, at_start = _data(element, tag), _data(real, tag)
            shape = next((child for child in element.iterfind(tag) if child not in there), None)
            rows = len(at_start), len(there)
            twin = next(iter(at_start), None)
            yield self.read(there[0] if shape is None else shape, twin, path, in_row=in_row, rows=rows)


def _data(above: Element | None, tag: str) -> list[Element]:
    """The children of that name that are data, not a template."""
    return [] if above is None else [child for child in above.iterfind(tag) if child.get(jr("template")) is None]


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
    """An element of an instance as a node with all below it; there are thousands in a long list."""
    node = Node(
        local(element.tag),
        "" if len(element) else (element.text or "").strip(),
        attributes=_attributes(element) if element.attrib else (),
    )
    for child in element:
        node.append(tree_of(child))
    return node


def _attributes(element: Element) -> list[Node]:
    return [
        Node(f"@{local(name)}", value)
        for name, value in element.attrib.items()
        if not name.startswith(f"{{{JAVAROSA}}}")
    ]


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
