"""What cannot be opened is told in one sentence with its cure; what can is opened quickly."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.dialects import sqlite
from storage.errors import StorageError
from storage.store import Store
from tests.storage.world import NOW, update
from tests.support.databases import NewDatabase

NOBODY = 65534
"""A user who owns nothing: root may write everywhere, so root cannot see what read-only means."""


@pytest.fixture
def read_only_folder() -> Iterator[Path]:
    """A folder in which the test's user may not write."""
    folder = Path(tempfile.mkdtemp(prefix="khombot-read-only-"))
    folder.chmod(0o555)
    was_root = os.geteuid() == 0
    if was_root:
        os.seteuid(NOBODY)
    yield folder
    if was_root:
        os.seteuid(0)
    folder.rmdir()


async def refusal(url: str, data_dir: Path) -> str:
    """The sentence with which opening is refused."""
    with pytest.raises(StorageError) as caught:
        await Store.open(url, data_dir=data_dir)
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


async def test_an_empty_url_means_a_file_in_the_data_folder_which_is_made(tmp_path: Path) -> None:
    store = await Store.open("", data_dir=tmp_path / "new" / "folder")
    await store.close()
    assert (tmp_path / "new" / "folder" / "khombot.sqlite3").is_file()


async def test_what_was_stored_is_there_after_opening_again(database_url: str, tmp_path: Path) -> None:
    store = await Store.open(database_url, data_dir=tmp_path)
    await store.transact(lambda tx: tx.inbox.put([update(1, body="Khóm 1")], NOW))
    await store.close()
    store = await Store.open(database_url, data_dir=tmp_path)
    assert (await store.read(lambda tx: tx.inbox.get(1))).update.body == "Khóm 1"
    await store.close()


async def test_a_read_only_folder(read_only_folder: Path) -> None:
    assert "may write" in await refusal("", read_only_folder)


async def test_a_data_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert "folder" in await refusal("", tmp_path / "file" / "folder")


async def test_a_folder_instead_of_a_file(tmp_path: Path) -> None:
    assert "cannot be opened" in await refusal(f"sqlite:///{tmp_path}", tmp_path)


async def test_a_file_that_is_no_database(tmp_path: Path) -> None:
    (tmp_path / "khombot.sqlite3").write_bytes(b"Khom 1, 412 ho" * 1000)
    assert "damaged" in await refusal("", tmp_path)


async def test_a_file_of_which_the_middle_is_lost(tmp_path: Path) -> None:
    store = await Store.open("", data_dir=tmp_path)
    await store.close()
    file = tmp_path / "khombot.sqlite3"
    content = file.read_bytes()
    file.write_bytes(content[:100] + b"\xff" * (len(content) - 100))
    assert "damaged" in await refusal("", tmp_path)


async def test_a_file_that_another_program_keeps_locked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "BUSY_TIMEOUT_MS", 50)
    other = sqlite3.connect(tmp_path / "khombot.sqlite3", isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    assert "locked by another program" in await refusal("", tmp_path)
    other.close()


async def test_writing_to_a_locked_file_fails_with_a_sentence_and_works_again_later(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "BUSY_TIMEOUT_MS", 50)
    store = await Store.open("", data_dir=tmp_path)
    other = sqlite3.connect(tmp_path / "khombot.sqlite3", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageError, match="locked by another program"):
        await store.transact(lambda tx: tx.inbox.put([update(1)], NOW))
    other.execute("ROLLBACK")
    other.close()
    assert await store.transact(lambda tx: tx.inbox.put([update(1)], NOW)) == [1]
    await store.close()


@pytest.mark.parametrize(
    ("url", "part"),
    [
        ("mysql://localhost/khombot", "only sqlite: and postgresql:"),
        ("khombot.db", "cannot be read"),
        ("postgresql://host:port/name", "cannot be read"),
        ("sqlite://", "names no SQLite file"),
        ("sqlite:///:memory:", "names no SQLite file"),
    ],
)
async def test_a_url_that_names_no_database(url: str, part: str, tmp_path: Path) -> None:
    assert part in await refusal(url, tmp_path)


async def test_a_postgresql_that_is_not_there_and_its_password_is_not_told(tmp_path: Path) -> None:
    sentence = await refusal("postgresql://lan:secret@127.0.0.1:1/khombot", tmp_path)
    assert "cannot be reached" in sentence
    assert "secret" not in sentence


async def test_a_database_that_the_server_does_not_have(postgresql_server: NewDatabase, tmp_path: Path) -> None:
    url = postgresql_server("there").replace("/there?", "/elsewhere?")
    assert "elsewhere" in await refusal(url, tmp_path)
