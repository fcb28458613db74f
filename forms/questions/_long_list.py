"""Choosing from a list that is too long to be shown at once: by the number of a shown line, or by words."""

from __future__ import annotations

import re

from bot.texts import answers as texts
from forms.answers import Narrowed, Problem
from forms.offered import label_keys, place_of
from forms.questions._wording import problem, quoted
from forms.questions.base import Asked
from forms.values.choices import bare, parts_of, search
from forms.values.findings import Clear, Unclear, Why

_NUMBER = re.compile(r"(?:so|dong|chon|i|muc)? ?(\d{1,3})")

Places = tuple[int, ...]
"""In the whole list, from 0."""


def choose_one(text: str, asked: Asked) -> Clear[int] | Unclear[int] | Narrowed | Problem:
    """The one line that is meant, the lines that fit, or why there is none."""
    keys = label_keys(asked.choices)
    said = bare(text)
    if (number := _NUMBER.fullmatch(said)) and (found := _numbered(int(number[1]), asked, keys)) is not None:
        return found
    exact = [place for place, key in enumerate(keys) if key == said]
    if len(exact) == 1:
        return Clear(exact[0])
    fitting = search(said, keys)
    if len(fitting) == 1:
        return Clear(fitting[0]) if keys[fitting[0]].startswith(said) else Unclear(fitting[0], Why.NEAR_CHOICE)
    if fitting:
        return Narrowed(words=text, text=texts.NARROWED.format(count=len(fitting), typed=quoted(text)))
    if number:
        return problem(Why.NO_SUCH_NUMBER, text, count=len(asked.page or ()))
    return Problem(text=texts.NOT_IN_LIST.format(typed=quoted(text)))


def choose_several(text: str, asked: Asked) -> Places | Narrowed | Problem:
    """All the lines that are meant: "1, 3", or the names of several with commas between.

    What is probably meant is taken without asking: it is shown at once, and a press takes it away again.
    """
    whole = choose_one(text, asked)
    if isinstance(whole, Clear | Unclear):
        return (whole.value,)
    parts = parts_of(text)
    if len(parts) < 2:
        return whole
    places: list[int] = []
    for part in parts:
        found = choose_one(part, asked)
        if isinstance(found, Narrowed):
            return problem(Why.SEVERAL_CHOICES, part, count=len(asked.page or ()))
        if isinstance(found, Problem):
            return found
        places.append(found.value)
    return tuple(places)


def _numbered(number: int, asked: Asked, keys: list[str]) -> Clear[int] | Unclear[int] | None:
    """A shown line by its number.

    At the first page it is asked about where another line's own name has that number ("Khóm 3"): it may have been typed
    without looking. Whoever has turned a page or searched is looking at the lines.
    """
    page = asked.page or ()
    if not 1 <= number <= len(page):
        return None
    place = place_of(asked.choices, page[number - 1].value)
    if place is None:
        return None
    if page[0] != asked.choices[0]:
        return Clear(place)
    called = [other for other, key in enumerate(keys) if str(number) in key.split()]
    return Unclear(place, Why.NEAR_CHOICE) if called and place not in called else Clear(place)
