"""Which of the offered choices is meant: by its number, its label, the beginning of its label, or a word of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from forms.values.findings import Clear, Found, Unclear, Unread, Why
from forms.values.fold import fold_known, fold_typed
from forms.values.normalize import tidy
from forms.values.yes_no import read_yes_no

Picked = tuple[int, ...]
"""Places in the list, from 0, in the list's order."""

_NUMBER = re.compile(r"(?:so|cau|i|muc|chon|phan|dap an)? ?(\d{1,3})")
_ALL = frozenset({"tat ca", "het", "het tat ca", "tat", "chon het", "chon tat ca", "ca", "ca hai", "deu co"})
_SEPARATORS = re.compile(r"[,;+&\n/>]|\s+và\s+|\s+va\s+|\s+với\s+|\s+voi\s+", re.IGNORECASE)
_NEGATIONS = frozenset({"khong", "ko", "k", "chua", "hong", "khg"})
_COURTESY = re.compile(r"^(?:(?:da|thua|vang|toi chon|em chon|chon|la) )+(?=\S)|(?: (?:a|nha|nhe|nghe|em))+$")
_ALIKE = 0.8
"""How much of a mistyped label has to agree; below it, other labels come near."""
_SHORTEST_PART = 3


def pick_one(text: str, labels: Sequence[str]) -> Found[int]:
    """The one choice that is meant."""
    found = _pick(text, [fold_known(label) for label in labels])
    if isinstance(found, Clear):
        return found
    meant = _by_yes_or_no(text, labels)
    if isinstance(meant, Clear):
        return meant
    several = pick_several(text, labels)
    if not isinstance(several, Unread) and len(several.value) > 1:
        return Unread(Why.SEVERAL_CHOICES)
    return meant if meant == Unread(Why.POLITE_ONLY) else found


def pick_several(text: str, labels: Sequence[str]) -> Found[Picked]:
    """All the choices that are meant, in the list's order: "1, 3", "1 3", "nhà ở và học bổng"."""
    keys = [fold_known(label) for label in labels]
    whole = _pick(text, keys)
    if isinstance(whole, Clear):
        return Clear((whole.value,))
    if bare(text) in _ALL:
        return Unclear(tuple(range(len(labels))), Why.NEAR_CHOICE)
    parts = parts_of(text)
    if len(parts) < 2:
        return whole if isinstance(whole, Unread) else Unclear((whole.value,), whole.why)
    return _together([_pick(part, keys) for part in parts])


def pick_in_order(text: str, labels: Sequence[str]) -> Found[Picked]:
    """The choices that are meant, in the order in which they are named: "3, 1, 2", "3 1 2", "312", "đường, điện"."""
    keys = [fold_known(label) for label in labels]
    whole = _pick(text, keys)
    if isinstance(whole, Clear):
        return Clear((whole.value,))
    run = tidy(text)
    # A run of digits is an order only where it names every line once.
    parts = list(run) if sorted(run) == [str(place) for place in range(1, len(keys) + 1)] else parts_of(text)
    if len(parts) < 2:
        return whole if isinstance(whole, Unread) else Unclear((whole.value,), whole.why)
    found = [_pick(part, keys) for part in parts]
    together = _together(found)
    if isinstance(together, Unread):
        return together
    places = tuple(one.value for one in found if not isinstance(one, Unread))
    return Clear(places) if isinstance(together, Clear) else Unclear(places, together.why)


def search(said: str, keys: Sequence[str]) -> list[int]:
    """The places of the labels that have every folded word, or the beginning of one; those that begin so come first."""
    if not said:
        return []
    places: Sequence[int] = range(len(keys))
    for word in said.split():
        inside = f" {word}"
        # Written out, for there may be 10,000 labels.
        places = [place for place in places if inside in keys[place] or keys[place].startswith(word)]
    return sorted(places, key=lambda place: not keys[place].startswith(said))


