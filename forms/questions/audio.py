"""Recordings."""

from __future__ import annotations

from typing import ClassVar

from bot.messages import Attachment, AttachmentKind
from forms.questions._files import FileQuestion


class Audio(FileQuestion):
    """A voice message or a recorded file, or as many as khom:max allows; nobody transcribes it.

    | type  | name   | label                                |
    | audio | y_kien | Xin nói ý kiến của bà con vào đây ạ. |
    """

    type: ClassVar[str] = "audio"
    containers: ClassVar[frozenset[str]] = frozenset({"video/3gpp", "video/webm"})
    """Films by their name, sound by what a phone's or a browser's recorder puts into them."""

    def is_right(self, attachment: Attachment) -> bool:
        """A voice message, or a file of sound."""
        if attachment.kind is AttachmentKind.VOICE:
            return True
        return attachment.mime.startswith("audio/") or attachment.mime in self.containers
