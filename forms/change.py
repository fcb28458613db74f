"""How a figure differs from the last period's, or from another report's of the same moment, so that a slip shows."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from forms.asking import may_stand, previous_of, previous_value
from forms.instance import Entry, Instance
from forms.prompt import Change
from forms.question import Privacy
from forms.questions import type_of
from forms.values.numerals import show_number

FIGURES = frozenset({"integer", "money", "decimal", "range"})
"""The types whose answers can be more or less than before: a year or a telephone number cannot."""


def change_of(instance: Instance, entry: Entry) -> Change | None:
    """The change since what was sent last; None where there is none, or nothing to compare with."""
    kind = type_of(entry.question)
    if kind is None or kind.type not in FIGURES or not may_stand(entry) or entry.question.privacy is not Privacy.PUBLIC:
        return None
    before = _figure(previous_value(instance, entry))
    now = None if instance.empty(entry) else _figure(entry.node.value)
    if not before or now is None or before < 0 or now == before:
        return None  # from 0 nothing rises by a percentage
    return Change(previous=show_number(before), percent=(now - before) / before * 100, of=previous_of(instance, entry))


def _figure(value: str) -> Decimal | None:
    try:
        figure = Decimal(value)
    except InvalidOperation:
        return None
    return figure if figure.is_finite() else None
