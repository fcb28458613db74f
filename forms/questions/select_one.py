"""One choice of a list."""

from __future__ import annotations

from typing import ClassVar

from bot.texts import answers as texts
from forms.answers import Answer, Narrowed, Problem, Reading
from forms.offered import label_of, place_of
from forms.prompt import Accepts
from forms.question import Question
from forms.questions._long_list import choose_one
from forms.questions._wording import quoted, worded
from forms.questions.base import Asked, Given
from forms.values.choices import pick_one
from forms.values.findings import Found, Unread, Why


class SelectOne:
    """One of the choices, pressed, or typed: its number, its label, the beginning of its label, có or không.

    Of a long list a page is shown; words that are typed look through all of it. The appearances minimal, quick, likert,
    columns and autocomplete say how a screen looks; in a chat a press always goes on.

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
        if asked.page is not None:
            chosen = choose_one(given.text, asked)
            if isinstance(chosen, Narrowed | Problem):
                return chosen
            return self._worded(given, asked, chosen)
        found = pick_one(given.text, [choice.label for choice in asked.choices])
        if found == Unread(Why.SEVERAL_CHOICES):
            return Problem(text=texts.ONE_ONLY.format(typed=quoted(given.text), count=len(asked.choices)))
        return self._worded(given, asked, found)

    def show(self, value: str, asked: Asked) -> str:
        """The label."""
        return label_of(asked.choices, value)

    def _worded(self, given: Given, asked: Asked, found: Found[int]) -> Reading:
        return worded(
            found,
            given.text,
            write=lambda place: asked.choices[place].value,
            show=lambda place: asked.choices[place].label,
            count=len(asked.choices),
        )

    def _pressed(self, value: str, asked: Asked) -> Reading:
        place = place_of(asked.choices, value)
        if place is None:
            return Problem(text=texts.NOT_OFFERED)
        return Answer(value=value, shown=asked.choices[place].label)
