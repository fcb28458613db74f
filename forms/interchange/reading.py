"""Reads ODK instance XML, ours or another tool's, back into answers by question name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from bot.domain.submissions import Empty
from forms.keys import row_key
from forms.xform import Blueprint, Form
from forms.xform.kept import META
from forms.xform.names import khom, local


class InstanceError(ValueError):
    """This is not an instance of the form."""


@dataclass(slots=True, kw_only=True)
class Received:
    """What an instance says. Its values are in the shape of `Completed.values`."""

    version: str
    """The version of the form that it was filled in with."""
    instance_id: str = ""
    deprecated_id: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    empties: Mapping[str, Empty] = field(default_factory=dict)
    withheld: frozenset[str] = frozenset()


def read_instance(form: Form, xml: str) -> Received:
    """The answers of an instance; elements that the form does not know are passed over."""
    root = _root(xml)
    if local(root.tag) != form.blueprint.name or root.get("id", "") != form.id:
        raise InstanceError(f"This is an instance of the form {root.get('id', '')!r}, not of {form.id!r}.")
    meta = next((child for child in root if local(child.tag) == META), Element(META))
    about = {local(child.tag): child.text or "" for child in meta}
    reader = _Reader()
    values = reader.values(form.blueprint, root)
    return Received(
        version=root.get("version", ""),
        instance_id=about.get("instanceID", ""),
        deprecated_id=about.get("deprecatedID", ""),
        values=values,
        empties=reader.empties,
        withheld=frozenset(reader.withheld),
    )


class _Reader:
    """Walks one instance beside the form's blueprint."""

    def __init__(self) -> None:
        self.empties: dict[str, Empty] = {}
        self.withheld: set[str] = set()

    def values(self, place: Blueprint, element: Element, row: str = "") -> dict[str, Any]:
        """The values below an element; groups make no level of their own, repeats do."""
        known = {child.name: child for child in place.children if child.name != META}
        found: dict[str, Any] = {}
        for below in element:
            child = known.get(local(below.tag))
            if child is None:
                continue
            if child.repeats:
                rows = found.setdefault(child.kept, [])
                rows.append(self.values(child, below, f"{row_key(f'{row}{child.kept}', len(rows) + 1)}/"))
            elif child.children:
                found |= self.values(child, below, row)
            else:
                self._answer(child.kept, below, found, row)
        return found

    def _answer(self, name: str, element: Element, found: dict[str, Any], row: str) -> None:
        if (word := element.get(khom("empty"))) in set(Empty):
            self.empties[f"{row}{name}"] = Empty(word)
        elif element.get(khom("withheld")) is not None:
            self.withheld.add(name)
        elif element.text:
            found[name] = element.text


def _root(xml: str) -> Element:
    try:
        root: Element = fromstring(xml, forbid_dtd=True)
    except (ParseError, DefusedXmlException) as error:
        raise InstanceError(f"This is no instance: {error}") from error
    return root
