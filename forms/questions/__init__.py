"""Question types, one file each; `TYPES` lists them, and `read` and `show` are what the form engine calls."""

from __future__ import annotations

from bot.texts import answers as texts
from forms.answers import Problem, Reading
from forms.question import Question
from forms.questions._any_type import blank, refusal
from forms.questions.acknowledge import Acknowledge
from forms.questions.audio import Audio
from forms.questions.barcode import Barcode
from forms.questions.base import Asked, Given, KeepsFiles, QuestionType
from forms.questions.birth_year import BirthYear
from forms.questions.calculate import Calculate
from forms.questions.date import Date
from forms.questions.date_time import DateTime
from forms.questions.decimal import Decimal
from forms.questions.digits import Digits
from forms.questions.file import File
from forms.questions.geopoint import Geopoint
from forms.questions.hidden import Hidden
from forms.questions.image import Image
from forms.questions.integer import Integer
from forms.questions.money import Money
from forms.questions.month import Month
from forms.questions.note import Note
from forms.questions.range import Range
from forms.questions.rank import Rank
from forms.questions.repeat import Repeat
from forms.questions.select_multiple import SelectMultiple
from forms.questions.select_one import SelectOne
from forms.questions.text import Text
from forms.questions.time import TimeOfDay
from forms.questions.video import Video
from forms.questions.year import Year

TYPES: tuple[QuestionType, ...] = (
    Digits(),
    Text(),
    Money(),
    BirthYear(),
    Integer(),
    Decimal(),
    Range(),
    Month(),
    Year(),
    Date(),
    TimeOfDay(),
    DateTime(),
    SelectOne(),
    SelectMultiple(),
    Rank(),
    Image(),
    Audio(),
    Video(),
    File(),
    Geopoint(),
    Barcode(),
    Acknowledge(),
    Note(),
    Repeat(),
    Calculate(),
    Hidden(),
)
"""Special readings of a type (money is an integer in đồng) stand before the type itself."""

__all__ = ["TYPES", "Asked", "Given", "QuestionType", "files_in", "read", "show", "type_of"]


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


def files_in(value: str, question: Question) -> list[str]:
    """The digests of the kept files that a value names."""
    kind: object = type_of(question)
    return kind.files(value) if isinstance(kind, KeepsFiles) else []
