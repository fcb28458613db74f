"""What the unit has said already of the same moment: the quarter that ends a year counts the same day as the year."""

from __future__ import annotations

from typing import NamedTuple

from forms.instance import Entry, Instance
from forms.question import Question, Time

COUNTED_ONCE = frozenset({Time.STOCK, Time.YEAR})
"""As of a day, or once a year, there is one figure, whichever report asks for it; what happened is more in a year."""


class Counted(NamedTuple):
    """A figure of the same moment."""

    value: str
    named: str
    """The period of the report in which it was sent: "quý IV năm 2020"."""


def counted_already(instance: Instance, entry: Entry) -> Counted | None:
    """The figure that another report of this moment has sent under the same name and in the same way."""
    question = entry.question
    if question.time not in COUNTED_ONCE:
        return None
    for report in instance.surroundings.alongside:
        value, other = report.values.get(question.name), report.questions.get(question.name)
        if isinstance(value, str) and value and other is not None and _is_alike(question, other):
            return Counted(value, report.named)
    return None


def _is_alike(question: Question, other: Question) -> bool:
    return (question.type, question.time, question.unit) == (other.type, other.time, other.unit)
