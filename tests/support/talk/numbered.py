"""Choices where there are no buttons: numbered lines, and words that may be typed."""

from __future__ import annotations

import re

OPTION = re.compile(r"(\d+)\. (.+)")
NUMBERS = re.compile(r"(\d+) đến (\d+)")
WAYS_OUT = re.compile(r"(?:Hoặc|Cần thì) gõ: (.+)\.")


def offered(text: str) -> tuple[str, ...]:
    """What can be chosen on a message, by its words: what is numbered first, then what is named."""
    lines = text.splitlines()
    options = [found[2] for found in map(OPTION.fullmatch, lines) if found]
    said = [word for found in map(WAYS_OUT.fullmatch, lines) if found for word in found[1].split(", ")]
    return (*options, *(each for word in said for each in _counted_out(word)))


def typed_for(label: str, text: str) -> str:
    """What somebody types who wants the choice: its number, else its word."""
    numbers = {found[2]: found[1] for found in map(OPTION.fullmatch, text.splitlines()) if found}
    return numbers.get(label, label.lower())


def _counted_out(word: str) -> list[str]:
    """ "1 đến 3" stands for each of them."""
    run = NUMBERS.fullmatch(word)
    return [str(number) for number in range(int(run[1]), int(run[2]) + 1)] if run else [word]
