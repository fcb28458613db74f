"""Whether a figure is like those that the unit gave before: the slip of a finger is to be seen, growth is not.

Figures grow by shares and small ones by leaps, so both sides are padded before they are compared: with a padding of
five, 3 and 5 good deeds are 8 and 10, which is nothing, while 412 and 4.120 stay nearly ten times apart.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from statistics import median

MOST = 4
"""How many earlier figures are looked at: a year of quarters. One that was wrong does not stand for the others."""
FEWEST_TO_LEARN = 3
STEPS = 12
"""A stable figure may move so many times as far as it moved from period to period so far."""
LEAST_TIMES = 1.06
"""... and at least by so much: three equal figures do not make a fourth one certain."""
LEAST_STEADY = 100
"""Smaller figures have no steps to learn from: of 20 poor households 3 may go in any quarter."""
FEWEST_DIGITS = 3
"""From which on two digits that changed places are taken for a slip: 12 and 21 are both few."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """How freely a kind of figure moves from period to period."""

    times: float
    """A figure up to so many times an earlier one, or the other way round, is usual."""
    padding: Decimal
    """What is added to both before they are compared."""
    is_steady: bool = False
    """It moves slowly: its own steps say how far."""
    stands: bool = False
    """It stands until something changes: two of its digits in each other's place are no accident."""
    counts_nought: bool = True
    """Whether 0 says how large the figure is; of what only happens now and then it does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Oddity:
    """A figure that is unlike the earlier ones."""

    previous: Decimal
    """The newest of those that it was compared with."""
    is_swapped: bool = False
    """It is the newest one with two digits in each other's place."""


def oddity(now: Decimal, before: Sequence[Decimal], habit: Habit) -> Oddity | None:
    """What is odd about a figure beside the earlier ones, newest first; None if it is usual, or nothing is known.

    It has to be unlike each of the last few, so that neither an old mistake nor a season makes it odd.
    """
    known = [figure for figure in before if figure or habit.counts_nought][:MOST]
    if not known or now in known or now < 0 or (not now and not habit.counts_nought):
        return None
    if habit.stands and is_swapped(now, known[0]):
        return Oddity(previous=known[0], is_swapped=True)
    nearest = min(_apart(now, figure, habit.padding) for figure in known)
    return Oddity(previous=known[0]) if nearest > _allowed(known, habit) else None


def is_swapped(now: Decimal, before: Decimal) -> bool:
    """Whether two neighbouring digits of the earlier figure have changed places: 412 and 421."""
    one, other = str(now), str(before)
    if len(one) != len(other) or len(one) < FEWEST_DIGITS or not (one + other).isdecimal():
        return False
    differing = [place for place, (left, right) in enumerate(zip(one, other, strict=True)) if left != right]
    if len(differing) != 2 or differing[1] - differing[0] != 1:
        return False
    first = differing[0]
    return one[first : first + 2] == other[first : first + 2][::-1]


def _allowed(known: Sequence[Decimal], habit: Habit) -> float:
    """How far apart two figures may be, as a logarithm: as the habit says, less where the figure has been steady."""
    most = math.log(habit.times)
    if not habit.is_steady or len(known) < FEWEST_TO_LEARN or min(known) < LEAST_STEADY:
        return most
    step = median(_apart(one, other, habit.padding) for one, other in pairwise(known))
    return min(most, max(STEPS * step, math.log(LEAST_TIMES)))


def _apart(one: Decimal, other: Decimal, padding: Decimal) -> float:
    return abs(math.log((one + padding) / (other + padding)))
