"""One choice of a list."""

from __future__ import annotations

from typing import ClassVar

from bot.texts import answers as texts
from forms.answers import Answer, Problem, Reading
from forms.prompt import Accepts
from forms.question import Question
from forms.questions._wording import quoted, worded
from forms.questions.base import Asked, Given
from forms.values.choices import pick_one
from forms.values.findings import Unread, Why


class SelectOne:
    """One of the choices, pressed, or typed: its number, its label, the beginning of its label, có or không.

    | type               | name    | label                    |
    | select_one dien_ho | dien_ho | Hộ này thuộc diện nào ạ? |
    """

    type: ClassVar[str] = "select_one"
    accepts: ClassVar[Accepts] = Accepts.CHOICE
    is_asked: ClassVar[bool] = True

    def handles(self, question: Question) -> bool:
        """Every select_one question."""
        return question.type == self.type

    def parse(self, given: Given, asked: Asked) -> Reading:
        """The value of the choice."""
        if given.choice is not None:
            return self._pressed(given.choice, asked)
        found = pick_one(given.text, [choice.label for choice in asked.choices])
        count = len(asked.choices)
        if found == Unread(Why.SEVERAL_CHOICES):
            return Problem(text=texts.ONE_ONLY.format(typed=quoted(given.text), count=count))
        return worded(
            found,
            given.text,
            write=lambda place: asked.choices[place].value,
            show=lambda place: asked.choices[place].label,
            count=count,
        )

    def show(self, value: str, asked: Asked) -> str:
        """The label."""
        return next((choice.label for choice in asked.choices if choice.value == value), value)

    def _pressed(self, value: str, asked: Asked) -> Reading:
        if all(choice.value != value for choice in asked.choices):
            return Problem(text=texts.NOT_OFFERED)
        return Answer(value=value, shown=self.show(value, asked))
