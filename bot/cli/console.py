"""What every command shares: settings, an open store, and how a failure is said."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

from bot.domain.errors import BotError, Invalid
from bot.texts.operator import english

if TYPE_CHECKING:
    from bot.app.parts import Parts
    from bot.domain.units import Unit
    from bot.settings import Settings
    from storage.store import Store
    from storage.transaction import Transaction

T = TypeVar("T")


def fail(problem: BotError) -> NoReturn:
    """Say what is wrong and how to mend it, and end with exit code 1."""
    print(f"khombot: {english(problem)}", file=sys.stderr)
    sys.exit(1)


def read(path: Path) -> bytes:
    """The file's content; ends the command if it cannot be read."""
    try:
        return path.read_bytes()
    except OSError as failure:
        fail(Invalid("file", path=path, problem=failure.strerror))


def with_store(work: Callable[[Settings, Store], Awaitable[T]]) -> T:
    """Run the work on the configured database."""

    async def opened() -> T:
        from bot import logs
        from bot.settings import load
        from storage.store import Store

        settings = load()
        logs.configure("WARNING")
        store = await Store.open(settings.database, data_dir=settings.data_dir)
        try:
            return await work(settings, store)
        finally:
            await store.close()

    return asyncio.run(opened())


def with_parts(work: Callable[[Parts], Awaitable[T]]) -> T:
    """The same, with the channels that are set, beside the bot that serves them: nothing is sent, nobody is asked."""

    async def wired() -> T:
        from bot import logs
        from bot.app.parts import opened
        from bot.settings import load

        logs.configure("WARNING")
        async with opened(load()) as parts:
            return await work(parts)

    return asyncio.run(wired())


def transact(work: Callable[[Transaction], T]) -> T:
    """Run one transaction on the configured database."""
    return with_store(lambda _, store: store.transact(work))


def the_ward(tx: Transaction) -> Unit:
    """The ward of this installation; Missing("no_ward") before `khombot init`."""
    from bot.clock import local_date, utc_now
    from bot.domain.errors import Missing

    wards = tx.units.wards(local_date(utc_now()))
    if not wards:
        raise Missing("no_ward")
    return wards[0]
