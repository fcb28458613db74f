"""The sample ward with its people, on the real application: parts, engine, jobs, server and channels."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

from bot.actions.installation import person_called
from bot.actions.invitations import Ticket, invite
from bot.app.parts import Parts, opened
from bot.clock import VIETNAM, local_date
from bot.domain.people import Person, Role
from bot.jobs import JOBS, remind
from bot.settings import Settings
from bot.texts import sample
from channels.console.channel import terminal_of
from channels.server import serving
from storage.transaction import Transaction
from tests.support import zalo_bot as bot_platform
from tests.support import zalo_oa as official_account
from tests.support.ports import held_port
from tests.support.talk.console import ConsolePhone
from tests.support.talk.member import Member
from tests.support.talk.phone import Phone
from tests.support.talk.telegram import TelegramPhone
from tests.support.talk.vendors import Vendors
from tests.support.talk.watch import Watch
from tests.support.talk.web import WebPhone
from tests.support.talk.zalo_bot import ZaloBotPhone
from tests.support.talk.zalo_oa import ZaloOaPhone

T = TypeVar("T")

FOUNDED = datetime(2020, 12, 1, 9, 0, tzinfo=VIETNAM)
"""When the sample ward was set up, and quarter IV opened."""
NOW = datetime(2020, 12, 15, 9, 0, tzinfo=VIETNAM)
"""When stories begin: three days before the khóm's due day, 18/12/2020."""
HEADS = dict(zip(("lan", "binh", "cuc", "dung"), sample.HEADS, strict=True))
WITHHOLDS_FILES = ("zalo_bot",)
"""Where files and films never reach the bot: whoever wants to send one is shown the way to the web page instead."""
CHANNELS = ("telegram", "web", "console", "zalo_bot", "zalo_oa")
UNKNOWN_CODE = "000000"
"""What somebody types whose link, had it come as a link, would have been cut off."""


