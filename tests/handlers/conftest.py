"""A ward in which nothing can be pressed."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.handlers.room import CAST, PlainRoom, Ward, found


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A room whose people are not here yet."""
    folder = tmp_path_factory.mktemp("plain")
    asyncio.run(found(folder))
    return folder


@pytest.fixture
def ward(founded: Path, tmp_path: Path) -> Iterator[Ward]:
    """A ward in which everybody has said hello."""
    for file in founded.iterdir():
        if file.is_file():
            (tmp_path / file.name).write_bytes(file.read_bytes())
    opened = Ward(tmp_path, PlainRoom())
    for who in CAST:
        opened.does(who, text="chào")
    yield opened
    opened.close()
