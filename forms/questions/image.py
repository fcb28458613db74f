"""Photos."""

from __future__ import annotations

from typing import ClassVar

from bot.messages import Attachment, AttachmentKind
from bot.texts import answers as texts
from forms.answers import Answer, Problem, Reading
from forms.prompt import Accepts
from forms.question import Question
from forms.questions.base import Asked, Given
from forms.values.fold import fold, keys


class Image:
    """One photo, or as many as khom:max allows; the value names them by their digests.

    A further photo is added to those that are there; where only one is taken, it stands in for the first.

    | type  | name | label                           | bind::khom:max |
    | image | anh  | Có ảnh thì gửi cho em với ạ.    | 3              |
    """

    type: ClassVar[str] = "image"
    accepts: ClassVar[Accepts] = Accepts.PHOTO
    is_asked: ClassVar[bool] = True

    largest: ClassVar[int] = 20_000_000
    """Bytes: what a bot may download (Bot API docs, getFile: 20 MB)."""
    done: ClassVar[frozenset[str]] = keys("xong, đủ, đủ rồi, hết, hết rồi, hết ảnh, xong rồi")

    def handles(self, question: Question) -> bool:
        """Every image question."""
        return question.type == self.type

    def parse(self, given: Given, asked: Asked) -> Reading:
        """The digests of all photos so far, with spaces between."""
        if not given.attachments:
            if asked.present and fold(given.text) in self.done:
                return self._answer(asked.present, asked)
            return Problem(text=texts.NEEDS_A_PHOTO)
        for attachment in given.attachments:
            if problem := self._problem(attachment):
                return Problem(text=problem)
        return self._added([attachment.digest or "" for attachment in given.attachments], asked)

    def show(self, value: str, asked: Asked) -> str:
        """How many there are."""
        count = len(value.split())
        return texts.PHOTOS_SHOWN.format(count=count) if count else ""

    def _problem(self, attachment: Attachment) -> str | None:
        is_picture = attachment.kind is AttachmentKind.PHOTO or (
            attachment.kind is AttachmentKind.DOCUMENT and attachment.mime.startswith("image/")
        )
        if not is_picture or (attachment.mime and not attachment.mime.startswith("image/")):
            return texts.NOT_A_PHOTO
        if (attachment.size or 0) > self.largest:
            return texts.PHOTO_TOO_BIG.format(most=self.largest // 1_000_000)
        return None if attachment.digest else texts.PHOTO_NOT_KEPT

    def _added(self, digests: list[str], asked: Asked) -> Reading:
        most = asked.question.max_files
        before = [] if most == 1 else asked.present.split()
        photos = list(dict.fromkeys([*before, *digests]))
        if len(photos) > most:
            return Problem(text=texts.TOO_MANY_PHOTOS.format(most=most, present=len(asked.present.split())))
        return self._answer(" ".join(photos), asked)

    def _answer(self, value: str, asked: Asked) -> Answer:
        return Answer(value=value, shown=self.show(value, asked))
