"""Which line of a review somebody means: "7", "7.", "câu 7", "sửa câu số 7 lại", "bảy"."""

from __future__ import annotations

import re

from bot.texts import interview as say
from forms.values.counts import read_count
from forms.values.findings import Clear
from forms.values.fold import fold

_LEADING = frozenset(fold(word) for word in say.LINE_WORDS)
_DIGITS = re.compile(r"\d{1,4}", re.ASCII)


def line_number(text: str) -> int | None:
    """The number that is named; None where something else is said."""
    words = fold(text).split()
    while len(words) > 1 and words[0] in _LEADING:
        words = words[1:]
    said = " ".join(words)
    if _DIGITS.fullmatch(said):
        return int(said)
    if len(words) < len(fold(text).split()) and _DIGITS.fullmatch(words[0]):
        return int(words[0])  # "sửa câu 7 lại 2 hộ": its question is opened, and asks once more
    spoken = read_count(text, "") if len(words) == 1 and not said.isdecimal() else None
    return spoken.value if isinstance(spoken, Clear) and spoken.value > 0 else None
