"""Writes ODK instance XML: what Collect would have sent.

Our own two things are attributes in khombot's namespace, which other tools pass over: `khom:empty` says why a figure is
missing ("nothing", "unknown"), `khom:withheld` that personal data was left out. Both stand on a blank element.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any
from xml.etree.ElementTree import Element, SubElement, tostring

from bot.domain.submissions import Empty
from forms.instance import Instance
from forms.keys import row_key
from forms.tree import Node
from forms.xform import Blueprint, Form
from forms.xform.kept import META
from forms.xform.names import KHOM

EMPTY = "khom:empty"
WITHHELD = "khom:withheld"
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that an XML document cannot hold in any form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """One sending: what `Completed` holds, with its identity."""

    values: Mapping[str, Any]
    """By question name; a repeat is a list of such mappings."""
    empties: Mapping[str, Empty] = field(default_factory=lambda: MappingProxyType({}))
    """By question name; in a repeat `nguoi[2]/tuoi`."""
    instance_id: str
    """`uuid:…`, its own for every sending."""
    deprecated_id: str = ""
    """That of the sending which it replaces."""
    withheld: Collection[str] = ()
    """The questions whose answers are not given away."""


def instance_xml(instance: Instance) -> str:
    """A filling as it stands: every relevant node, blank ones too."""
    return _document(instance.form, _of_node(instance.root, instance.state.empties))


def _of_node(node: Node, empties: Mapping[str, Empty]) -> Element:
    element = Element(node.name)
    if empty := empties.get(node.key):
        element.set(EMPTY, empty.value)
    elif node.value:
        element.text = _clean(node.value)
    element.extend(_of_node(child, empties) for child in node.children if child.relevant)
    return element


def sent_xml(form: Form, sent: Sent) -> str:
    """What was sent; a question without an answer is left out, like one that was not asked."""
    root = Element(form.blueprint.name)
    for child in form.blueprint.children:
        if child.name != META:
            root.extend(_of_values(child, sent.values, sent, ""))
    meta = SubElement(root, META)
    SubElement(meta, "instanceID").text = sent.instance_id
    if sent.deprecated_id:
        SubElement(meta, "deprecatedID").text = sent.deprecated_id
    return _document(form, root)


def _of_values(place: Blueprint, values: Mapping[str, Any], sent: Sent, row: str) -> Iterator[Element]:
    """The elements of one place: none where nothing was answered, several in a repeat; `row` is what is around it."""
    if place.repeats:
        for number, below in enumerate(values.get(place.kept, ()), 1):
            yield _around(place, below, sent, f"{row_key(f'{row}{place.kept}', number)}/")
    elif place.children:
        element = _around(place, values, sent, row)
        if len(element):
            yield element
    else:
        yield from _of_answer(place, values.get(place.kept), sent, row)


def _around(place: Blueprint, values: Mapping[str, Any], sent: Sent, row: str) -> Element:
    element = Element(place.name)
    for child in place.children:
        element.extend(_of_values(child, values, sent, row))
    return element


def _of_answer(place: Blueprint, value: object, sent: Sent, row: str) -> Iterator[Element]:
    empty = sent.empties.get(f"{row}{place.kept}")
    if empty is None and not value:
        return
    element = Element(place.name)
    if place.kept in sent.withheld:
        element.set(WITHHELD, "yes")
    elif empty is not None:
        element.set(EMPTY, empty.value)
    else:
        element.text = _clean(str(value))
    yield element


def _document(form: Form, root: Element) -> str:
    root.set("id", form.id)
    if form.version:
        root.set("version", form.version)
    if any(name in element.attrib for element in root.iter() for name in (EMPTY, WITHHELD)):
        root.set("xmlns:khom", KHOM)
    # As everybody else writes blank elements, so that texts can be compared; in texts, ElementTree escapes the >.
    return tostring(root, encoding="unicode").replace(" />", "/>")


def _clean(text: str) -> str:
    return _NOT_XML.sub("", text)