class Town:
    """Opened with `async with Town.opened("telegram", url, folder) as town`; people are `town.lan`, `town.hoa` ...

    `channel` is where people are reached unless they are asked for elsewhere: `town.on("web").lan`.
    """

    def __init__(self, channel: str, settings: Settings, vendors: Vendors) -> None:
        self.channel = channel
        self.vendors = vendors
        self.telegram, self.zalo_bot, self.zalo_oa = vendors.telegram, vendors.zalo_bot, vendors.zalo_oa
        self.watch = Watch(NOW)
        vendors.follow(self.watch)
        self._settings = settings
        self._stack = AsyncExitStack()
        self._codes: dict[str, str] = {}
        self._members: dict[tuple[str, str], Member] = {}
        self._tasks: list[asyncio.Task[None]] = []
        self.parts: Parts

    @classmethod
    @asynccontextmanager
    async def opened(
        cls,
        channel: str,
        database: str,
        folder: Path,
        *,
        webhook: bool = False,
        telegram: bool = False,
        zalo_bot: bot_platform.Options | None = None,
        zalo_oa: official_account.Options | None = None,
    ) -> AsyncIterator[Town]:
        """A town on a database that has the sample ward.

        `telegram`, `zalo_bot` and `zalo_oa` (how they behave) add a vendor beside another channel.
        """
        async with AsyncExitStack() as stack:
            wanted = {channel} | ({"telegram"} if telegram else set())
            vendors = await stack.enter_async_context(Vendors.opened(wanted, zalo_bot, zalo_oa))
            port = stack.enter_context(held_port())
            town = cls(channel, vendors.settings(database, folder, port, webhook=webhook), vendors)
            await town.starts()
            stack.push_async_callback(town.stops)
            stack.push_async_callback(town.close)
            yield town

    @property
    def lan(self) -> Member:
        """Head of khóm 1."""
        return self.member("lan")

    @property
    def binh(self) -> Member:
        """Head of khóm 2."""
        return self.member("binh")

    @property
    def cuc(self) -> Member:
        """Head of khóm 3."""
        return self.member("cuc")

    @property
    def dung(self) -> Member:
        """Head of khóm 4."""
        return self.member("dung")

    @property
    def minh(self) -> Member:
        """Deputy of khóm 1."""
        return self.member("minh")

    @property
    def hoa(self) -> Member:
        """The ward's officer."""
        return self.member("hoa")

    @property
    def tu(self) -> Member:
        """A stranger."""
        return self.member("tu")

    def member(self, name: str, channel: str = "") -> Member:
        """The person on a channel, the town's own by default; always the same phone."""
        key = (name, channel or self.channel)
        if key not in self._members:
            invited = partial(self.invitation_for, name)
            self._members[key] = Member(name, self._phone(*key), invite=invited, quiet=self.is_quiet)
        return self._members[key]

    async def starts(self) -> None:
        """Start the bot, as `khombot run` does."""
        self.parts = await self._stack.enter_async_context(opened(self._settings, clock=self.watch))
        parts = self.parts
        for channel in parts.channels:
            await channel.prepare()
        await self._stack.enter_async_context(serving(parts.server, parts.settings.host, parts.settings.port))
        ready = asyncio.Event()
        # Nobody is reminded in the middle of a story: it says itself when the clock strikes.
        jobs = [job for job in JOBS if job is not remind.run]
        work = [parts.engine.run(ready.set), *(job(parts.bench) for job in jobs)]
        self._tasks = [asyncio.create_task(each) for each in work]
        await ready.wait()
        self._tasks += [asyncio.create_task(channel.listen(parts.engine.receive)) for channel in parts.channels]
        await self.vendors.are_heard(parts.public_url)

    async def stops(self) -> None:
        """Stop the bot, at once and without a farewell; a task that failed by itself fails the test here."""
        for task in self._tasks:
            task.cancel()
        for task in self._tasks:
            with suppress(asyncio.CancelledError):
                await task
        await self._stack.aclose()

    async def restarts(self) -> None:
        """Stop and start again on the same database, terminals too; people keep their phones."""
        phones = [member.phone for member in self._members.values()]
        terminals = [phone for phone in phones if isinstance(phone, ConsolePhone) and phone.is_open]
        for terminal in terminals:
            await terminal.ends()
        await self.stops()
        await self.starts()
        for terminal in terminals:
            await terminal.begins()

    async def close(self) -> None:
        """People put their phones away."""
        for member in self._members.values():
            if isinstance(member.phone, WebPhone | ConsolePhone):
                await member.phone.close()

    async def is_quiet(self) -> None:
        """Wait until nothing is being answered or sent."""
        await self.parts.engine.finish()

    async def keeps_in_touch(self) -> None:
        """Whoever uses an Official Account and was silent for long gives a sign of life: else it must not write."""
        for member in self._members.values():
            if isinstance(member.phone, ZaloOaPhone):
                await member.phone.keeps_in_touch()
        await self.is_quiet()

    async def reminds(self, at: datetime | None = None) -> None:
        """The hour strikes: now, or when the clock has come to that moment."""
        if at is not None:
            self.watch.forward(at - self.watch())
            await self.keeps_in_touch()
        parts = self.parts
        await remind.remind(parts.bench, self.watch())
        await self.is_quiet()

    async def read(self, work: Callable[[Transaction], T]) -> T:
        """What is committed."""
        return await self.parts.store.read(work)

    async def change(self, work: Callable[[Transaction], T]) -> T:
        """Something that happens outside the conversation."""
        return await self.parts.store.transact(work)

    async def person(self, name: str) -> Person:
        """The member called so in this story, as stored."""
        called = HEADS | {"minh": sample.DEPUTY, "hoa": sample.OFFICER}
        return await self.read(lambda tx: person_called(tx, called[name], local_date(self.watch())))

    async def invitation_for(self, name: str, *, valid_for: timedelta = timedelta(days=14)) -> str:
        """The token of a fresh invitation that adds a channel to the person."""
        return (await self.ticket_for(name, valid_for=valid_for)).token

    async def code_for(self, name: str, *, valid_for: timedelta = timedelta(days=14)) -> str:
        """Six digits that do the same, typed to the bot on any channel: `phone.types(await town.code_for("lan"))`."""
        return (await self.ticket_for(name, valid_for=valid_for)).code

    async def ticket_for(self, name: str, *, valid_for: timedelta = timedelta(days=14)) -> Ticket:
        """A fresh invitation that adds a channel to the person: its token, and its code."""
        person = await self.person(name)
        key, post, at = self.parts.doors.key, person.posts[0], self.watch()
        unit, role = post.unit.id, post.role
        return await self._issue(
            lambda tx: invite(tx, key=key, by=None, unit=unit, role=role, person=person.id, at=at, valid_for=valid_for)
        )

    async def open_invitation(self, unit: str, role: Role) -> str:
        """The token of an invitation for somebody whom nobody knows yet."""
        return (await self.open_ticket(unit, role)).token

    async def open_ticket(self, unit: str, role: Role) -> Ticket:
        """An invitation for somebody whom nobody knows yet: its token, and its code."""
        at = self.watch()

        def work(tx: Transaction) -> Ticket:
            place = tx.units.by_code(unit)
            assert place is not None
            return invite(tx, key=self.parts.doors.key, by=None, unit=place.id, role=role, person=None, at=at)

        return await self._issue(work)

    async def invitation_until_tonight(self, name: str, unit: str) -> str:
        """An invitation for a new deputy whose post ends with this day."""
        at = self.watch()
        today = local_date(at)

        def work(tx: Transaction) -> Ticket:
            place = tx.units.by_code(unit)
            assert place is not None
            person = tx.people.add(name, "", at)
            tx.people.give_post(person, Role.DEPUTY, place.id, today, today)
            key = self.parts.doors.key
            return invite(tx, key=key, by=None, unit=place.id, role=Role.DEPUTY, person=person, at=at)

        return (await self._issue(work)).token

    async def _issue(self, work: Callable[[Transaction], Ticket]) -> Ticket:
        """A new invitation; its code stands on the same sheet of paper as its link."""
        ticket = await self.change(work)
        self._codes[ticket.token] = ticket.code
        return ticket

    async def actions(self, subject: str) -> list[str]:
        """What the audit log says was done to the subject, oldest first; its chain is checked on the way."""
        assert await self.read(lambda tx: tx.audit.verify()) is None
        return [entry.action for entry in await self.read(lambda tx: tx.audit.about(subject))]

    def _phone(self, name: str, channel: str) -> Phone:
        if channel == "telegram" and self.telegram is not None:
            return TelegramPhone(self.telegram, name.capitalize())
        if channel == "zalo_bot" and self.zalo_bot is not None:
            return ZaloBotPhone(self.zalo_bot, name.capitalize(), code_of=self._code_of)
        if channel == "zalo_oa" and self.zalo_oa is not None:
            return ZaloOaPhone(self.zalo_oa, name.capitalize(), code_of=self._code_of)
        if channel == "web":
            return WebPhone(f"http://127.0.0.1:{self._settings.port}/")
        assert channel == "console", f"nobody opened {channel}"
        return ConsolePhone(self._settings, self.watch, enter=lambda: self._enter_console(name))

    async def _enter_console(self, name: str) -> str:
        person = await self.person(name)
        address = terminal_of(str(person.id))
        await self.change(lambda tx: tx.accounts.add(address, person.id, self.watch()))
        return address.chat

    def _code_of(self, token: str) -> str:
        return self._codes.get(token, UNKNOWN_CODE)
