"""Uploads files that the account can carry, each once: Zalo counts uploads, and keeps them for seven days."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from datetime import datetime
from pathlib import PurePath

import filetype  # type: ignore[import-untyped]  # it ships no types

from bot.clock import Clock
from bot.conversation.channel import ReadFile
from bot.messages import Attachment, AttachmentKind
from channels.zalo_oa import pictures
from channels.zalo_oa.calls import Calls
from channels.zalo_oa.limits import MAX_DOCUMENT, UPLOAD_LIFE

MOST_KNOWN = 1000
"""Uploads that are remembered; whatever is forgotten is uploaded again."""

DOCUMENTS = {
    ".pdf": ("application/pdf", frozenset({"application/pdf"})),
    ".doc": ("application/msword", frozenset({"application/msword", "application/x-ole-storage"})),
    ".docx": (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        frozenset({"application/vnd.openxmlformats-officedocument.wordprocessingml.document"}),
    ),
    ".csv": ("text/csv", frozenset({""})),
}
"""By ending: the type that is said, and what the bytes must look like, for Zalo looks at both. No workbooks."""


class Uploads:
    """What a message calls an uploaded file by."""

    def __init__(self, calls: Calls, read_file: ReadFile, clock: Clock) -> None:
        self._calls = calls
        self._read_file = read_file
        self._clock = clock
        self._known: OrderedDict[tuple[str, str], tuple[datetime, str]] = OrderedDict()

    async def picture(self, file: Attachment) -> str:
        """A picture; empty if it is none that Zalo shows. SendError."""
        if file.kind is not AttachmentKind.PHOTO or not file.digest:
            return ""
        if known := self._remembered(file.digest, ""):
            return known
        made = await asyncio.to_thread(pictures.taken, await self._read_file(file.digest))
        if made is None:
            return ""
        content, mime = made
        name = "anh.png" if mime == "image/png" else "anh.jpg"
        return self._remember(file.digest, "", await self._calls.upload_image(content, name, mime))

    async def document(self, file: Attachment) -> str:
        """A document; empty if it is of a kind or a size that Zalo does not take. SendError."""
        if not file.digest or not is_document(file):
            return ""
        if known := self._remembered(file.digest, file.name):
            return known
        content = await self._read_file(file.digest)
        mime, look = DOCUMENTS[_ending(file)]
        if len(content) > MAX_DOCUMENT or str(filetype.guess_mime(content) or "") not in look:
            return ""
        return self._remember(file.digest, file.name, await self._calls.upload_file(content, file.name, mime))

    def forget(self, file: Attachment) -> None:
        """Zalo does not know the upload any more."""
        for name in ("", file.name):
            self._known.pop((file.digest or "", name), None)

    def _remembered(self, digest: str, name: str) -> str:
        at, upload = self._known.get((digest, name), (None, ""))
        return upload if at is not None and self._clock() < at + UPLOAD_LIFE else ""

    def _remember(self, digest: str, name: str, upload: str) -> str:
        self._known[digest, name] = self._clock(), upload
        while len(self._known) > MOST_KNOWN:
            self._known.popitem(last=False)
        return upload


def is_document(file: Attachment) -> bool:
    """Whether Zalo takes it, by its name and size."""
    return _ending(file) in DOCUMENTS and (file.size or 0) <= MAX_DOCUMENT


def _ending(file: Attachment) -> str:
    return PurePath(file.name).suffix.lower()
