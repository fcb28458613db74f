"""Reads the body: which control asks for which node, inside which groups."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from forms.question import Section
from forms.template import Template
from forms.xform.flaws import Compiler
from forms.xform.names import jr, local, xf
from forms.xform.texts import control_text
from forms.xpath import Expression

CONTROLS = frozenset({"input", "select1", "select", "rank", "range", "trigger", "upload", "secret", "textarea"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Control:
    """A control with the labelled groups around it."""

    path: str
    tag: str
    element: Element
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A group or a repeat of the body."""

    path: str
    label: Template
    appearance: frozenset[str]
    repeats: bool
    count: Expression | None
    sections: tuple[Section, ...]
    """The labelled groups around it."""


class Body:
    """The body of a form, walked once."""

    def __init__(self, body: Element, itext: Mapping[str, Template], compiler: Compiler) -> None:
        self.boxes: dict[str, Box] = {}
        self._itext = itext
        self._compiler = compiler
        self.controls: dict[str, Control] = {control.path: control for control in self._walk(body, ())}

    @property
    def repeats(self) -> dict[str, bool]:
        """The paths of the repeats, and whether they are open: without a count."""
        return {box.path: box.count is None for box in self.boxes.values() if box.repeats}

    def _walk(self, element: Element, sections: tuple[Section, ...]) -> Iterator[Control]:
        for child in element:
            tag = local(child.tag)
            if tag in CONTROLS:
                yield Control(path=_path(child), tag=tag, element=child, sections=sections)
            elif tag == "group":
                yield from self._walk(child, self._group(child, sections))
            elif tag == "repeat":
                self._repeat(child, sections)
                yield from self._walk(child, sections)

    def _group(self, element: Element, sections: tuple[Section, ...]) -> tuple[Section, ...]:
        path = _path(element)
        label = control_text(
            element.find(xf("label")), self._itext, lambda text: self._compiler.compile(text, path, "label")
        )
        if path:
            self.boxes[path] = Box(
                path=path, label=label, appearance=tokens(element), repeats=False, count=None, sections=sections
            )
        return (*sections, Section(path=path, label=label)) if label else sections

    def _repeat(self, element: Element, sections: tuple[Section, ...]) -> None:
        path = _path(element)
        around = self.boxes.get(path)
        self.boxes[path] = Box(
            path=path,
            label=around.label if around else Template(),
            appearance=tokens(element) | (around.appearance if around else frozenset()),
            repeats=True,
            count=self._compiler.optional(element.get(jr("count")), path, "repeat_count"),
            sections=around.sections if around else sections,
        )


def _path(element: Element) -> str:
    return (element.get("ref") or element.get("nodeset") or "").strip()


def tokens(element: Element) -> frozenset[str]:
    """The words of the appearance."""
    return frozenset((element.get("appearance") or "").split())
