"""A number that may have decimals: a score, a length."""

from __future__ import annotations

from decimal import Decimal as Number
from decimal import InvalidOperation
from typing import ClassVar

from forms.answers import Reading
from forms.prompt import Accepts
from forms.question import Question
from forms.questions._wording import with_unit, worded
from forms.questions.base import Asked, Given
from forms.values.decimals import MOST, read_decimal
from forms.values.numerals import show_number


class Decimal:
    """A number with a comma or a dot before its decimals; 1.234 may be thousands and is asked about.

    | type    | name | label                          | bind::khom:unit |
    | decimal | diem | Khóm tự chấm bao nhiêu điểm ạ? | điểm            |
    """

    type: ClassVar[str] = "decimal"
    accepts: ClassVar[Accepts] = Accepts.NUMBER
    is_asked: ClassVar[bool] = True
    example: ClassVar[str] = "8,5"

    def handles(self, question: Question) -> bool:
        """Every decimal question."""
        return question.type == self.type

    def parse(self, given: Given, asked: Asked) -> Reading:
        """The number, written with a dot as XForms has it."""
        unit = asked.question.unit
        return worded(
            read_decimal(given.text, unit),
            given.text,
            write=lambda number: f"{number:f}",
            show=lambda number: with_unit(show_number(number), unit),
            example=with_unit(self.example, unit),
            unit=unit,
            most=show_number(MOST),
        )

    def show(self, value: str, asked: Asked) -> str:
        """8,5 điểm."""
        try:
            return with_unit(show_number(Number(value)), asked.question.unit)
        except (InvalidOperation, ValueError):
            return value
