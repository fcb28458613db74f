"""A year of birth, the only part of a birthday that is asked for."""

from __future__ import annotations

import re
from typing import ClassVar

from forms.answers import Reading
from forms.prompt import Accepts
from forms.question import Question
from forms.questions._wording import worded
from forms.questions.base import Asked, Given
from forms.values.birth_years import read_birth_year


class BirthYear:
    """An integer question with the appearance "year": 1962 and "sn 62" are read; 62 may be an age and is asked about.

    | type    | name     | label           | appearance | bind::khom:privacy |
    | integer | nam_sinh | Sinh năm nào ạ? | year       | personal           |
    """

    type: ClassVar[str] = "birth_year"
    accepts: ClassVar[Accepts] = Accepts.NUMBER
    is_asked: ClassVar[bool] = True
    appearance: ClassVar[str] = "year"

    def handles(self, question: Question) -> bool:
        """An integer question with the appearance of a year."""
        return question.type == "integer" and self.appearance in question.appearance

    def parse(self, given: Given, asked: Asked) -> Reading:
        """The year, in four digits."""
        digits = "".join(re.findall(r"\d+", given.text))
        return worded(read_birth_year(given.text, asked.today), given.text, write=str, show=str, digits=digits)

    def show(self, value: str, asked: Asked) -> str:
        """1962."""
        return value
