"""A value that the form carries or the product supplies."""

from __future__ import annotations

from typing import ClassVar

from bot.texts import answers as texts
from forms.answers import Problem, Reading
from forms.prompt import Accepts
from forms.question import Question
from forms.questions.base import Asked, Given


class Hidden:
    """Carried by the form or supplied by the product (the khóm, the period's kind); nobody is asked.

    | type   | name    | bind::khom:given |
    | hidden | loai_ky | yes              |
    """

    type: ClassVar[str] = "hidden"
    accepts: ClassVar[Accepts] = Accepts.ACKNOWLEDGE
    is_asked: ClassVar[bool] = False

    def handles(self, question: Question) -> bool:
        """Every hidden row."""
        return question.type == self.type

    def parse(self, given: Given, asked: Asked) -> Reading:
        """Nothing that people give is taken."""
        return Problem(text=texts.UNKNOWN_TYPE)

    def show(self, value: str, asked: Asked) -> str:
        """The value itself."""
        return value
