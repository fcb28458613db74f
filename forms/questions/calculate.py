"""A value that the form works out."""

from __future__ import annotations

from typing import ClassVar

from bot.texts import answers as texts
from forms.answers import Problem, Reading
from forms.prompt import Accepts
from forms.question import Question
from forms.questions.base import Asked, Given


class Calculate:
    """Worked out from other answers; nobody is asked.

    | type      | name         | calculation                              |
    | calculate | ty_le_dat    | round(${ho_dat} div ${tong_so_ho} * 100, 2) |
    """

    type: ClassVar[str] = "calculate"
    accepts: ClassVar[Accepts] = Accepts.ACKNOWLEDGE
    is_asked: ClassVar[bool] = False

    def handles(self, question: Question) -> bool:
        """Every calculate row."""
        return question.type == self.type

    def parse(self, given: Given, asked: Asked) -> Reading:
        """Nothing that people give is taken."""
        return Problem(text=texts.UNKNOWN_TYPE)

    def show(self, value: str, asked: Asked) -> str:
        """The value itself."""
        return value
