"""Towns for the stories: each begins with a copy of the same sample ward."""

from __future__ import annotations

import asyncio
import itertools
import shutil
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractAsyncContextManager
from pathlib import Path
from typing import Any

import pytest

from bot.actions.installation import create_sample
from bot.conversation import outbox
from bot.jobs import base
from storage.store import Store
from tests.stories.behaviours import behaviour_of, why_not
from tests.support.databases import NewDatabase
from tests.support.talk import Town
from tests.support.talk.town import FOUNDED

SETTINGS = ("telegram", "telegram-postgresql", "web", "console", "zalo_bot", "zalo_oa")
"""The channel and, where it is not SQLite, the database: every story on every channel, one channel on both."""

STRANGERS = tuple(setting for setting in SETTINGS if setting != "console")
"""Where strangers can come in: a terminal is for members."""
BY_CODE = ("zalo_bot", "zalo_oa")
"""Where nothing brings the token of a link, so that an invitation is its code."""
BUTTONS = tuple(setting for setting in STRANGERS if setting not in BY_CODE)
"""Where choices can be pressed, also long after, and an invitation comes as a link."""

OpenTown = Callable[..., AbstractAsyncContextManager[Town]]
NewWard = Callable[[str], str]

_numbers = itertools.count(1)


@pytest.fixture(scope="session")
def sqlite_ward(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the sample ward, from which others are copied."""
    file = tmp_path_factory.mktemp("ward") / "khombot.sqlite3"
    _found(f"sqlite:///{file}", file.parent)
    return file


@pytest.fixture(scope="session")
def postgresql_ward(postgresql_server: NewDatabase, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The name of a database with the sample ward, from which others are cloned."""
    name = "khombot_ward"
    _found(postgresql_server(name), tmp_path_factory.mktemp("ward"))
    return name


@pytest.fixture
def new_ward(request: pytest.FixtureRequest, tmp_path: Path) -> NewWard:
    """Makes the database of one town; its URL."""

    def make(database: str) -> str:
        if database == "sqlite":
            return f"sqlite:///{shutil.copy(request.getfixturevalue('sqlite_ward'), tmp_path / 'ward.sqlite3')}"
        server: NewDatabase = request.getfixturevalue("postgresql_server")
        return server(f"ward_{next(_numbers)}", request.getfixturevalue("postgresql_ward"))

    return make


@pytest.fixture(autouse=True)
def impatience(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody sleeps for long: a terminal until it finds what others have left for it, a job until it is asked."""
    monkeypatch.setattr(outbox, "SWEEP_SECONDS", 0.3)
    monkeypatch.setattr(base, "LOOK_SECONDS", 0.15)


@pytest.fixture
def open_town(new_ward: NewWard, tmp_path: Path) -> OpenTown:
    """Opens a town in which people use a channel: `async with open_town("web") as town`."""

    def open_(channel: str, *, database: str = "sqlite", **more: Any) -> AbstractAsyncContextManager[Town]:
        return Town.opened(channel, new_ward(database), tmp_path, **{**behaviour_of(channel), **more})

    return open_


@pytest.fixture(params=SETTINGS)
async def town(request: pytest.FixtureRequest, open_town: OpenTown) -> AsyncIterator[Town]:
    """A town on every channel in turn."""
    channel, _, database = str(request.param).partition("-")
    if reason := why_not(channel, request.node.originalname):
        pytest.skip(reason)
    async with open_town(channel, database=database or "sqlite") as opened:
        yield opened


@pytest.fixture(params=STRANGERS)
async def open_door(request: pytest.FixtureRequest, open_town: OpenTown) -> AsyncIterator[Town]:
    """A town on the channels that strangers can come in by."""
    channel, _, database = str(request.param).partition("-")
    async with open_town(channel, database=database or "sqlite") as opened:
        yield opened


@pytest.fixture(params=BUTTONS)
async def with_buttons(request: pytest.FixtureRequest, open_town: OpenTown) -> AsyncIterator[Town]:
    """A town on the channels that have buttons and links: what is typed elsewhere is always about what is open."""
    channel, _, database = str(request.param).partition("-")
    async with open_town(channel, database=database or "sqlite") as opened:
        yield opened


def _found(url: str, folder: Path) -> None:
    async def found() -> None:
        store = await Store.open(url, data_dir=folder)
        await store.transact(lambda tx: create_sample(tx, FOUNDED))
        await store.close()

    # In a thread, because a story may be running already that is the first to need the ward.
    with ThreadPoolExecutor(1) as thread:
        thread.submit(lambda: asyncio.run(found())).result()
