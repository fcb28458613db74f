"""A typed answer in figures, words and signs, each with its place in the text, so that a part can be taken out."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from forms.values.fold import fold
from forms.values.normalize import tidy
from forms.values.telex import mend

_PIECE = re.compile(r"\d+|[^\W\d_]+|[^\s\w]")


@dataclass(frozen=True, slots=True)
class Piece:
    """One figure, word or sign; `key` is its folded form, a sign's is the sign."""

    raw: str
    start: int
    end: int
    key: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", fold(self.raw) or self.raw)

    @property
    def is_figure(self) -> bool:
        """Whether it is written in digits."""
        return self.raw[0].isdecimal()

    @property
    def is_said(self) -> bool:
        """Whether it is a figure or a word."""
        return self.raw[0].isalnum()


Pieces = tuple[Piece, ...]


def made_uniform(text: str) -> str:
    """The text in lower case, in one Unicode form, mended where the Vietnamese keyboard was off."""
    return mend(tidy(text).lower())


def cut_up(text: str) -> Pieces:
    """The pieces of the uniform text, in order."""
    return tuple(Piece(found[0], found.start(), found.end()) for found in _PIECE.finditer(made_uniform(text)))


def without(text: str, taken: Iterable[Piece]) -> str:
    """The uniform text with blanks where the pieces stood."""
    left = list(made_uniform(text))
    for piece in taken:
        left[piece.start : piece.end] = " " * (piece.end - piece.start)
    return "".join(left)
