"""Makes a Reading of what a reader of values found, with the sentence that belongs to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from bot.texts import answers as texts
from forms.answers import Answer, Doubt, Problem, Reading
from forms.values.findings import Clear, Found, Unread, Why
from forms.values.normalize import tidy

T = TypeVar("T")

_QUOTED = 40
"""Characters of the typed text that a sentence repeats."""


def worded(
    found: Found[T], typed: str, *, write: Callable[[T], str], show: Callable[[T], str], **places: object
) -> Reading:
    """The reading of what was found; `write` makes the value's XForms text, `show` what people read."""
    if isinstance(found, Unread):
        return problem(found.why, typed, **places)
    value, shown = write(found.value), show(found.value)
    if isinstance(found, Clear):
        return Answer(value=value, shown=shown)
    text = texts.DOUBTS[found.why].format(typed=quoted(typed), shown=shown, **places)
    return Doubt(text=text, value=value, shown=shown)


def problem(why: Why, typed: str, **places: object) -> Problem:
    """What is said where nothing could be read."""
    return Problem(text=texts.PROBLEMS[why].format(typed=quoted(typed), **places))


def quoted(typed: str) -> str:
    """What a sentence repeats of the typed text: one line, not too long."""
    line = " ".join(tidy(typed).split())
    return line if len(line) <= _QUOTED else line[: _QUOTED - 1].rstrip() + "…"


def with_unit(number: str, unit: str) -> str:
    """412 hộ; just 412 where the question names no unit."""
    return f"{number} {unit}".strip()
