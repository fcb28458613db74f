"""Attachments as files named by the SHA-256 of their bytes: the same photo is kept once, and damage shows."""

from __future__ import annotations

import asyncio
import hashlib
import os
import re
import tempfile
from pathlib import Path

from storage.errors import StorageError

_DIGEST = re.compile(r"[0-9a-f]{64}")


class Files:
    """A folder of files under their digest, as a/b/ab12...: a few thousand files to a folder at most."""

    def __init__(self, root: Path) -> None:
        self._root = root

    async def put(self, content: bytes) -> str:
        """Keep the bytes; their digest. Once this returns they survive a power cut."""
        return await asyncio.to_thread(self._put, content)

    async def read(self, digest: str) -> bytes:
        """The bytes of that digest; StorageError if they are missing or damaged."""
        return await asyncio.to_thread(self._read, digest)

    def path(self, digest: str) -> Path:
        """Where the bytes of that digest are."""
        # A digest from outside must never be able to walk through folders.
        if not _DIGEST.fullmatch(digest):
            raise StorageError(f"{digest!r} is no SHA-256 digest.")
        return self._root / digest[0] / digest[1] / digest

    def _put(self, content: bytes) -> str:
        digest = hashlib.sha256(content).hexdigest()
        path = self.path(digest)
        try:
            if not _holds(path, content):
                self._write(path, content)
        except OSError as error:
            raise StorageError(
                f"The folder {self._root} for attachments cannot be written ({error.strerror}); "
                "check its owner and the free space."
            ) from error
        return digest

    def _write(self, path: Path, content: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(name).replace(path)
        except BaseException:
            Path(name).unlink(missing_ok=True)
            raise
        # The new names live in their folders, which have to reach the disk too.
        for folder in (path.parent, path.parent.parent, self._root):
            _sync_folder(folder)

    def _read(self, digest: str) -> bytes:
        path = self.path(digest)
        try:
            content = path.read_bytes()
        except FileNotFoundError as error:
            raise StorageError(f"The attachment {digest} is missing in {self._root}; restore a backup.") from error
        except OSError as error:
            raise StorageError(f"The attachment {digest} cannot be read ({error.strerror}).") from error
        if hashlib.sha256(content).hexdigest() != digest:
            raise StorageError(f"The attachment {digest} is damaged; restore a backup.")
        return content


def _holds(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
