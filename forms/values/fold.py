"""A key without diacritics, for matching only: stored names are never folded."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from forms.values.normalize import tidy
from forms.values.telex import mend

_ONE_LETTER = str.maketrans("đy", "di")
_NOT_A_WORD = re.compile(r"[^0-9a-z%+?]+")


def fold(text: str) -> str:
    """Lower case without marks, đ = d, y = i, punctuation as a space: "Tân Quy Đông" and "tan qui dong" are one.

    The two ways to place a tone (hoà, hòa) fall together because the tone is gone.
    """
    letters = text.lower()
    if not letters.isascii():
        letters = unicodedata.normalize("NFD", letters)
        letters = "".join(char for char in letters if not unicodedata.combining(char))
    return _NOT_A_WORD.sub(" ", letters.translate(_ONE_LETTER)).strip()


@lru_cache(maxsize=65_536)
def fold_known(text: str) -> str:
    """`fold` for words that the product itself shows, such as labels and units: they come again every turn.

    Never for what people type: that is not to stay in memory.
    """
    return fold(text)


def fold_typed(text: str) -> str:
    """The key of what a person typed: made uniform, and mended where the Vietnamese keyboard was off."""
    return fold(mend(tidy(text).lower()))


def keys(words: str) -> frozenset[str]:
    """The keys of the comma-separated words; a lexicon is declared in readable Vietnamese."""
    return frozenset(fold(word) for word in words.split(",")) - {""}
