"""A text to read; there is nothing to answer."""

from __future__ import annotations

from typing import ClassVar

from forms.answers import Answer, Reading
from forms.prompt import Accepts
from forms.question import Question
from forms.questions.base import Asked, Given


class Note:
    """Shown, then passed: whatever is typed goes on to the next question. It has no value.

    | type | name    | label                                                |
    | note | loi_dan | Các câu sau hỏi về năm nay, tính đến hết tháng 12 ạ. |
    """

    type: ClassVar[str] = "note"
    accepts: ClassVar[Accepts] = Accepts.ACKNOWLEDGE
    is_asked: ClassVar[bool] = True

    def handles(self, question: Question) -> bool:
        """Every note."""
        return question.type == self.type

    def parse(self, given: Given, asked: Asked) -> Reading:
        """Blank."""
        return Answer(value="", shown="")

    def show(self, value: str, asked: Asked) -> str:
        """What a calculation has put there, if anything."""
        return value
