"""A year."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from forms.answers import Reading
from forms.prompt import Accepts
from forms.question import Question
from forms.questions._wording import worded
from forms.questions.base import Asked, Given
from forms.values.months import read_year


class Year:
    """A date question with the appearance "year": 2020, năm ngoái; the value is the year's first day.

    | type | name     | label                               | appearance |
    | date | nam_xay  | Nhà văn hóa khóm xây năm nào ạ?     | year       |
    """

    type: ClassVar[str] = "year"
    accepts: ClassVar[Accepts] = Accepts.DATE
    is_asked: ClassVar[bool] = True
    appearance: ClassVar[str] = "year"
    example: ClassVar[str] = "2020"

    def handles(self, question: Question) -> bool:
        """A date question with the appearance of a year."""
        return question.type == "date" and self.appearance in question.appearance

    def parse(self, given: Given, asked: Asked) -> Reading:
        """The first day of the year."""
        found = read_year(given.text, asked.today)
        return worded(found, given.text, write=date.isoformat, show=lambda day: str(day.year), example=self.example)

    def show(self, value: str, asked: Asked) -> str:
        """2020."""
        try:
            return str(date.fromisoformat(value[:10]).year)
        except ValueError:
            return value
