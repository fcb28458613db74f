"""Free text: a name, a description, a difficulty."""

from __future__ import annotations

from typing import ClassVar

from bot.texts import answers as texts
from forms.answers import Answer, Problem, Reading
from forms.prompt import Accepts
from forms.question import Question
from forms.questions.base import Asked, Given
from forms.values.normalize import clean
from forms.values.personal_numbers import PersonalNumber, find_personal_number

PERSONAL_NUMBER = {
    PersonalNumber.IDENTITY: texts.IDENTITY_NUMBER,
    PersonalNumber.ACCOUNT: texts.ACCOUNT_NUMBER,
}


class Text:
    """Text, kept as it was typed, line breaks too; identity and account numbers are refused (rule R29).

    | type | name       | label                                  | constraint              |
    | text | mo_ta_ngan | Xin mô tả ngắn hoàn cảnh của hộ này ạ. | string-length(.) <= 300 |
    """

    type: ClassVar[str] = "text"
    accepts: ClassVar[Accepts] = Accepts.TEXT
    is_asked: ClassVar[bool] = True

    longest: ClassVar[int] = 2000
    """Characters; a page and a half. Zalo's messages end here too."""

    def handles(self, question: Question) -> bool:
        """Every text question."""
        return question.type == self.type

    def parse(self, given: Given, asked: Asked) -> Reading:
        """The text itself."""
        text = clean(given.text)
        if not any(char.isalnum() for char in text):
            return Problem(text=texts.UNREADABLE)
        if len(text) > self.longest:
            return Problem(text=texts.TOO_LONG.format(length=len(text), most=self.longest))
        if number := find_personal_number(text):
            return Problem(text=PERSONAL_NUMBER[number])
        return Answer(value=text, shown=text)

    def show(self, value: str, asked: Asked) -> str:
        """The text itself."""
        return value
