"""Talking in the terminal as one member, on the same database as the running bot."""

from __future__ import annotations

import asyncio
from functools import partial
from pathlib import Path

from bot.actions.forms import publish_shipped
from bot.actions.installation import person_called
from bot.app.parts import opened
from bot.clock import local_date, utc_now
from bot.conversation.photos import keep
from bot.domain.people import Person
from bot.settings import Settings
from channels.console.channel import ConsoleChannel, terminal_of
from storage.transaction import Transaction


async def talk(settings: Settings, name: str) -> None:
    """Until the person ends the chat."""
    async with opened(settings) as parts:

        def enter(tx: Transaction) -> Person:
            now = utc_now()
            publish_shipped(tx, now)
            person = person_called(tx, name, local_date(now))
            address = terminal_of(str(person.id))
            if tx.accounts.find(address) is None:
                tx.accounts.add(address, person.id, now)
                tx.audit.record(now, person.id, "console_opened", f"person:{person.id}", {})
            return person

        person = await parts.store.transact(enter)
        console = ConsoleChannel(
            chat=str(person.id),
            clock=parts.clock,
            put_file=partial(keep, parts.store.files),
            read_file=parts.store.files.read,
            downloads=Path.cwd(),
        )
        engine = parts.engine_for(console)
        async with asyncio.TaskGroup() as tasks:
            ready = asyncio.Event()
            running = tasks.create_task(engine.run(ready.set))
            await ready.wait()
            await console.listen(engine.receive)
            await engine.finish()  # what was answered last may still have to be printed
            running.cancel()
