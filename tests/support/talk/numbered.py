"""Choices without a button of their own: numbered lines, and words that may be typed."""

from __future__ import annotations

import re

from bot.texts.typing import CHOOSE

OPTION = re.compile(r"(\d+)\. (.+)")
NUMBERS = re.compile(r"(\d+) đến (\d+)")
WAYS_OUT = re.compile(r"(?:Hoặc|Cần thì) gõ: (.+)\.")


def offered(text: str) -> tuple[str, ...]:
    """What can be chosen on a message, by its words: what is numbered first, then what is named."""
    return (*(name for option in _options(text) for name in _names(option)), *named(text))


def named(text: str) -> tuple[str, ...]:
    """What can be typed as words, or as the numbers of lines."""
    found = map(WAYS_OUT.fullmatch, text.splitlines())
    said = [word for line in found if line for word in line[1].split(", ")]
    return tuple(each for word in said for each in counted_out(word))


def meaning(label: str, text: str) -> str:
    """What a button below the text stands for: a bare number means the line that begins with it."""
    if not label.isdecimal():
        return label
    lines = {found[1]: found[2] for found in map(OPTION.fullmatch, text.splitlines()) if found}
    return lines.get(label, label)


def typed_for(label: str, text: str) -> str:
    """What somebody types who wants the choice: its number, else its word."""
    places = (str(number) for number, option in enumerate(_options(text), 1) if label in _names(option))
    return next(places, label.lower())


def _options(text: str) -> list[str]:
    """The numbered lines below the words that say so, in one run from 1; those above are to be read only.

    What is told of an option stands behind it, and may go on below it.
    """
    _, header, below = text.rpartition(f"{CHOOSE}\n")
    options: list[str] = []
    last = -1
    for place, line in enumerate(below.splitlines() if header else ()):
        found = OPTION.fullmatch(line)
        if found and place == last + 1 and int(found[1]) == len(options) + 1:
            options.append(found[2])
            last = place
        elif line.startswith("  ") and place == last + 1:
            last = place
    return options


def _names(option: str) -> list[str]:
    """The line, and what it may be called where something is told of it."""
    label, colon, _ = option.partition(": ")
    return [option, label] if colon else [option]


def counted_out(word: str) -> list[str]:
    """ "1 đến 3" stands for each of them."""
    run = NUMBERS.fullmatch(word)
    return [str(number) for number in range(int(run[1]), int(run[2]) + 1)] if run else [word]
