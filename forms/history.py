"""What the unit gave before to a question, and how freely that kind of figure moves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation
from types import MappingProxyType
from typing import Any

from forms.instance import Entry, Instance
from forms.keys import row_of
from forms.prompt import Surroundings
from forms.question import NEVER, Privacy, Question, Time
from forms.questions import type_of
from forms.usual import Habit

PERIOD_KIND = "ky_loai"
"""The given value that says quarter, half or year: what happened in a year is no measure for a quarter."""
FIGURES = frozenset({"integer", "money", "decimal"})
"""The types that count something: a year of birth, a telephone number or a mark between 1 and 5 does not."""
HABITS: Mapping[Time, Habit] = MappingProxyType(
    {
        Time.STOCK: Habit(times=1.2, padding=Decimal(20), is_steady=True, stands=True),
        Time.YEAR: Habit(times=1.5, padding=Decimal(20), stands=True, counts_nought=False),
        Time.FLOW: Habit(times=3, padding=Decimal(5), counts_nought=False),
    }
)
"""A stock is asked about from a fifth on, what happened in the period from three times on (rule R20)."""
MONEY = Habit(times=3, padding=Decimal(200_000), counts_nought=False)
"""Also a fund's balance goes up and down as it likes; 100.000 and 300.000 đồng are both a small sum."""


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """The earlier figures of one question, newest first."""

    figures: tuple[Decimal, ...]
    is_last: bool
    """Whether the newest is that of the last period: in between there may have been a period without it."""


def is_compared(instance: Instance, entry: Entry) -> bool:
    """Whether the answer is a figure that may be told beside others: never what is private, nor in a list's row."""
    question, kind = entry.question, type_of(entry.question)
    return (
        kind is not None
        and kind.type in FIGURES
        and question.privacy is Privacy.PUBLIC
        and question.usual != NEVER
        and instance.empty(entry) is None
        and not row_of(entry.key)
    )


def habit_of(question: Question) -> Habit | None:
    """How freely its figure moves; None where the form says neither what time it is of nor what is usual."""
    kind = type_of(question)
    habit = HABITS.get(question.time) if question.time else None
    if kind is not None and kind.type == "money" and (habit or question.usual):
        habit = MONEY
    if question.usual is None:
        return habit
    return replace(habit or HABITS[Time.FLOW], times=float(question.usual), is_steady=False)


def history_of(instance: Instance, question: Question) -> History:
    """What the unit sent before; of what happens in a period only that of periods as long as this one."""
    sent = list(_sent(instance.surroundings, question))
    found = [figure_of(values.get(question.name)) for values in sent]
    figures = tuple(figure for figure in found if figure is not None)
    newest = next(_sent_at_all(instance.surroundings), None)
    return History(figures=figures, is_last=bool(sent) and sent[0] is newest and found[0] is not None)


def figure_of(value: Any) -> Decimal | None:
    """A stored answer as a figure, if it is one from 0 on."""
    try:
        figure = Decimal(value) if isinstance(value, str) else None
    except InvalidOperation:
        return None
    return figure if figure is not None and figure.is_finite() and figure >= 0 else None


def _sent(around: Surroundings, question: Question) -> Iterator[Mapping[str, Any]]:
    kind = around.given.get(PERIOD_KIND, "")
    for values in _sent_at_all(around):
        if question.time is not Time.FLOW or values.get(PERIOD_KIND, "") == kind:
            yield values


def _sent_at_all(around: Surroundings) -> Iterator[Mapping[str, Any]]:
    if around.last_saved:
        yield around.last_saved
    yield from around.earlier
