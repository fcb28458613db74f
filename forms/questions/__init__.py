"""Question types, one file each; `TYPES` lists them, and `read` and `show` are what the form engine calls."""

from __future__ import annotations

from bot.texts import answers as texts
from forms.answers import Problem, Reading
from forms.question import Question
from forms.questions._any_type import blank, refusal
from forms.questions.acknowledge import Acknowledge
from forms.questions.base import Asked, Given, QuestionType
from forms.questions.birth_year import BirthYear
from forms.questions.calculate import Calculate
from forms.questions.date import Date
from forms.questions.decimal import Decimal
from forms.questions.hidden import Hidden
from forms.questions.image import Image
from forms.questions.integer import Integer
from forms.questions.money import Money
from forms.questions.note import Note
from forms.questions.repeat import Repeat
from forms.questions.select_multiple import SelectMultiple
from forms.questions.select_one import SelectOne
from forms.questions.text import Text

TYPES: tuple[QuestionType, ...] = (
    Text(),
    Money(),
    BirthYear(),
    Integer(),
    Decimal(),
    Date(),
    SelectOne(),
    SelectMultiple(),
    Image(),
    Acknowledge(),
    Note(),
    Repeat(),
    Calculate(),
    Hidden(),
)
"""Special readings of a type (money is an integer in đồng) stand before the type itself."""

__all__ = ["TYPES", "Asked", "Given", "QuestionType", "read", "show", "type_of"]


def type_of(question: Question) -> QuestionType | None:
    """The type that asks this question; None where khombot has none (a form with it is refused when published)."""
    return next((kind for kind in TYPES if kind.handles(question)), None)


def read(given: Given, asked: Asked) -> Reading:
    """How the question's type, and before it what is common to all types, reads the input."""
    kind = type_of(asked.question)
    if kind is None:
        return Problem(text=texts.UNKNOWN_TYPE)
    return refusal(given, kind.accepts) or blank(given, asked, kind.accepts) or kind.parse(given, asked)


def show(value: str, asked: Asked) -> str:
    """The value as people read it, with its unit; "" for a blank."""
    kind = type_of(asked.question)
    return kind.show(value, asked) if kind and value else value
