"""A count of things: households, people, meetings."""

from __future__ import annotations

from typing import ClassVar

from forms.answers import Reading
from forms.prompt import Accepts
from forms.question import Question
from forms.questions._example import own_count
from forms.questions._wording import with_unit, worded
from forms.questions.base import Asked, Given
from forms.values.counts import MOST, read_count
from forms.values.numerals import show_number


class Integer:
    """A whole number from 0; 12, 12 hộ, 1.234 and mười hai are read, 94% and "khoảng 30" are not.

    | type    | name       | label                           | required | bind::khom:unit |
    | integer | tong_so_ho | Khóm có tất cả bao nhiêu hộ ạ?  | yes      | hộ              |
    """

    type: ClassVar[str] = "integer"
    accepts: ClassVar[Accepts] = Accepts.NUMBER
    is_asked: ClassVar[bool] = True
    example: ClassVar[str] = "12"

    def handles(self, question: Question) -> bool:
        """Every integer question that no special reading has taken."""
        return question.type == self.type

    def parse(self, given: Given, asked: Asked) -> Reading:
        """The number of things."""
        unit = asked.question.unit
        return worded(
            read_count(given.text, unit),
            given.text,
            write=str,
            show=lambda count: with_unit(show_number(count), unit),
            example=with_unit(own_count(asked.question) or self.example, unit),
            unit=unit,
            most=show_number(MOST),
        )

    def show(self, value: str, asked: Asked) -> str:
        """1.234 hộ."""
        number = show_number(int(value)) if value.isdecimal() else value
        return with_unit(number, asked.question.unit)
