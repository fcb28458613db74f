"""A code that is printed on something."""

from __future__ import annotations

from typing import ClassVar

from bot.messages import AttachmentKind
from bot.texts import answers as texts
from forms.answers import Answer, Problem, Reading
from forms.prompt import Accepts
from forms.question import Question
from forms.questions.base import Asked, Given
from forms.questions.image import Image
from forms.values.normalize import clean


class Barcode:
    """The letters and digits of a code, typed; or a photo of it, which is kept and noted, for nobody reads it here.

    | type    | name    | label                                         |
    | barcode | ma_the  | Mã trên thẻ là gì ạ? Chụp ảnh mã cũng được.   |
    """

    type: ClassVar[str] = "barcode"
    accepts: ClassVar[Accepts] = Accepts.CODE
    is_asked: ClassVar[bool] = True
    longest: ClassVar[int] = 200
    photo: ClassVar[str] = "photo:"
    """Before the digest of a photo, so that it is not taken for a code."""

    def handles(self, question: Question) -> bool:
        """Every barcode question."""
        return question.type == self.type

    def parse(self, given: Given, asked: Asked) -> Reading:
        """The code as it was typed, or `photo:` and the digest of its photo."""
        if given.attachments:
            return self._photographed(given, asked)
        code = clean(given.text)
        if not any(letter.isalnum() for letter in code):
            return Problem(text=texts.NEEDS_A_CODE)
        if len(code) > self.longest:
            return Problem(text=texts.CODE_TOO_LONG.format(length=len(code), most=self.longest))
        return Answer(value=code, shown=code)

    def show(self, value: str, asked: Asked) -> str:
        """The code, or that there is a photo of it."""
        return texts.CODE_PHOTO_SHOWN if value.startswith(self.photo) else value

    def files(self, value: str) -> list[str]:
        """The digest of the photo, if there is one."""
        return [value.removeprefix(self.photo)] if value.startswith(self.photo) else []

    def _photographed(self, given: Given, asked: Asked) -> Reading:
        if any(attachment.kind is AttachmentKind.LOCATION for attachment in given.attachments):
            return Problem(text=texts.NEEDS_A_CODE)
        reading = Image().parse(Given(attachments=given.attachments[-1:]), asked)
        if not isinstance(reading, Answer):
            return reading
        value = f"{self.photo}{given.attachments[-1].digest}"
        return Answer(value=value, shown=self.show(value, asked))
