"""A kept file is the bytes it was, or a clear refusal."""

from __future__ import annotations

import asyncio
import hashlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage.errors import StorageError
from storage.files import Files

PHOTO = b"\xff\xd8 a photo of a house"


@pytest.fixture
def files(tmp_path: Path) -> Files:
    """An empty folder for files."""
    return Files(tmp_path / "files")


# The folder only fills up from one example to the next, which is what it is for.
@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(content=st.binary(max_size=5000))
async def test_any_bytes_come_back_as_they_were(files: Files, content: bytes) -> None:
    digest = await files.put(content)
    assert digest == hashlib.sha256(content).hexdigest()
    assert await files.read(digest) == content


async def test_the_same_bytes_are_kept_once_even_if_they_come_at_once(files: Files, tmp_path: Path) -> None:
    digests = await asyncio.gather(*(files.put(PHOTO) for _ in range(8)))
    assert len(set(digests)) == 1
    kept = [path for path in (tmp_path / "files").rglob("*") if path.is_file()]
    assert kept == [files.path(digests[0])]


@pytest.mark.parametrize("damage", [b"", PHOTO + b"!", PHOTO[:-1]])
async def test_a_damaged_file_is_refused_and_made_good_when_it_comes_again(files: Files, damage: bytes) -> None:
    digest = await files.put(PHOTO)
    files.path(digest).write_bytes(damage)
    with pytest.raises(StorageError, match="damaged"):
        await files.read(digest)
    assert await files.put(PHOTO) == digest
    assert await files.read(digest) == PHOTO


async def test_a_missing_file_is_named(files: Files) -> None:
    digest = hashlib.sha256(b"never kept").hexdigest()
    with pytest.raises(StorageError, match=digest):
        await files.read(digest)


@pytest.mark.parametrize("digest", ["", "../../etc/passwd", "AB" * 32, "ab" * 31, "ab" * 32 + "\n"])
def test_what_is_no_digest_leads_nowhere(files: Files, digest: str) -> None:
    with pytest.raises(StorageError, match="no SHA-256"):
        files.path(digest)


async def test_a_folder_that_cannot_be_written_is_told_with_the_cure(tmp_path: Path) -> None:
    (tmp_path / "files").write_text("a file where the folder should be")
    with pytest.raises(StorageError, match="cannot be written"):
        await Files(tmp_path / "files").put(PHOTO)
