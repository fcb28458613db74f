"""An amount of money in đồng."""

from __future__ import annotations

from functools import cache
from typing import ClassVar

from forms.answers import Reading
from forms.prompt import Accepts
from forms.question import Question
from forms.questions._wording import with_unit, worded
from forms.questions.base import Asked, Given
from forms.values.findings import Unread
from forms.values.fold import fold
from forms.values.money import MOST, read_money
from forms.values.numerals import show_number


class Money:
    """An integer question in đồng: 1tr2, 500k and 2 triệu rưỡi are read; a bare 500 is asked about (rule R12).

    | type    | name   | label                                 | bind::khom:unit |
    | integer | kp_xhh | Khóm vận động được bao nhiêu tiền ạ?  | đồng            |
    """

    type: ClassVar[str] = "money"
    accepts: ClassVar[Accepts] = Accepts.NUMBER
    is_asked: ClassVar[bool] = True
    unit: ClassVar[str] = "đồng"
    example: ClassVar[str] = "500k, 1tr2 hoặc 1.200.000"

    def handles(self, question: Question) -> bool:
        """An integer question whose unit is đồng."""
        return question.type == "integer" and _is_dong(question.unit)

    def parse(self, given: Given, asked: Asked) -> Reading:
        """The amount in whole đồng."""
        found = read_money(given.text)
        return worded(
            found,
            given.text,
            write=str,
            show=lambda amount: with_unit(show_number(amount), self.unit),
            example=self.example,
            unit=self.unit,
            most=show_number(MOST),
            digits="" if isinstance(found, Unread) else found.value,
        )

    def show(self, value: str, asked: Asked) -> str:
        """1.200.000 đồng."""
        return with_unit(show_number(int(value)) if value.isdecimal() else value, self.unit)


@cache
def _is_dong(unit: str) -> bool:
    """Asked for every question in every turn, of the few units that forms have."""
    return fold(unit) == fold(Money.unit)
