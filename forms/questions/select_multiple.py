"""Any number of choices of a list."""

from __future__ import annotations

from collections.abc import Collection
from typing import ClassVar

from bot.texts import answers as texts
from forms.answers import Answer, Problem, Reading
from forms.prompt import Accepts
from forms.question import Question
from forms.questions._wording import worded
from forms.questions.base import Asked, Given
from forms.values.choices import Picked, pick_several


class SelectMultiple:
    """Several choices: each press adds or takes away one; typed, they are given together: "1, 3", "nhà ở và vốn".

    | type                    | name    | label                    |
    | select_multiple nhu_cau | nhu_cau | Hộ này cần giúp gì ạ?    |
    """

    type: ClassVar[str] = "select_multiple"
    accepts: ClassVar[Accepts] = Accepts.CHOICE
    is_asked: ClassVar[bool] = True

    def handles(self, question: Question) -> bool:
        """Every select_multiple question."""
        return question.type == self.type

    def parse(self, given: Given, asked: Asked) -> Reading:
        """The values of the choices in the list's order, with spaces between."""
        if given.choice is not None:
            return self._pressed(given.choice, asked)

        def values(picked: Picked) -> str:
            return " ".join(asked.choices[place].value for place in picked)

        found = pick_several(given.text, [choice.label for choice in asked.choices])
        return worded(
            found,
            given.text,
            write=values,
            show=lambda picked: self.show(values(picked), asked),
            count=len(asked.choices),
        )

    def show(self, value: str, asked: Asked) -> str:
        """The labels."""
        labels = {choice.value: choice.label for choice in asked.choices}
        return ", ".join(labels.get(one, one) for one in value.split())

    def _pressed(self, value: str, asked: Asked) -> Reading:
        if all(choice.value != value for choice in asked.choices):
            return Problem(text=texts.NOT_OFFERED)
        value = _in_order(asked, set(asked.present.split()) ^ {value})
        return Answer(value=value, shown=self.show(value, asked))


def _in_order(asked: Asked, values: Collection[str]) -> str:
    return " ".join(choice.value for choice in asked.choices if choice.value in values)
