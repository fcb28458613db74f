"""Any other files: minutes, lists, scanned papers."""

from __future__ import annotations

from pathlib import PurePath
from typing import ClassVar

from bot.messages import Attachment
from forms.questions._files import FileQuestion


class File(FileQuestion):
    """One file, or as many as khom:max allows; also a photo, a recording or a film, but nothing that runs.

    | type | name     | label                        | bind::khom:max |
    | file | bien_ban | Xin gửi biên bản họp khóm ạ. | 2              |
    """

    type: ClassVar[str] = "file"
    run: ClassVar[frozenset[str]] = frozenset(
        {
            *(".apk", ".bat", ".cmd", ".com", ".exe", ".hta", ".htm", ".html", ".jar", ".js"),
            *(".lnk", ".msi", ".ps1", ".scr", ".sh", ".svg", ".vbs", ".xhtml"),
        }
    )
    """What does something when an officer opens it."""
    mimes: ClassVar[frozenset[str]] = frozenset(
        {
            "application/java-archive",
            "application/vnd.android.package-archive",
            "application/x-executable",
            "application/x-msdownload",
            "application/x-sh",
            "image/svg+xml",
            "text/html",
        }
    )

    def is_right(self, attachment: Attachment) -> bool:
        """Anything that does not run."""
        return PurePath(attachment.name).suffix.lower() not in self.run and attachment.mime not in self.mimes
