"""Several answers in one message: "tổng 412, đăng ký 410, đạt 398", or a section's lines copied and filled in.

Nothing is guessed: a part that does not name exactly one open question, or whose value is doubtful, is left to be
asked. What is understood is only proposed; the person confirms it as a list.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.texts import forms as texts
from forms import answers
from forms.asking import accepted_by, may_stand, previous_value
from forms.instance import Entry, Instance
from forms.labels import short_label
from forms.listing import asked_now
from forms.naming import Names
from forms.prompt import Accepts
from forms.questions import Given, read
from forms.questions._wording import quoted
from forms.state import Said
from forms.together import Left, Together, all_open, open_in_section, take
from forms.values.personal_numbers import find_personal_number

MOST_LETTERS = 2_000
MOST_PARTS = 40
MOST_WORDS = 16
"""Of one part of a message."""
_TYPED = frozenset(
    {Accepts.TEXT, Accepts.NUMBER, Accepts.DATE, Accepts.TIME, Accepts.MOMENT, Accepts.CHOICE, Accepts.CODE}
)
_MARK = re.compile(r"[:=]")
"""What stands between a name and its value."""
_BULLET = re.compile(r"^\s*(?:[•*–-]|\d{1,2}[.)])\s")
_BREAKS = re.compile(r",(?!\d)|(?<=\w)\.\s(?=[^\W\d_])|\sv[àa]\s", re.IGNORECASE)
_RUN = re.compile(r"[^\d]+\d[\d.,]*")
"""Words and the figure behind them, where nothing stands between one such pair and the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What a part of the message says to a question; neither said nor left: a name without a value."""

    entry: Entry
    said: Said | None = None
    left: str | None = None
    """Why the value is left to be asked; blank where it was only doubtful."""


Pieces = list[Part | str]
"""A message in parts; one that is still a string names no question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What would be kept, by key, and the list of it for the person."""

    said: Mapping[str, Said]
    result: Together


def listed(instance: Instance, here: Entry) -> list[str]:
    """The names for a message to copy: of the section's open questions, or of all if it has only one."""
    near = typed(open_in_section(instance, here))
    entries = near if len(near) > 1 else typed(all_open(instance))
    return [short_label(instance.form, entry.question) for entry in entries]


def read_several(instance: Instance, here: Entry | None, text: str) -> Proposal | None:
    """The answers that a message gives; None if it names fewer than two questions, so that it is one answer."""
    if len(text) > MOST_LETTERS or (here is not None and _is_one_answer(instance, here, text)):
        return None
    pieces: Pieces = []
    trial, opened = instance, dict[str, None]()
    while True:
        # An answer may open the question that another part of the message is about.
        opened |= dict.fromkeys(entry.key for entry in typed(all_open(trial)))
        pieces, before = _pieces(trial, opened, here, text), pieces
        named = Counter(piece.entry.key for piece in pieces if isinstance(piece, Part))
        said = {
            piece.entry.key: piece.said
            for piece in pieces
            if isinstance(piece, Part) and piece.said is not None and named[piece.entry.key] == 1
        }
        if _count(pieces) <= _count(before):
            break
        trial = take(instance, said).instance
    return _proposal(instance, pieces, named, said) if len(named) > 1 else None


def _is_one_answer(instance: Instance, here: Entry, text: str) -> bool:
    """Whether the open question takes it all: free text does unless it is a filled-in list of names."""
    if accepted_by(here) is Accepts.TEXT:
        return len(text.strip().splitlines()) < 2
    return isinstance(read(Given(text=text), asked_now(instance, here)), answers.Answer)


def _count(pieces: Pieces) -> int:
    return sum(isinstance(piece, Part) for piece in pieces)


def typed(entries: Sequence[Entry]) -> list[Entry]:
    """Those of the questions that are answered by typing."""
    return [entry for entry in entries if accepted_by(entry) in _TYPED]


