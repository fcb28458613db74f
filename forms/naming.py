"""Which question is meant by a few words: by its names, or by words that stand in the names of no other."""

from __future__ import annotations

from collections.abc import Sequence

from forms.asking import section_key
from forms.instance import Entry, Instance
from forms.rendering import render
from forms.values.fold import fold, fold_known, fold_typed, keys

_FILLERS = keys("số, có, là, được, bao, nhiêu, ạ")
"""Words that tell no question from another, written with marks or without."""


class Names:
    """The names of the questions that may be meant; where several have one name, that of the section at hand counts."""

    def __init__(self, instance: Instance, entries: Sequence[Entry], here: Entry | None) -> None:
        self._named = [(entry, _names(instance, entry)) for entry in entries]
        self._words = [(entry, {word for name in names for word in name.split()}) for entry, names in self._named]
        self._here = section_key(here) if here is not None else ""

    def called(self, text: str) -> Entry | None:
        """The question that has exactly this name."""
        found = self._having(_bare(text))
        near = [entry for entry in found if section_key(entry) == self._here]
        return _only(near or found)

    def meant(self, text: str) -> Entry | None:
        """The question that is called so, or else the only one in whose names all the words stand."""
        said = _bare(text)
        if not any(letter.isalpha() for letter in said):
            return None
        if self._having(said):
            return self.called(text)
        words = set(said.split())
        return _only([entry for entry, known in self._words if words <= known])

    def _having(self, said: str) -> list[Entry]:
        return [entry for entry, names in self._named if said in names]


def _only(found: Sequence[Entry]) -> Entry | None:
    return found[0] if len(found) == 1 else None


def _names(instance: Instance, entry: Entry) -> frozenset[str]:
    question = entry.question
    label = render(instance, question.label, entry.node)
    # A label may show answers, so its key is not kept in memory.
    folded = (*(fold_known(name) for name in (question.short, *question.also)), fold(label))
    return frozenset(_telling(name) for name in folded) - {""}


def _bare(text: str) -> str:
    return _telling(fold_typed(text))


def _telling(folded: str) -> str:
    """The words of a name without those that tell nothing apart; all of them where there are no others."""
    words = folded.replace("?", " ").split()
    telling = [word for word in words if word not in _FILLERS]
    return " ".join(telling or words)
