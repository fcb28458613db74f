"""Reads where the choices of a control come from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from xml.etree.ElementTree import Element

from forms.question import ChoiceSource, ListedChoice
from forms.template import NO_TEXT, Template
from forms.tree import Node
from forms.xform.body import Control
from forms.xform.flaws import Compiler, XFormError
from forms.xform.names import xf
from forms.xform.texts import control_text

_FROM_LIST = re.compile(r"instance\('([^']+)'\)/root/item(\[.*\])?", re.DOTALL)
_TRANSLATED = re.compile(r"jr:itext\((\w+)\)")


class Lists:
    """The choice lists of one form."""

    def __init__(self, instances: Mapping[str, Node], itext: Mapping[str, Template]) -> None:
        self.itext = itext
        self._instances = instances
        self._read: dict[tuple[str, str, str], tuple[ListedChoice, ...]] = {}
        """The lists that a control has asked for already: many controls share the long ones."""

    def of(self, control: Control, compiler: Compiler) -> ChoiceSource | None:
        """A control's choices: a list of the form is read now, its filter or an outer list when it is asked."""
        itemset = control.element.find(xf("itemset"))
        if itemset is None:
            return self._written_out(control, compiler)
        nodes, value, label = itemset.get("nodeset", "").strip(), _ref(itemset, "value"), _ref(itemset, "label")
        translated = _TRANSLATED.fullmatch(label)
        named = _FROM_LIST.search(nodes)
        listed = self._shared(named[1], value, label, translated[1] if translated else None) if named else ()
        if named and listed and named[0] == nodes and not named[2]:
            return ChoiceSource(listed=listed)
        return ChoiceSource(
            listed=listed,
            nodes=compiler.compile(nodes, control.path, "choice_filter"),
            value_path=value,
            label_path=translated[1] if translated else label,
            translated=translated is not None,
            shuffled=nodes.startswith("randomize("),
        )

    def _shared(self, name: str, value: str, label: str, translated: str | None) -> tuple[ListedChoice, ...]:
        key = (name, value, label)
        if key not in self._read:
            self._read[key] = self._list(name, value, label, translated)
        return self._read[key]

    def _list(self, name: str, value: str, label: str, translated: str | None) -> tuple[ListedChoice, ...]:
        instance = self._instances.get(name)
        if instance is None:
            return ()
        return tuple(
            ListedChoice(
                value=_text(item, value),
                label=self.itext.get(_text(item, translated), NO_TEXT) if translated else _plain(_text(item, label)),
            )
            for item in instance.children[0].named("item")
        )

    def _written_out(self, control: Control, compiler: Compiler) -> ChoiceSource | None:
        listed = tuple(
            ListedChoice(
                value=(item.findtext(xf("value")) or "").strip(),
                label=control_text(
                    item.find(xf("label")), self.itext, lambda text: compiler.compile(text, control.path, "label")
                ),
            )
            for item in control.element.iterfind(xf("item"))
        )
        return ChoiceSource(listed=listed) if listed else None


def _ref(itemset: Element, part: str) -> str:
    element = itemset.find(xf(part))
    if element is None:
        raise XFormError(f"An itemset has no {part}.")
    return (element.get("ref") or "").strip()


def _text(item: Node, name: str) -> str:
    # Not by Node.child: it would make an index for each of thousands of items, for one question each.
    return next((cell.value for cell in item.children if cell.name == name), "")


def _plain(text: str) -> Template:
    return Template(wordings={"": (text,)}) if text else NO_TEXT
