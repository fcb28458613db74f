"""Reads texts: labels, hints and messages, inline or from itext, with the places that they fill in."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from xml.etree.ElementTree import Element

from forms.media import Media, named
from forms.template import NO_TEXT, Output, Template, Wording
from forms.xform.names import local, xf
from forms.xpath import Expression

Compile = Callable[[str], Expression]
"""Compiles an expression, remembering what is wrong with it."""

_ITEXT = re.compile(r"\s*jr:itext\('([^']+)'\)\s*")
_SUBSTITUTED = re.compile(r" ((?:/|\.\./|current\(\)/)[^\s'\"]+) ")
"""A reference in a plain attribute: pyxform writes ${x} there as its path, with a space on either side."""


def wording(element: Element, compiled: Compile) -> Wording:
    """The mixed content of a label, hint or itext value."""
    parts: list[str | Output] = [element.text or ""]
    for child in element:
        if local(child.tag) == "output":
            parts.append(Output(expression=compiled(child.get("value") or child.get("ref") or "''")))
        parts.append(child.tail or "")
    return _stripped(parts)


def _stripped(parts: list[str | Output]) -> Wording:
    """The same without empty parts and without the spaces around the whole."""
    kept = [part for part in parts if part != ""]
    if kept and isinstance(kept[0], str):
        kept[0] = kept[0].lstrip()
    if kept and isinstance(kept[-1], str):
        kept[-1] = kept[-1].rstrip()
    return tuple(part for part in kept if part != "")


GUIDANCE = "guidance"
"""The form of a hint that is for those who need more words; its id in the texts is `id#guidance`."""
_READ = {None: "", "long": "", GUIDANCE: f"#{GUIDANCE}"}
"""The forms of a text that are words, with what their ids end in; the others are pictures and sounds."""


def read_itext(model: Element, compiled: Compile) -> tuple[tuple[str, ...], str, dict[str, Template]]:
    """The languages, the default one, and every translated text by its id."""
    by_id: dict[str, dict[str, Wording]] = {}
    media: dict[str, dict[str, Media]] = {}
    languages: list[str] = []
    default = ""
    for translation in model.iterfind(f"{xf('itext')}/{xf('translation')}"):
        language = translation.get("lang", "")
        languages.append(language)
        if translation.get("default") is not None:
            default = language
        for text in translation.iterfind(xf("text")):
            name = text.get("id", "")
            for value in text.iterfind(xf("value")):
                if (form := value.get("form")) in _READ:
                    wordings = by_id.setdefault(f"{name}{_READ[form]}", {})
                    wordings.setdefault(language, wording(value, compiled))
            if found := named((value.get("form", ""), value.text or "") for value in text.iterfind(xf("value"))):
                media.setdefault(name, {})[language] = found
    default = default or (languages[0] if languages else "")
    itext = {
        name: Template(wordings=by_id.get(name, {}), default=default, media=media.get(name, {}))
        for name in (*by_id, *(media.keys() - by_id.keys()))
    }
    return tuple(languages), default, itext


def control_text(
    element: Element | None, itext: Mapping[str, Template], compiled: Compile, form: str | None = None
) -> Template:
    """A `<label>` or `<hint>`: a reference into itext (to one of its forms), or its own content."""
    if element is None:
        return NO_TEXT
    if found := _ITEXT.fullmatch(element.get("ref") or ""):
        return itext.get(f"{found[1]}{_READ[form]}", NO_TEXT)
    if form is not None:
        return NO_TEXT
    parts = wording(element, compiled)
    return Template(wordings={"": parts}) if parts else NO_TEXT


def attribute_text(text: str, itext: Mapping[str, Template], compiled: Compile, paths: Collection[str]) -> Template:
    """A message in a bind's attribute: a reference into itext, or plain text.

    pyxform turns ${x} of its own message columns into itext outputs, but in a namespaced column into a bare path
    between spaces; only a path of this form is taken for a place.
    """
    if found := _ITEXT.fullmatch(text):
        return itext.get(found[1], NO_TEXT)
    parts: list[str | Output] = []
    end = 0
    for place in _SUBSTITUTED.finditer(text):
        if place[1].startswith("/") and place[1] not in paths:
            continue
        parts += [text[end : place.start()], Output(expression=compiled(place[1]))]
        end = place.end()
    parts.append(text[end:])
    kept = _stripped(parts)
    return Template(wordings={"": kept}) if kept else NO_TEXT
