"""A month with its year."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from forms.answers import Reading
from forms.prompt import Accepts
from forms.question import Question
from forms.questions._wording import worded
from forms.questions.base import Asked, Given
from forms.values.months import read_month, show_month


class Month:
    """A date question with the appearance "month-year": 6/2020, tháng 6; the value is the month's first day.

    | type | name     | label                           | appearance |
    | date | ra_quan  | Khóm ra quân vào tháng nào ạ?   | month-year |
    """

    type: ClassVar[str] = "month"
    accepts: ClassVar[Accepts] = Accepts.DATE
    is_asked: ClassVar[bool] = True
    appearance: ClassVar[str] = "month-year"
    example: ClassVar[str] = "6/2020"

    def handles(self, question: Question) -> bool:
        """A date question with the appearance of a month."""
        return question.type == "date" and self.appearance in question.appearance

    def parse(self, given: Given, asked: Asked) -> Reading:
        """The first day of the month."""
        found = read_month(given.text, asked.today)
        return worded(found, given.text, write=date.isoformat, show=show_month, example=self.example)

    def show(self, value: str, asked: Asked) -> str:
        """tháng 6 năm 2020."""
        try:
            return show_month(date.fromisoformat(value[:10]))
        except ValueError:
            return value
