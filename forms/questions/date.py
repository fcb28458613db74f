"""A day."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from forms.answers import Reading
from forms.prompt import Accepts
from forms.question import Question
from forms.questions._wording import worded
from forms.questions.base import Asked, Given
from forms.values.dates import read_date, show_date


class Date:
    """A solar date, day before month: 1/6, 1-6-20, ngày 1 tháng 6, hôm qua; a lunar one is asked for anew.

    | type | name      | label                         | constraint   |
    | date | ngay_hop  | Khóm họp bình xét ngày nào ạ? | . <= today() |
    """

    type: ClassVar[str] = "date"
    accepts: ClassVar[Accepts] = Accepts.DATE
    is_asked: ClassVar[bool] = True

    def handles(self, question: Question) -> bool:
        """Every date question."""
        return question.type == self.type

    def parse(self, given: Given, asked: Asked) -> Reading:
        """The day, as ISO writes it."""
        found = read_date(given.text, asked.today)
        return worded(found, given.text, write=date.isoformat, show=show_date, example=show_date(asked.today))

    def show(self, value: str, asked: Asked) -> str:
        """01/06/2020."""
        try:
            return show_date(date.fromisoformat(value[:10]))
        except ValueError:
            return value