def _proposal(instance: Instance, pieces: Pieces, named: Mapping[str, int], said: Mapping[str, Said]) -> Proposal:
    result = take(instance, said).result
    left: dict[str, Left] = {}
    for piece in pieces:
        if isinstance(piece, Part) and piece.entry.key not in said:
            twice = named[piece.entry.key] > 1
            if twice or piece.left is not None:
                label = short_label(instance.form, piece.entry.question)
                left[piece.entry.key] = Left(label=label, why=texts.NAMED_TWICE if twice else piece.left or "")
    unclear = tuple(_shown(piece) for piece in pieces if isinstance(piece, str))
    together = Together(answered=result.answered, left=(*left.values(), *result.left), unclear=unclear)
    return Proposal(said=said, result=together)


def _shown(piece: str) -> str:
    return texts.HIDDEN_PART if find_personal_number(piece) else quoted(piece)


def _pieces(trial: Instance, opened: Iterable[str], here: Entry | None, text: str) -> Pieces:
    """The parts of the message, read against what is open and what the answers so far have opened."""
    names = Names(trial, [trial.entry(key) for key in opened if trial.has(key)], here)
    reader = _Reader(trial, names, labelled_only=here is not None and accepted_by(here) is Accepts.TEXT)
    lines = [line for line in text.splitlines() if line.strip()]
    return [piece for line in lines[:MOST_PARTS] for piece in reader.line(line)]


class _Reader:
    """Reads the parts of a message."""

    def __init__(self, instance: Instance, names: Names, *, labelled_only: bool) -> None:
        self._instance = instance
        self._names = names
        self._labelled_only = labelled_only

    def line(self, line: str) -> Pieces:
        """One line: "name: value" as a whole, or several parts."""
        whole = self._labelled(line)
        if self._labelled_only or (whole is not None and whole.left is None):
            return [whole or line]
        first, *others = line.split(";", MOST_PARTS)
        # A name may have a comma in it, never a semicolon.
        parts = [part for one in (first, *others) for part in self.line(one)] if others else self._split(line)
        return [whole] if whole is not None and _count(parts) < 2 else parts

    def _split(self, line: str) -> Pieces:
        pieces = [piece.strip() for piece in _BREAKS.split(line, maxsplit=MOST_PARTS)]
        return [part for piece in pieces if piece for part in self._piece(piece)]

    def _piece(self, piece: str) -> Pieces:
        part = self._labelled(piece) or self._by_words(piece.split())
        if part is not None and part.left is None:
            return [part]
        runs: Pieces = [self._by_words(run.split()) or run for run in _RUN.findall(piece)]
        return runs if _count(runs) == len(runs) > 1 else [part or piece]

    def _labelled(self, text: str) -> Part | None:
        name, *value = _MARK.split(_BULLET.sub("", text, count=1), maxsplit=1)
        find = self._names.called if self._labelled_only else self._names.meant
        entry = find(name) if value else None
        return self._part(entry, value[0].strip()) if entry is not None else None

    def _by_words(self, words: list[str]) -> Part | None:
        """The longest name at the beginning, else at the end; the rest is the value."""
        if len(words) > MOST_WORDS:
            return None  # free text
        for name, value in _ways(words):
            entry = self._names.meant(" ".join(name))
            if entry is not None:
                return self._part(entry, " ".join(value))
        return None

    def _part(self, entry: Entry, value: str) -> Part:
        if not value:
            return Part(entry=entry)
        match read(Given(text=value), asked_now(self._instance, entry)):
            case answers.Answer(value=answer):
                return Part(entry=entry, said=Said(value=answer))
            case answers.Emptied(empty=empty) if empty in entry.question.empties:
                return Part(entry=entry, said=Said(empty=empty))
            case answers.Unchanged() if may_stand(entry) and (previous := previous_value(self._instance, entry)):
                return Part(entry=entry, said=Said(value=previous))
            case answers.Problem(text=why):
                return Part(entry=entry, left=why)
        return Part(entry=entry, left="")


def _ways(words: list[str]) -> Iterator[tuple[list[str], list[str]]]:
    """All ways to part the words into a name and a value."""
    for length in range(len(words) - 1, 0, -1):
        yield words[:length], words[length:]
    for length in range(len(words) - 1, 0, -1):
        yield words[-length:], words[:-length]
