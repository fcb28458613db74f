"""What is meant where only the beginning of a label is typed: "báo cáo quý", "dạ làm báo cáo quý 4"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from bot.conversation.courtesy import meant
from bot.texts import courtesy as say
from forms.values.fold import fold

LEAST = 2
"""Words that name something; one alone ("báo", "ghi") is the beginning of too much."""
_QUARTERS = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}
_DOING = tuple(map(fold, say.DOING_WORDS))


def begun(text: str, offered: Sequence[tuple[str, str]]) -> str | None:
    """The id of the only option whose label begins so, quarters also in figures; None where there is none, or two."""
    found: dict[str, set[str]] = defaultdict(set)
    for key, label in offered:
        for beginning in _beginnings(label):
            for said in (beginning, *(f"{doing} {beginning}" for doing in _DOING)):
                found[said].add(key)
    keys = meant(text, found)
    return next(iter(keys)) if keys and len(keys) == 1 else None


def _beginnings(label: str) -> Iterator[str]:
    words = fold(label).split()
    for said in (words, [_QUARTERS.get(word, word) for word in words]):
        yield from (" ".join(said[:count]) for count in range(LEAST, len(said) + 1))
