"""A row of digits that counts nothing: a telephone number, a code."""

from __future__ import annotations

from typing import ClassVar

from bot.texts import answers as texts
from forms.answers import Answer, Doubt, Problem, Reading
from forms.prompt import Accepts
from forms.question import Question
from forms.questions._wording import worded
from forms.questions.base import Asked, Given
from forms.questions.text import PERSONAL_NUMBER, Text
from forms.values.digits import read_digits, show_digits
from forms.values.personal_numbers import find_personal_number


class Digits:
    """A text question with the appearance "numbers": leading zeros stay, +84 becomes 0, spaces and dots go (rule R29).

    | type | name     | label                        | appearance | bind::khom:privacy |
    | text | so_dt    | Số điện thoại liên hệ ạ?     | numbers    | personal           |
    """

    type: ClassVar[str] = "digits"
    accepts: ClassVar[Accepts] = Accepts.NUMBER
    is_asked: ClassVar[bool] = True
    appearance: ClassVar[str] = "numbers"
    example: ClassVar[str] = "0912345678"

    def handles(self, question: Question) -> bool:
        """A text question with the appearance of numbers."""
        return question.type == "text" and self.appearance in question.appearance

    def parse(self, given: Given, asked: Asked) -> Reading:
        """The digits alone."""
        if number := find_personal_number(given.text):
            return Problem(text=PERSONAL_NUMBER[number])
        reading = worded(read_digits(given.text), given.text, write=str, show=show_digits, example=self.example)
        if isinstance(reading, Answer | Doubt) and len(reading.value) > Text.longest:
            return Problem(text=texts.TOO_LONG.format(length=len(reading.value), most=Text.longest))
        return reading

    def show(self, value: str, asked: Asked) -> str:
        """0912 345 678."""
        return show_digits(value)
