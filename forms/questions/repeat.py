"""Whether an open repeat has one more row."""

from __future__ import annotations

from typing import ClassVar

from bot.texts import answers as texts
from forms.answers import Answer, Problem, Reading
from forms.prompt import Accepts
from forms.question import Question
from forms.questions._wording import quoted
from forms.questions.base import Asked, Given
from forms.values.choices import pick_one
from forms.values.findings import Clear
from forms.values.fold import keys
from forms.values.yes_no import read_yes_no

ADD, DONE, DROP = "add", "done", "drop"
"""What the answer can be; `drop2` takes the second row out."""

_MORE = keys("thêm, thêm nữa, còn, còn nữa, thêm một, thêm 1, nữa, tiếp")
_NO_MORE = keys("đủ, đủ rồi, hết, hết rồi, xong, xong rồi, thôi, không thêm, không còn")


class Repeat:
    """Asked after each row: thêm, có, còn nữa go on with another one; đủ rồi, không, hết go on with the form.

    | type         | name       | label         |
    | begin_repeat | thanh_vien | Người trong hộ |
    """

    type: ClassVar[str] = "repeat"
    accepts: ClassVar[Accepts] = Accepts.CHOICE
    is_asked: ClassVar[bool] = True

    def handles(self, question: Question) -> bool:
        """The question that the form reader makes for each repeat without a count."""
        return question.type == self.type

    def parse(self, given: Given, asked: Asked) -> Reading:
        """Add, done, or which row to drop."""
        offered = {choice.value: choice.label for choice in asked.choices}
        said = given.choice if given.choice is not None else _said(given.text, offered)
        if said not in offered:
            return Problem(text=texts.MORE_ROWS_UNREAD.format(typed=quoted(given.text)))
        return Answer(value=said, shown=offered[said])

    def show(self, value: str, asked: Asked) -> str:
        """How many rows there are."""
        return texts.ROWS_SHOWN.format(count=value) if value != "0" else texts.NO_ROWS_SHOWN


def _said(text: str, offered: dict[str, str]) -> str:
    typed = next(iter(keys(text)), "")
    if typed in _MORE:
        return ADD
    if typed in _NO_MORE:
        return DONE
    answer = read_yes_no(text)
    if isinstance(answer, Clear) and not text.strip().isdecimal():
        return ADD if answer.value else DONE
    picked = pick_one(text, list(offered.values()))
    return list(offered)[picked.value] if isinstance(picked, Clear) else ""
