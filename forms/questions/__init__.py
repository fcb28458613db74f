"""Question types, one file each; `TYPES` lists them, and `read` and `show` are what the form engine calls."""

from __future__ import annotations

from forms.answers import Reading
from forms.questions.base import Asked, Given, QuestionType
from forms.question import Question

TYPES: tuple[QuestionType, ...] = ()
"""Special readings of a type (money is an integer in đồng) stand before the type itself."""

__all__ = ["TYPES", "Asked", "Given", "QuestionType", "read", "show", "type_of"]


def type_of(question: Question) -> QuestionType | None:
    """The type that asks this question; None where khombot has none (a form with it is refused when published)."""
    return next((kind for kind in TYPES if kind.handles(question)), None)


def read(given: Given, asked: Asked) -> Reading:
    """How the question's type, and before it what is common to all types, reads the input."""
    raise NotImplementedError


def show(value: str, asked: Asked) -> str:
    """The value as people read it, with its unit; "" for a blank."""
    kind = type_of(asked.question)
    return kind.show(value, asked) if kind and value else value
