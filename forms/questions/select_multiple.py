"""Any number of choices of a list."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import ClassVar

from bot.texts import answers as texts
from forms.answers import Answer, Narrowed, Problem, Reading
from forms.offered import label_of, place_of, values_of
from forms.prompt import Accepts
from forms.question import Question
from forms.questions._long_list import choose_several
from forms.questions._wording import worded
from forms.questions.base import Asked, Given
from forms.values.choices import pick_several


class SelectMultiple:
    """Several choices: each press adds or takes away one; typed, they are given together: "1, 3", "nhà ở và vốn".

    Of a long list a page is shown; what is typed then is added to what was chosen before.

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
        if asked.page is not None:
            return self._typed_for_a_long_list(given, asked)
        found = pick_several(given.text, [choice.label for choice in asked.choices])
        return worded(
            found,
            given.text,
            write=lambda picked: _values(picked, asked),
            show=lambda picked: self.show(_values(picked, asked), asked),
            count=len(asked.choices),
        )

    def show(self, value: str, asked: Asked) -> str:
        """The labels."""
        return ", ".join(label_of(asked.choices, one) for one in value.split())

    def _typed_for_a_long_list(self, given: Given, asked: Asked) -> Reading:
        found = choose_several(given.text, asked)
        if isinstance(found, Narrowed | Problem):
            return found
        value = _in_order(asked, {*asked.present.split(), *_values(found, asked).split()})
        return Answer(value=value, shown=self.show(value, asked), more=True)

    def _pressed(self, value: str, asked: Asked) -> Reading:
        if place_of(asked.choices, value) is None:
            return Problem(text=texts.NOT_OFFERED)
        value = _in_order(asked, set(asked.present.split()) ^ {value})
        return Answer(value=value, shown=self.show(value, asked), more=True)


def _values(places: Iterable[int], asked: Asked) -> str:
    return " ".join(asked.choices[place].value for place in places)


def _in_order(asked: Asked, values: Collection[str]) -> str:
    return " ".join(value for value in values_of(asked.choices) if value in values)
