"""What values that nobody is asked for have in common."""

from __future__ import annotations

from typing import ClassVar

from bot.texts import answers as texts
from forms.answers import Problem, Reading
from forms.prompt import Accepts
from forms.question import Question
from forms.questions.base import Asked, Given


class Unasked:
    """Stands in the form, and is not a question."""

    type: ClassVar[str]
    accepts: ClassVar[Accepts] = Accepts.ACKNOWLEDGE
    is_asked: ClassVar[bool] = False

    def handles(self, question: Question) -> bool:
        """Every row of the type."""
        return question.type == self.type

    def parse(self, given: Given, asked: Asked) -> Reading:
        """Nothing that people give is taken."""
        return Problem(text=texts.UNKNOWN_TYPE)

    def show(self, value: str, asked: Asked) -> str:
        """The value itself."""
        return value
