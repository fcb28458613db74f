"""A typed answer in pieces: numerals, words and signs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from forms.values.fold import fold
from forms.values.normalize import tidy
from forms.values.telex import mend

_NUMERAL = r"(?<![\d.,])[1-9]\d{0,2}(?: \d{3})+(?![\d.,]|\s\d)|\d+(?:[.,]\d+)*"
"""1 234 567 is one numeral; "1 23" and "12 3" are two."""
_PIECE = re.compile(rf"{_NUMERAL}|[^\W\d_]+|[+\-/%~=():?*$]")


@dataclass(frozen=True, slots=True)
class Token:
    """One piece; `key` is its folded form for matching, `raw` the lower-case original where marks matter."""

    raw: str
    key: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", fold(self.raw) or self.raw)

    @property
    def is_numeral(self) -> bool:
        """Whether it is written in digits."""
        return self.raw[0].isdecimal()


Tokens = tuple[Token, ...]


def take_apart(text: str) -> Tokens:
    """The pieces of the text in order; punctuation that says nothing is dropped."""
    return tuple(Token(piece) for piece in _PIECE.findall(mend(tidy(text).lower())))


def key_text(tokens: Tokens) -> str:
    """The folded words with single spaces."""
    return " ".join(token.key for token in tokens)
