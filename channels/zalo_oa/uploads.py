"""Uploads files that the account can carry, each once: Zalo counts uploads, and keeps them for seven days."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Awaitable, Callable
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


Upload = Callable[[bytes, str], Awaitable[str]]
"""Uploads the bytes under that name; what a message calls them by, empty where Zalo does not take them."""


class Uploads:
    """What a message calls an uploaded file by."""

    def __init__(self, calls: Calls, read_file: ReadFile, clock: Clock) -> None:
        self._calls = calls
        self._read_file = read_file
        self._clock = clock
        self._known: OrderedDict[tuple[str, str], tuple[datetime, str]] = OrderedDict()
        """By digest and name; a picture has none."""
        self._under_way: dict[tuple[str, str], asyncio.Task[str]] = {}

    async def picture(self, file: Attachment) -> str:
        """A picture; empty if it is none that Zalo shows. SendError."""
        if file.kind is not AttachmentKind.PHOTO or not file.digest:
            return ""
        return await self._once(file.digest, "", self._picture)

    async def document(self, file: Attachment) -> str:
        """A document; empty if it is of a kind or a size that Zalo does not take. SendError."""
        if not file.digest or not is_document(file):
            return ""
        return await self._once(file.digest, file.name, self._document)

    def forget(self, file: Attachment) -> None:
        """Zalo does not know the upload any more."""
        for name in ("", file.name):
            self._known.pop((file.digest or "", name), None)

    async def _once(self, digest: str, name: str, upload: Upload) -> str:
        """Of many who want the same file at the same time one uploads it, and all get what came of it."""
        key = digest, name
        at, known = self._known.get(key, (None, ""))
        if at is not None and self._clock() < at + UPLOAD_LIFE:
            return known
        if key not in self._under_way:
            task = asyncio.get_running_loop().create_task(self._made(key, upload))  # its error is heard below
            self._under_way[key] = task
            task.add_done_callback(lambda _: self._under_way.pop(key))
        # Whoever does not wait any more must not take it from the others.
        return await asyncio.shield(self._under_way[key])

    async def _made(self, key: tuple[str, str], upload: Upload) -> str:
        digest, name = key
        made = await upload(await self._read_file(digest), name)
        if made:
            self._known[key] = self._clock(), made
            while len(self._known) > MOST_KNOWN:
                self._known.popitem(last=False)
        return made

    async def _picture(self, content: bytes, name: str) -> str:
        made = await asyncio.to_thread(pictures.taken, content)
        if made is None:
            return ""
        picture, mime = made
        return await self._calls.upload_image(picture, "anh.png" if mime == "image/png" else "anh.jpg", mime)

    async def _document(self, content: bytes, name: str) -> str:
        mime, look = DOCUMENTS[_ending(name)]
        if len(content) > MAX_DOCUMENT or str(filetype.guess_mime(content) or "") not in look:
            return ""
        return await self._calls.upload_file(content, name, mime)


def is_document(file: Attachment) -> bool:
    """Whether Zalo takes it, by its name and size."""
    return _ending(file.name) in DOCUMENTS and (file.size or 0) <= MAX_DOCUMENT


def _ending(name: str) -> str:
    return PurePath(name).suffix.lower()
