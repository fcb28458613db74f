"""How a figure stands beside the last period's in a list of answers: short, for many of them share a small screen."""

from __future__ import annotations

from decimal import Decimal

from bot.texts import changes as say
from forms.prompt import Change
from forms.values.numerals import show_number

ROUND, FINE = Decimal(1), Decimal("0.1")
TIMES = 200
"""Of the percentage from which on it is said in times."""


def beside_the_last(shown: str, change: Change) -> str:
    """412 hộ (kỳ trước 400, +3 %)."""
    percent = change.percent
    if change.of:
        return say.DIFFERS.format(shown=shown, period=change.of, previous=change.previous)
    if percent >= TIMES:
        times = 1 + percent / 100
        rounded = times.quantize(ROUND if times >= 10 else FINE)
        return say.TIMES.format(shown=shown, previous=change.previous, times=show_number(rounded))
    size = abs(percent).quantize(ROUND if abs(percent) >= 1 else FINE)
    if not size:
        return say.LITTLE.format(shown=shown, previous=change.previous)
    wording = say.ROSE if percent > 0 else say.FELL
    return wording.format(shown=shown, previous=change.previous, percent=show_number(size))
