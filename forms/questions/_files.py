"""What photos, recordings, films and other files have in common: their number, their size, and that they were kept."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import ClassVar

from bot.messages import Attachment
from bot.texts import answers as texts
from forms.answers import Answer, Problem, Reading
from forms.prompt import Accepts
from forms.question import Question
from forms.questions.base import Asked, Given
from forms.values.fold import fold, keys

LARGEST = 20_000_000
"""Bytes: what a bot may download (Bot API docs, getFile: 20 MB)."""
_DONE = keys("xong, đủ, đủ rồi, hết, hết rồi, hết ảnh, xong rồi")


class FileQuestion(ABC):
    """One file, or as many as khom:max allows; the value names them by their digests, with spaces between.

    A further file is added to those that are there; where only one is taken, it stands in for the first.
    """

    type: ClassVar[str]
    accepts: ClassVar[Accepts] = Accepts.FILE
    is_asked: ClassVar[bool] = True

    def handles(self, question: Question) -> bool:
        """Every question of the type."""
        return question.type == self.type

    def parse(self, given: Given, asked: Asked) -> Reading:
        """The digests of all files so far."""
        if not given.attachments:
            if asked.present and fold(given.text) in _DONE:
                return Answer(value=asked.present, shown=self.show(asked.present, asked))
            return Problem(text=self._texts.needed)
        for attachment in given.attachments:
            if problem := self._problem(attachment):
                return Problem(text=problem)
        return self._added([attachment.digest or "" for attachment in given.attachments], asked)

    def show(self, value: str, asked: Asked) -> str:
        """How many there are."""
        count = len(value.split())
        return self._texts.shown.format(count=count) if count else ""

    def files(self, value: str) -> list[str]:
        """The digests of the files that a value names."""
        return value.split()

    @abstractmethod
    def is_right(self, attachment: Attachment) -> bool:
        """Whether it is a file of this type at all."""

    @property
    def _texts(self) -> texts.FileTexts:
        return texts.FILES[self.type]

    def _problem(self, attachment: Attachment) -> str | None:
        if not attachment.kind.is_file or not self.is_right(attachment):
            return self._texts.wrong
        if (attachment.size or 0) > LARGEST:
            return self._texts.too_big.format(most=LARGEST // 1_000_000)
        return None if attachment.digest else self._texts.not_kept

    def _added(self, digests: list[str], asked: Asked) -> Reading:
        most = asked.question.max_files
        before = [] if most == 1 else asked.present.split()
        files = list(dict.fromkeys([*before, *digests]))
        if len(files) > most:
            return Problem(text=self._texts.too_many.format(most=most, present=len(asked.present.split())))
        value = " ".join(files)
        # Also when it is full: the rest of an album must not fall on the next question.
        return Answer(value=value, shown=self.show(value, asked), more=most > 1)
