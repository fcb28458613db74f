"""Whether a pattern is ambiguous inside a loop, as `(a+)+` is: then a backtracking engine may take exponential time.

A pattern becomes a graph of its characters (Glushkov's automaton). If from some character two different ways lead back
to it over the same text, each round doubles the ways that a backtracking engine tries. Ours does not backtrack; the
phones of other tools do.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from forms.xpath.patterns import PatternError, compiled

_ATOM: Final = re.compile(
    r"\[\^?\]?(?:\\.|\[:\w+:\]|[^\]\\])*\]|\\[pP](?:\{[^}]*\}|.)|\\x(?:\{[^}]*\}|..)|\\.|.", re.DOTALL
)
_QUANTIFIER: Final = re.compile(r"(?:\*|\+|\?|\{(\d+)(,?)(\d*)\})[?+]?")
_OPENING: Final = re.compile(r"\((?:\?(?:P?<\w+>|[imsU-]*:|[imsU-]+(?=\))))?")
_BETWEEN: Final = frozenset({"^", "$", r"\b", r"\B", r"\A", r"\z"})
_SAMPLE: Final = "aZ5_ -.@,\n\u00e9\u1ea1"
_MOST_CHARACTERS: Final = 80
_MANY: Final = 20
"""A bounded repetition beyond this counts as endless."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of the pattern: the places where it can begin and end, and whether it may be left out."""

    first: frozenset[int] = frozenset()
    last: frozenset[int] = frozenset()
    blank: bool = True


def ambiguous_part(pattern: str) -> str:
    """The loop in which the pattern is ambiguous; blank if there is none, or the pattern is too long to tell."""
    try:
        graph = _Graph(pattern)
    except (PatternError, RecursionError):
        return ""
    return graph.doubled or graph.ambiguous()


class _Graph:
    """Which character of the pattern may follow which."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._alphabet = frozenset(pattern + _SAMPLE)
        self._at = 0
        self._texts: list[frozenset[str]] = []
        """For each place, which characters of the alphabet it matches."""
        self._follow: dict[int, set[int]] = defaultdict(set)
        self._loops: list[tuple[str, range]] = []
        self.doubled = ""
        """A loop whose way from one place to another an inner loop has already."""
        self._alternatives()

    def _alternatives(self) -> _Part:
        part = self._sequence()
        while self._next == "|":
            self._at += 1
            other = self._sequence()
            part = _Part(part.first | other.first, part.last | other.last, part.blank or other.blank)
        return part

    def _sequence(self) -> _Part:
        whole = _Part()
        while self._next and self._next not in "|)":
            part = self._repeated()
            self._join(whole.last, part.first)
            first = whole.first | part.first if whole.blank else whole.first
            last = part.last | whole.last if part.blank else part.last
            whole = _Part(first, last, whole.blank and part.blank)
        return whole

    def _repeated(self) -> _Part:
        start, before = self._at, len(self._texts)
        part = self._group() if self._next == "(" else self._character()
        while found := _QUANTIFIER.match(self._pattern, self._at):
            self._at = found.end()
            sign = found[0][0]
            least = int(found[1]) if found[1] else int(sign == "+")
            most = int(found[3] or 0) if found[3] else (None if sign in "*+" or found[2] else least or 1)
            if most is None or most > _MANY:
                loop = self._pattern[start : self._at]
                if self._join(part.last, part.first):
                    self.doubled = self.doubled or loop
                self._loops.append((loop, range(before, len(self._texts))))
            part = _Part(part.first, part.last, part.blank or least == 0)
        return part

    def _group(self) -> _Part:
        opening = _OPENING.match(self._pattern, self._at)
        self._at = opening.end() if opening else self._at + 1
        part = self._alternatives()
        self._at += 1
        return part

    def _character(self) -> _Part:
        found = _ATOM.match(self._pattern, self._at)
        atom = found[0] if found else self._next
        self._at += len(atom)
        if atom in _BETWEEN:
            return _Part()
        if len(self._texts) >= _MOST_CHARACTERS:
            raise PatternError("too long to tell")
        matcher = compiled(atom)
        self._texts.append(frozenset(one for one in self._alphabet if matcher.fullmatch(one)))
        place = frozenset({len(self._texts) - 1})
        return _Part(place, place, blank=False)

    @property
    def _next(self) -> str:
        return self._pattern[self._at : self._at + 1]

    def _join(self, last: frozenset[int], first: frozenset[int]) -> bool:
        """Let the one follow the other; whether it did already."""
        known = any(one in self._follow[place] for place in last for one in first)
        for place in last:
            self._follow[place] |= first
        return known

    def ambiguous(self) -> str:
        """The first loop in which one text can be gone through in two ways."""
        for loop, places in sorted(self._loops, key=lambda one: -len(one[1])):
            if any(self._two_ways_back(place) for place in places):
                return loop
        return ""

    def _two_ways_back(self, place: int) -> bool:
        """Whether two ways over one text lead from a place to itself."""
        before: dict[tuple[int, int], set[tuple[int, int]]] = defaultdict(set)
        waiting, seen = [(place, place)], {(place, place)}
        while waiting:
            pair = waiting.pop()
            for following in self._pairs(pair):
                before[following].add(pair)
                if following not in seen:
                    seen.add(following)
                    waiting.append(following)
        waiting, back = [(place, place)], set[tuple[int, int]]()
        while waiting:
            for pair in before[waiting.pop()] - back:
                back.add(pair)
                waiting.append(pair)
        return any(left != right for left, right in back)

    def _pairs(self, pair: tuple[int, int]) -> Iterator[tuple[int, int]]:
        for left in self._follow[pair[0]]:
            for right in self._follow[pair[1]]:
                if self._texts[left] & self._texts[right]:
                    yield left, right
