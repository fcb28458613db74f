"""Courtesy around a word that is to be heard as it stands: "dạ gửi đi con", "để sau nha", "quay lại giùm cô"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from bot.texts import courtesy as say
from forms.values.fold import fold

T = TypeVar("T")

_BEFORE = frozenset(map(fold, say.BEFORE_WORDS))
_AFTER = frozenset(map(fold, say.AFTER_WORDS))
_FAVOUR = frozenset(map(fold, say.FAVOUR_WORDS))
_FOR_WHOM = frozenset(map(fold, say.FOR_WHOM_WORDS))


def meant(text: str, table: Mapping[str, T]) -> T | None:
    """What the table has under the folded words: as they are, else with less and less courtesy around them."""
    words = fold(text).split()
    while words:
        if (found := table.get(" ".join(words))) is not None:
            return found
        words = _less(words)
    return None


def _less(words: list[str]) -> list[str]:
    """One word of courtesy fewer; nothing where none is left."""
    if len(words) < 2:
        return []
    if words[-1] in _AFTER or (words[-1] in _FOR_WHOM and words[-2] in _FAVOUR):
        return words[:-1]
    return words[1:] if words[0] in _BEFORE else []