def parts_of(text: str) -> Sequence[str]:
    """What stands between commas, "và", or spaces between numbers."""
    tidied = tidy(text)
    if re.fullmatch(r"\d{1,3}(?:[ .]+\d{1,3})+", tidied):
        return re.split(r"[ .]+", tidied)
    return [part.strip() for part in _SEPARATORS.split(tidied) if part.strip()]


def _together(found: Sequence[Found[int]]) -> Found[Picked]:
    for one in found:
        if isinstance(one, Unread):
            return one
    sure = [one for one in found if not isinstance(one, Unread)]
    places = tuple(sorted({one.value for one in sure}))
    doubt = next((one.why for one in sure if isinstance(one, Unclear)), None)
    return Unclear(places, doubt) if doubt else Clear(places)


def _pick(text: str, keys: Sequence[str]) -> Found[int]:
    said = bare(text)
    if not said:
        return Unread(Why.NO_CHOICE)
    exact = [place for place, key in enumerate(keys) if key == said]
    if number := _NUMBER.fullmatch(said):
        return _by_number(int(number[1]), exact, len(keys))
    if len(exact) == 1:
        return Clear(exact[0])
    return _by_words(said, keys)


def bare(text: str) -> str:
    """Folded as it is matched with labels, without courtesy around it."""
    return _COURTESY.sub("", fold_typed(text)).strip()


def _by_number(number: int, exact: Sequence[int], count: int) -> Found[int]:
    if exact and exact != [number - 1]:
        # A label that is itself a number, at another place: "3" may be the third or the one that says 3.
        return Unclear(exact[0], Why.NEAR_CHOICE)
    return Clear(number - 1) if 1 <= number <= count else Unread(Why.NO_SUCH_NUMBER)


def _by_words(said: str, keys: Sequence[str]) -> Found[int]:
    if len(said) >= _SHORTEST_PART:
        begins = [place for place, key in enumerate(keys) if key.startswith(said)]
        if len(begins) == 1:
            return Clear(begins[0])
        if len(begins) > 1:
            return Unread(Why.SEVERAL_CHOICES)
    for matches in (_has_words, _is_within, _is_alike):
        places = [place for place, key in enumerate(keys) if matches(said, key)]
        if len(places) == 1:
            return Unclear(places[0], Why.NEAR_CHOICE)
        if places:
            return Unread(Why.SEVERAL_CHOICES)
    return Unread(Why.NO_CHOICE)


def _has_words(said: str, key: str) -> bool:
    """Every typed word stands in the label: "dột" in "Nhà dột nát"."""
    return len(said) >= _SHORTEST_PART and set(said.split()) <= set(key.split())


def _is_within(said: str, key: str) -> bool:
    """The label stands in what was typed ("gấp lắm"), and nothing there denies it."""
    return f" {key} " in f" {said} " and not _NEGATIONS & (set(said.split()) - set(key.split()))


def _is_alike(said: str, key: str) -> bool:
    same_denial = _NEGATIONS & set(said.split()) == _NEGATIONS & set(key.split())
    return same_denial and SequenceMatcher(None, said, key).ratio() >= _ALIKE


def _by_yes_or_no(text: str, labels: Sequence[str]) -> Found[int]:
    """ "Vâng" chooses "Có" and "ko" chooses "Không", where one choice says yes and another no."""
    answer = read_yes_no(text)
    if isinstance(answer, Unread):
        return answer
    meanings = [_meaning(label) for label in labels]
    places = [place for place, meaning in enumerate(meanings) if meaning is answer.value]
    if True not in meanings or False not in meanings or len(places) != 1:
        return Unread(Why.NO_CHOICE)
    return Clear(places[0])


def _meaning(label: str) -> bool | None:
    """Whether a label as a whole, or its first words ("Có, hộ đã đồng ý"), says yes or no."""
    for part in (label, re.split(r"[,.;:(–-]", label)[0]):
        answer = read_yes_no(part)
        if isinstance(answer, Clear):
            return answer.value
    first = fold_known(label).split()[:1]
    if first in (["co"], ["da"]):
        return True
    return False if first in (["khong"], ["chua"]) else None
