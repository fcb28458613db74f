"""A number between two bounds, in steps."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import ClassVar

from forms.answers import Problem, Reading
from forms.prompt import Accepts, PromptChoice
from forms.question import Question
from forms.questions._wording import problem, with_unit, worded
from forms.questions.base import Asked, Given
from forms.values.counts import read_count
from forms.values.decimals import read_decimal
from forms.values.findings import Clear, Found, Unclear, Unread, Why
from forms.values.normalize import tidy
from forms.values.numerals import show_number

FEW = 11
"""Steps that fit on buttons: 0 to 10."""
_SIGNED = re.compile(r"-\s?(\d+(?:[.,]\d+)?)")


@dataclass(frozen=True, slots=True)
class Steps:
    """From `first` to `last`, each `step` from the next; `first` may be the greater one."""

    first: Decimal
    last: Decimal
    step: Decimal

    @property
    def count(self) -> int:
        """How many numbers there are."""
        return int(abs(self.last - self.first) // self.step) + 1

    def number(self, place: int) -> Decimal:
        """The number at a place, from 0."""
        return self.first + self.step * place * (1 if self.first <= self.last else -1)

    def nearest(self, number: Decimal) -> Decimal:
        """The number of the range that is nearest."""
        place = round(abs(number - self.first) / self.step)
        return self.number(min(max(place, 0), self.count - 1))

    def spans(self, number: Decimal) -> bool:
        """Whether it is within the bounds."""
        return min(self.first, self.last) <= number <= max(self.first, self.last)


class Range:
    """Start, end and step come from the parameters; few steps are buttons, and any number of them may be typed.

    | type  | name | label                             | parameters           |
    | range | diem | Khóm tự chấm mấy điểm ạ?          | start=0 end=10 step=1 |
    """

    type: ClassVar[str] = "range"
    accepts: ClassVar[Accepts] = Accepts.NUMBER
    is_asked: ClassVar[bool] = True

    def handles(self, question: Question) -> bool:
        """Every range question whose parameters are numbers; pyxform lets no others pass, other tools may."""
        return question.type == self.type and _are_numbers(question)

    def parse(self, given: Given, asked: Asked) -> Reading:
        """The number, if it is one of the range."""
        steps = steps_of(asked.question)
        if given.choice is not None:
            return self._pressed(given.choice, asked)
        found = _read(given.text, asked.question)
        if isinstance(found, Unread):
            return self._problem(found.why, given.text, steps, asked)
        if not steps.spans(found.value):
            return self._problem(Why.NOT_IN_RANGE, given.text, steps, asked, found.value)
        if steps.nearest(found.value) != found.value:
            return self._problem(Why.OFF_STEP, given.text, steps, asked, found.value)
        return worded(
            found,
            given.text,
            write=_written,
            show=lambda number: with_unit(signed(number), asked.question.unit),
            unit=asked.question.unit,
        )

    def show(self, value: str, asked: Asked) -> str:
        """8 điểm."""
        try:
            return with_unit(signed(Decimal(value)), asked.question.unit)
        except InvalidOperation:
            return value

    def _pressed(self, value: str, asked: Asked) -> Reading:
        return self.parse(Given(text=self.show(value, asked)), asked)

    def _problem(self, why: Why, typed: str, steps: Steps, asked: Asked, read: Decimal = Decimal(0)) -> Problem:
        return problem(
            why,
            typed,
            read=signed(read),
            least=signed(min(steps.first, steps.last)),
            most=signed(max(steps.first, steps.last)),
            step=signed(steps.step),
            near=signed(steps.nearest(read)),
            example=with_unit(signed(steps.number(steps.count // 2)), asked.question.unit),
            unit=asked.question.unit,
        )


def few_steps(question: Question) -> tuple[PromptChoice, ...]:
    """The numbers as choices, if they are few."""
    steps = steps_of(question)
    if steps.count > FEW:
        return ()
    numbers = map(steps.number, range(steps.count))
    return tuple(PromptChoice(value=_written(number), label=signed(number)) for number in numbers)


def steps_of(question: Question) -> Steps:
    """What the parameters say; pyxform has made sure that they are numbers, 1 to 10 where there are none."""
    parameters = question.parameters
    return _steps(parameters.get("start", "1"), parameters.get("end", "10"), parameters.get("step", "1"))


def _are_numbers(question: Question) -> bool:
    try:
        return steps_of(question).count > 0
    except ArithmeticError:
        return False


@cache
def _steps(start: str, end: str, step: str) -> Steps:
    return Steps(Decimal(start), Decimal(end), abs(Decimal(step)) or Decimal(1))


def signed(number: Decimal) -> str:
    """As Vietnamese print it, also below zero: -1,5."""
    return f"-{show_number(-number)}" if number < 0 else show_number(number)


def _read(text: str, question: Question) -> Found[Decimal]:
    if below_zero := _SIGNED.fullmatch(tidy(text).removesuffix(question.unit).strip()):
        return Clear(-Decimal(below_zero[1].replace(",", ".")))
    if question.data_type != "int":
        return read_decimal(text, question.unit)
    count = read_count(text, question.unit)
    match count:
        case Clear(value=number):
            return Clear(Decimal(number))
        case Unclear(value=number, why=why):
            return Unclear(Decimal(number), why)
    return count


def _written(number: Decimal) -> str:
    return f"{number.normalize() + 0:f}"
