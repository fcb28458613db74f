"""A text to read, and to say that one has read it and agrees."""

from __future__ import annotations

from typing import ClassVar

from bot.texts import answers as texts
from forms.answers import Answer, Doubt, Problem, Reading
from forms.prompt import Accepts
from forms.question import Question
from forms.questions.base import Asked, Given
from forms.values.findings import Clear, Unread, Why
from forms.values.fold import fold, keys
from forms.values.yes_no import read_yes_no


class Acknowledge:
    """Read and agreed: the button, or đồng ý, đã đọc, rồi. "Dạ" alone is asked about. The value is OK.

    | type        | name    | label                                            | required |
    | acknowledge | cam_ket | Các số trên đây đúng với sổ của khóm.            | yes      |
    """

    type: ClassVar[str] = "acknowledge"
    accepts: ClassVar[Accepts] = Accepts.ACKNOWLEDGE
    is_asked: ClassVar[bool] = True

    value: ClassVar[str] = "OK"
    said: ClassVar[frozenset[str]] = keys(
        "đã đọc, đọc rồi, đã đọc rồi, đã xem, xem rồi, tiếp, tiếp tục, đã hiểu, hiểu rồi, 1"
    )
    """1 is the number of the only button."""

    def handles(self, question: Question) -> bool:
        """Every acknowledge question."""
        return question.type == self.type

    def parse(self, given: Given, asked: Asked) -> Reading:
        """OK, or the text is to be read again."""
        if given.choice is not None or fold(given.text) in self.said:
            return Answer(value=self.value, shown=texts.ACKNOWLEDGED)
        answer = read_yes_no(given.text)
        if answer == Unread(Why.POLITE_ONLY):
            return Doubt(text=texts.ONLY_POLITE, value=self.value, shown=texts.ACKNOWLEDGED)
        if isinstance(answer, Clear) and answer.value:
            return Answer(value=self.value, shown=texts.ACKNOWLEDGED)
        return Problem(text=texts.NEEDS_ACKNOWLEDGING)

    def show(self, value: str, asked: Asked) -> str:
        """That it was read."""
        return texts.ACKNOWLEDGED if value == self.value else value
