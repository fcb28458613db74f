"""Files on Telegram's side: what people and the bot sent, under ids that only this bot can use."""

from __future__ import annotations

import io
from dataclasses import dataclass, field

from PIL import Image

from . import limits
from .wire import JsonObject, bad_request

PHOTO_WIDTHS = (90, 320, 800)
"""Telegram makes these smaller copies of a photo, and keeps the large one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """One file: `kind` is the Bot API's field for it (photo, document, voice ...)."""

    file_id: str
    kind: str
    name: str
    content_type: str
    content: bytes
    width: int = 0
    height: int = 0

    @property
    def path(self) -> str:
        return f"photos/{self.file_id}.jpg" if self.kind == "photo" else f"documents/{self.file_id}-{self.name}"

    def reference(self) -> JsonObject:
        """The fields that every kind of file has in a message."""
        return {"file_id": self.file_id, "file_unique_id": f"u{self.file_id}", "file_size": len(self.content)}

    def photo_size(self) -> JsonObject:
        return self.reference() | {"width": self.width, "height": self.height}

    def document(self) -> JsonObject:
        return self.reference() | {"file_name": self.name, "mime_type": self.content_type}


@dataclass(slots=True)
class FileStore:
    """All files by id."""

    _files: dict[str, StoredFile] = field(default_factory=dict)

    def keep(
        self, kind: str, content: bytes, *, name: str = "file", content_type: str = "application/octet-stream"
    ) -> StoredFile:
        return self._store(kind, content, name, content_type, (0, 0))

    def keep_photo(self, content: bytes) -> list[StoredFile]:
        """The photo in several sizes, the smallest first; the last one has the bytes as they were sent."""
        with Image.open(io.BytesIO(content)) as picture:
            picture.load()
        sizes = [self._store("photo", *_shrunk(picture, width)) for width in PHOTO_WIDTHS if width < max(picture.size)]
        return [*sizes, self._store("photo", content, "photo.jpg", "image/jpeg", picture.size)]

    def find(self, file_id: str) -> StoredFile:
        if file_id not in self._files:
            raise bad_request("wrong file_id or the file is temporarily unavailable")
        return self._files[file_id]

    def downloadable(self, file_id: str) -> StoredFile:
        """As getFile sees it: bots cannot fetch large files."""
        found = self.find(file_id)
        if len(found.content) > limits.MAX_DOWNLOAD_BYTES:
            raise bad_request("file is too big")
        return found

    def at_path(self, path: str) -> StoredFile | None:
        return next((stored for stored in self._files.values() if stored.path == path), None)

    def _store(self, kind: str, content: bytes, name: str, content_type: str, size: tuple[int, int]) -> StoredFile:
        number = len(self._files) + 1
        stored = StoredFile(
            file_id=f"{kind}-{number:06d}",
            kind=kind,
            name=name,
            content_type=content_type,
            content=content,
            width=size[0],
            height=size[1],
        )
        self._files[stored.file_id] = stored
        return stored


def _shrunk(picture: Image.Image, width: int) -> tuple[bytes, str, str, tuple[int, int]]:
    small = picture.convert("RGB")
    small.thumbnail((width, width))
    target = io.BytesIO()
    small.save(target, "JPEG")
    return target.getvalue(), "photo.jpg", "image/jpeg", small.size
