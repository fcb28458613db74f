"""Links as a preview shows them: each recipient gets one of his own, so this one is nobody's."""

from __future__ import annotations

from bot.conversation.channel import FileLink
from bot.messages import Attachment

CODE = "······"
"""As long as a real one."""


def sample_link(public_url: str, file: Attachment) -> FileLink:
    """How the link to the file will look, where it cannot be carried."""
    return FileLink(url=f"{public_url}/files/…", code="" if file.public else CODE)
