"""Reads a message without buttons as a person does: which number or word stands for which choice."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from bot.texts import zalo

OPTION = re.compile(r"(\d+)\. (.+)")
WORDS = re.compile(r"(?:Hoặc|Cần thì) gõ: (.+)\.")
RUN = re.compile(re.escape(zalo.NUMBERS).replace(r"\{first\}", r"(\d+)").replace(r"\{last\}", r"(\d+)"))


def choices(text: str) -> Mapping[str, str]:
    """What is typed for each choice that the text offers, in reading order: {"Có": "1", "Quay lại": "quay lại"}."""
    lines = text.splitlines()
    numbers = {found[2]: found[1] for found in map(OPTION.fullmatch, lines) if found}
    said = [word for found in map(WORDS.fullmatch, lines) if found for word in found[1].split(", ")]
    words = [each for word in said for each in _counted_out(word)]
    return numbers | {word: word.lower() for word in words if word not in numbers}


def _counted_out(word: str) -> Iterator[str]:
    """ "1 đến 3" stands for each of them."""
    run = RUN.fullmatch(word)
    yield from (str(number) for number in range(int(run[1]), int(run[2]) + 1)) if run else (word,)
