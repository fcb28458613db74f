"""A long text in pieces that a channel takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import accumulate

BEYOND_ONE_UNIT = "\uffff"
"""Characters after this one (emoji) are two units in UTF-16."""

Fits = Callable[[str, int], int]
"""How many characters from the start of a text are within a limit, in what the channel counts."""


def code_points(text: str, limit: int) -> int:
    """For a channel that counts as Python does."""
    return min(len(text), limit)


def utf16_units(text: str, limit: int) -> int:
    """For a channel that counts as JavaScript does."""
    head = text[:limit]
    if head.isascii() or max(head) <= BEYOND_ONE_UNIT:
        return len(head)
    return sum(units <= limit for units in accumulate(1 + (letter > BEYOND_ONE_UNIT) for letter in head))


def pieces(text: str, limit: int, fits: Fits = code_points) -> Iterator[str]:
    """The text in pieces within the limit, cut at paragraphs, else lines, else words, else anywhere.

    A piece is at least half full, unless it has no blank beyond that.
    """
    rest = text
    while (most := fits(rest, limit)) < len(rest):
        blanks = [rest.rfind(mark, 1, most) for mark in ("\n\n", "\n", " ")]
        cut = next((place for place in blanks if place > most // 2), max(blanks))
        cut = cut if cut > 0 else most
        yield rest[:cut]
        rest = rest[cut:].lstrip()
    if rest:
        yield rest
