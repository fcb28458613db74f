"""What is unusual about an answer: the form's own check says so, else the unit's history, else its size."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from bot.texts import usual as texts
from forms.alongside import counted_already
from forms.history import figure_of, habit_of, history_of, is_compared
from forms.instance import Entry, Instance
from forms.questions import show
from forms.rendering import render
from forms.showing import asked, shown_answer
from forms.size import size_beyond
from forms.usual import Oddity, oddity
from forms.values.numerals import show_number

TWICE = 2
"""From so many times on people hear it as times, below as a percentage."""
ROUND = Decimal(1)
FINE = Decimal("0.1")
WHOLE_TIMES = 10


class Suspicion(NamedTuple):
    """What was found, as it is noted for the officer, and as the person is asked about it."""

    found: str
    asked: str


def suspicion(instance: Instance, entry: Entry) -> Suspicion | None:
    """What is unusual about the value, if anything is. A form's own words come first.

    "Không phát sinh" is explicit enough and is not questioned.
    """
    if not entry.node.value or instance.empty(entry) is not None:
        return None
    warn = entry.question.warn
    if warn is not None and instance.truth(warn, entry.node):
        own = render(instance, entry.question.warn_message, entry.node)
        found = own or texts.UNUSUAL.format(shown=shown_answer(instance, entry))
        return Suspicion(found, found)
    now = figure_of(entry.node.value)
    counted = counted_already(instance, entry)
    if now is None or not is_compared(instance, entry) or (counted and counted.value == entry.node.value):
        return None  # what another report has said of this moment was asked about there
    found = _against_history(instance, entry, now) or _against_size(instance, entry, now)
    return Suspicion(found, texts.ASKED.format(found=found)) if found else None


def _against_history(instance: Instance, entry: Entry, now: Decimal) -> str:
    habit = habit_of(entry.question)
    if habit is None:
        return ""
    history = history_of(instance, entry.question)
    odd = oddity(now, history.figures, habit)
    if odd is None:
        return ""
    is_last = history.is_last and odd.previous == history.figures[0]
    wording = (texts.SINCE_LAST if is_last else texts.SINCE_KNOWN)[_how(now, odd)]
    return wording.format(
        previous=_shown(instance, entry, odd.previous),
        now=_shown(instance, entry, now),
        times=_times(now, odd.previous),
        percent=_percent(now, odd.previous),
    )


def _against_size(instance: Instance, entry: Entry, now: Decimal) -> str:
    size = size_beyond(instance, entry, now)
    if size is None:
        return ""
    return texts.BEYOND_SIZE.format(now=_shown(instance, entry, now), size=_shown(instance, entry, size))


def _how(now: Decimal, odd: Oddity) -> texts.How:
    if odd.is_swapped:
        return texts.How.SWAPPED
    if not now or not odd.previous:
        return texts.How.FROM_OR_TO_NOUGHT
    if now > odd.previous:
        return texts.How.TIMES_MORE if now >= odd.previous * TWICE else texts.How.MORE
    return texts.How.TIMES_LESS if now * TWICE <= odd.previous else texts.How.LESS


def _times(now: Decimal, before: Decimal) -> str:
    """10; 3,5."""
    if not now or not before:
        return ""
    times = max(now, before) / min(now, before)
    return show_number(times.quantize(ROUND if times >= WHOLE_TIMES else FINE))


def _percent(now: Decimal, before: Decimal) -> str:
    return show_number((abs(now - before) / before * 100).quantize(ROUND)) if before else ""


def _shown(instance: Instance, entry: Entry, figure: Decimal) -> str:
    return show(format(figure, "f"), asked(instance, entry))
