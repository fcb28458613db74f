"""The slips that people make when they type a figure; each gives what is typed instead, or None where it cannot be."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from random import Random

Slip = Callable[[int, int, Random], int | None]
"""From the true figure, and that of the question before."""


def a_nought_too_many(true: int, _: int, __: Random) -> int | None:
    """4120 for 412."""
    return true * 10 or None


def a_digit_too_few(true: int, _: int, random: Random) -> int | None:
    """42 for 412."""
    digits = str(true)
    place = random.randrange(len(digits))
    return int(digits[:place] + digits[place + 1 :]) if len(digits) > 1 else None


def a_digit_twice(true: int, _: int, random: Random) -> int | None:
    """4412 for 412."""
    digits = str(true)
    place = random.randrange(len(digits))
    return int(digits[:place] + digits[place] + digits[place:]) if true else None


def two_swapped(true: int, _: int, random: Random) -> int | None:
    """421 for 412."""
    digits = str(true)
    places = [place for place in range(len(digits) - 1) if digits[place] != digits[place + 1]]
    if not places:
        return None
    place = random.choice(places)
    return int(digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :])


def the_question_before(_: int, before: int, __: Random) -> int | None:
    """412 again, where the people are asked for."""
    return before or None


def thousands_for_millions(true: int, _: int, __: Random) -> int | None:
    """2 ngàn for 2 triệu; only money is said so."""
    return true // 1_000 if true >= 1_000_000 else None


SLIPS: Mapping[str, Slip] = {
    slip.__name__: slip
    for slip in (
        a_nought_too_many,
        a_digit_too_few,
        a_digit_twice,
        two_swapped,
        the_question_before,
        thousands_for_millions,
    )
}
