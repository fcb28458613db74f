"""Photos; a signature or a drawing is a photo of one."""

from __future__ import annotations

from typing import ClassVar

from bot.messages import Attachment, AttachmentKind
from forms.prompt import Accepts
from forms.questions._files import FileQuestion


class Image(FileQuestion):
    """One photo, or as many as khom:max allows. The appearances signature, draw and annotate ask for a photo too.

    | type  | name | label                           | bind::khom:max |
    | image | anh  | Có ảnh thì gửi cho em với ạ.    | 3              |
    """

    type: ClassVar[str] = "image"
    accepts: ClassVar[Accepts] = Accepts.PHOTO

    def is_right(self, attachment: Attachment) -> bool:
        """A photo, or a picture sent as a file."""
        if attachment.kind is AttachmentKind.PHOTO:
            return not attachment.mime or attachment.mime.startswith("image/")
        return attachment.kind is AttachmentKind.DOCUMENT and attachment.mime.startswith("image/")
