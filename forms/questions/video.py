"""Films."""

from __future__ import annotations

from typing import ClassVar

from bot.messages import Attachment, AttachmentKind
from forms.questions._files import FileQuestion


class Video(FileQuestion):
    """One film, or as many as khom:max allows.

    | type  | name  | label                                |
    | video | phim  | Có quay lại thì gửi cho em với ạ.    |
    """

    type: ClassVar[str] = "video"

    def is_right(self, attachment: Attachment) -> bool:
        """A film, also one sent as a file."""
        return attachment.kind is AttachmentKind.VIDEO or attachment.mime.startswith("video/")
