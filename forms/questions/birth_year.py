"""A year of birth, the only part of a birthday that is asked for."""

from __future__ import annotations

from typing import ClassVar

from forms.answers import Reading
from forms.prompt import Accepts
from forms.question import Question
from forms.questions._wording import worded
from forms.questions.base import Asked, Given
from forms.values.birth_years import read_birth_year
from forms.values.fold import fold


class BirthYear:
    """An integer question whose unit is "năm sinh": 1962 and "sn 62" are read; 62 may be an age and is asked about.

    | type    | name     | label              | bind::khom:unit | bind::khom:privacy |
    | integer | nam_sinh | Sinh năm nào ạ?    | năm sinh        | personal           |
    """

    type: ClassVar[str] = "birth_year"
    accepts: ClassVar[Accepts] = Accepts.NUMBER
    is_asked: ClassVar[bool] = True
    unit: ClassVar[str] = "năm sinh"

    def handles(self, question: Question) -> bool:
        """An integer question whose unit is "năm sinh"."""
        return question.type == "integer" and fold(question.unit) == fold(self.unit)

    def parse(self, given: Given, asked: Asked) -> Reading:
        """The year, in four digits."""
        return worded(read_birth_year(given.text, asked.today), given.text, write=str, show=str)

    def show(self, value: str, asked: Asked) -> str:
        """1962."""
        return value
