"""Functions of selected choices, their labels and the form's own texts."""

from __future__ import annotations

from typing import Final

from forms.xpath.functions.table import Function, Takes, function
from forms.xpath.scope import Focus
from forms.xpath.values import Value


def _selected(focus: Focus, answer: str, choice: str) -> Value:
    """Whether a choice is among those given, which are separated by spaces."""
    return choice.strip() in (answer.split() or [""])


def _selected_at(focus: Focus, answer: str, place: float) -> Value:
    """The choice at a place, counted from 0."""
    choices = answer.split()
    return choices[int(place)] if place.is_integer() and 0 <= place < len(choices) else ""


CHOICES: Final[tuple[Function, ...]] = (
    function("selected", _selected, Takes.TEXT, Takes.TEXT),
    function("is-selected", _selected, Takes.TEXT, Takes.TEXT),
    function("selected-at", _selected_at, Takes.TEXT, Takes.NUMBER),
    function("count-selected", lambda focus, answer: float(len(answer.split())), Takes.TEXT),
    function(
        "jr:choice-name",
        lambda focus, value, path: focus.scope.choice_label(value, path),
        Takes.TEXT,
        Takes.TEXT,
    ),
    function("jr:itext", lambda focus, key: focus.scope.itext(key), Takes.TEXT),
    function("property", lambda focus, name: focus.scope.properties.get(name, ""), Takes.TEXT),
)
