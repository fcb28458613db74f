"""All choices of a list, put into an order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from bot.texts import answers as texts
from forms.answers import Answer, Doubt, Problem, Reading
from forms.offered import label_of, place_of, values_of
from forms.prompt import Accepts
from forms.question import Question
from forms.questions._wording import problem, quoted
from forms.questions.base import Asked, Given
from forms.values.choices import pick_in_order
from forms.values.findings import Unclear, Unread


class Rank:
    """The choices from first to last: pressed one after another, or typed, "3,1,2". The last one follows by itself.

    A second press takes a choice out again. The value is all values in that order, with spaces between.

    | type         | name    | label                                     |
    | rank uu_tien | uu_tien | Việc nào cần làm trước, việc nào sau ạ?   |
    """

    type: ClassVar[str] = "rank"
    accepts: ClassVar[Accepts] = Accepts.CHOICE
    is_asked: ClassVar[bool] = True

    def handles(self, question: Question) -> bool:
        """Every rank question."""
        return question.type == self.type

    def parse(self, given: Given, asked: Asked) -> Reading:
        """What is ranked so far; complete once one choice is left."""
        if given.choice is not None:
            return self._pressed(given.choice, asked)
        found = pick_in_order(given.text, [choice.label for choice in asked.choices])
        if isinstance(found, Unread):
            return problem(found.why, given.text, count=len(asked.choices))
        if len(set(found.value)) < len(found.value):
            return Problem(text=texts.RANKED_TWICE.format(typed=quoted(given.text), example=example(asked)))
        values = [asked.choices[place].value for place in found.value]
        if isinstance(found, Unclear) and len(values) == len(asked.choices):
            shown = self.show(" ".join(values), asked)
            text = texts.DOUBTS[found.why].format(typed=quoted(given.text), shown=shown)
            return Doubt(text=text, value=" ".join(values), shown=shown)
        return self._answer(self._after(values, asked), asked)

    def show(self, value: str, asked: Asked) -> str:
        """1. Làm đường, 2. Kéo điện."""
        ranked = enumerate(value.split(), start=1)
        return ", ".join(
            texts.RANK_PLACE.format(place=place, label=label_of(asked.choices, one)) for place, one in ranked
        )

    def _pressed(self, value: str, asked: Asked) -> Reading:
        if place_of(asked.choices, value) is None:
            return Problem(text=texts.NOT_OFFERED)
        ranked = asked.present.split()
        if value in ranked:
            return self._answer([other for other in ranked if other != value], asked)
        return self._answer([*ranked, value], asked)

    def _after(self, values: Sequence[str], asked: Asked) -> list[str]:
        """A whole order stands for itself; a part of one goes on from what is ranked."""
        if len(values) >= len(asked.choices) - 1:
            return list(values)
        return [*(one for one in asked.present.split() if one not in values), *values]

    def _answer(self, ranked: Sequence[str], asked: Asked) -> Answer:
        left = [value for value in values_of(asked.choices) if value not in ranked]
        if len(left) == 1 and ranked:
            ranked, left = [*ranked, *left], []
        value = " ".join(ranked)
        return Answer(value=value, shown=self.show(value, asked), more=bool(left))


def unfinished(value: str, asked: Asked) -> str:
    """What is said while some choices have no place yet; blank if all have one."""
    left = len(asked.choices) - len(value.split())
    return texts.RANK_UNFINISHED.format(left=left, example=example(asked)) if left > 0 else ""


def example(asked: Asked) -> str:
    """A whole order, as it may be typed: "1, 2, 3"."""
    return ", ".join(str(place) for place in range(1, len(asked.choices) + 1))
