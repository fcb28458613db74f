"""The contract of a question type: what it accepts, how it reads what a person gave, how it shows a value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Protocol, runtime_checkable

from bot.messages import Attachment
from forms.answers import Reading
from forms.prompt import Accepts, PromptChoice
from forms.question import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What a person gave to one question: typed words, a pressed choice, files (already kept, so with a digest)."""

    text: str = ""
    choice: str | None = None
    """The value of the pressed PromptChoice."""
    attachments: tuple[Attachment, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A question as it stands at this moment, for reading and for showing."""

    question: Question
    today: date
    choices: Sequence[PromptChoice] = ()
    """Those that are offered now, in their order."""
    page: Sequence[PromptChoice] | None = None
    """The few of a long list that are shown and numbered; None where all are."""
    present: str = ""
    """The present value, where one was given before: photos are added to it."""
    offset: str = "+07:00"
    """What XForms writes behind a time."""


class QuestionType(Protocol):
    """One way of asking. Types are stateless; forms/questions/__init__.py lists one instance of each."""

    type: ClassVar[str]
    """The name under which cases and channels know it; XLSForm's own where XLSForm has one."""
    accepts: ClassVar[Accepts]
    is_asked: ClassVar[bool]
    """False for what people never see: calculations, hidden values."""

    def handles(self, question: Question) -> bool:
        """Whether this type asks that question; the first type of the list that does is taken."""

    def parse(self, given: Given, asked: Asked) -> Reading:
        """Read what a person gave. Never raises for bad input."""

    def show(self, value: str, asked: Asked) -> str:
        """The value as people read it, with its unit; "" for a blank."""


@runtime_checkable
class KeepsFiles(Protocol):
    """A type whose values name kept files."""

    def files(self, value: str) -> list[str]:
        """The digests that a value names."""
