"""A town in which one thing is done after the other, and everything is looked at after each."""

from __future__ import annotations

import asyncio
import re
import traceback
from collections.abc import Awaitable, Callable, Coroutine
from contextlib import AsyncExitStack
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

from bot.actions.periods import open_period
from bot.cli.form_files import checked, put_in_force
from bot.clock import local, local_date
from bot.domain.periods import Span
from bot.texts import carrying, conversation, publishing, sharing
from bot.texts.interview import UNDERSTOOD
from storage.transaction import Transaction
from tests.stories.anything.witness import Kept, Witness
from tests.stories.test_every_type import TABLE
from tests.support.cases import records
from tests.support.inputs import WITHOUT_BUTTONS
from tests.support.talk import Member, Seen, Town
from tests.support.talk.jobs import announcements_are_out, jobs_are_done, terminals_have_looked

T = TypeVar("T")
Act = Callable[[Member], Awaitable[object]]

ELSEWHERE = {"telegram": "web", "web": "console", "console": "web", "zalo_bot": "web", "zalo_oa": "web"}
"""The other channel on which Lan is too."""
MONTH = timedelta(days=30)
LAN_ELSEWHERE, STRANGER = "lan elsewhere", "tu"
STORED = UNDERSTOOD.partition("{")[0]
CASE_KEPT = re.compile(re.escape(carrying.KEPT).replace(r"\{named\}", ".+").replace(r"\{code\}", ".+"))
"""That a case is as it was is no answer, and may be said twice."""


class Crowd:
    """Lan on two channels, her deputy Minh, the officer Hoa and, where strangers can come in, Tú."""

    def __init__(self, channel: str, database: str, folder: Path, *, every_type: bool) -> None:
        """`every_type`: good deeds are recorded in a form that has every type of question; else a case waits."""
        self.channel = channel
        self.witness = Witness()
        self._runner = asyncio.Runner()
        self._stack = AsyncExitStack()
        self._folder = folder
        self.run(self._begin(database, every_type=every_type))

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Let the town live until this is done."""
        try:
            return self._runner.run(work)
        except Exception:
            # What does not happen again when hypothesis repeats it would never be seen.
            traceback.print_exc()
            raise

    async def _begin(self, database: str, *, every_type: bool) -> None:
        self.town = await self._stack.enter_async_context(Town.opened(self.channel, database, self._folder))
        await self.town.change(self._open_the_year)
        if every_type:
            await self._publish_every_type()
        else:
            await self._record_a_household()
        self.people = {name: self.town.member(name) for name in ("lan", "minh", "hoa")}
        self.people[LAN_ELSEWHERE] = self.town.member("lan", ELSEWHERE[self.channel])
        for member in self.people.values():
            await member.joins()
        if self.channel != "console":  # a terminal is for members
            self.people[STRANGER] = self.town.tu
            await self.town.tu.says("chào")
        self._ids = {name: (await self.town.person(name)).id for name in ("lan", "minh", "hoa")}
        self._kept = await self.town.read(Kept.read)
        self._spoke_last: dict[str, Member] = {}

    def _open_the_year(self, tx: Transaction) -> None:
        ward = tx.units.wards(local_date(self.town.watch()))[0]
        open_period(tx, by=None, ward=ward, span=Span.parse("2020"), at=self.town.watch())

    async def _publish_every_type(self) -> None:
        file = self._folder / "moi-kieu.md"
        file.write_text(TABLE, encoding="utf-8")
        found, at = checked(file), self.town.watch()
        await self.town.change(lambda tx: put_in_force(tx, found, family="guong_ntvt", at_once=True, at=at))

    async def _record_a_household(self) -> None:
        lan = await self.town.person("lan")
        await self.town.change(lambda tx: records(tx, lan, lan.posts[0].unit, self.town.watch() - 4 * MONTH))

    def does(self, name: str, act: Act, *, answered: bool = True, at_once: bool = False) -> list[Seen]:
        """What the person is shown for it. `answered`: there must be an answer; `at_once`: it is several messages."""
        self._spoke_last[self.people[name].name] = self.people[name]
        return self.sees(name, act, answered=answered, at_once=at_once)

    def sees(self, name: str, act: Act, *, answered: bool = False, at_once: bool = False) -> list[Seen]:
        """The same for what others do to the person."""
        return self.run(self._does(self.people[name], act, answered=answered, at_once=at_once))

    async def _does(self, member: Member, act: Act, *, answered: bool, at_once: bool) -> list[Seen]:
        shown = len(await member.phone.events())
        await act(member)
        await member.is_answered()
        # What is ready later comes later: not between the next words and their answer.
        await jobs_are_done(self.town)
        await announcements_are_out(self.town)
        news = list((await member.phone.events())[shown:])
        assert news or not answered, f"{member.name} got no answer"
        kept = await self.town.read(Kept.read)
        kept.follows(self._kept, self._ids.get(member.name))
        if not at_once:
            self._is_true(news, kept)
        self._kept = kept
        await self._has_a_way_out(member)
        self._nothing_broke()
        return news

    def _is_true(self, news: list[Seen], kept: Kept) -> None:
        """What the bot says about what it has stored."""
        said = CASE_KEPT.sub("", "\n".join(seen.text for seen in news))
        if STORED in said and publishing.MARK not in said:
            assert kept.answers > self._kept.answers, f"not stored:\n{said}"
        if publishing.MARK in said or sharing.NOT_TAKEN_PLAIN.rstrip(".") in said or conversation.STALE in said:
            assert kept.answers == self._kept.answers, f"stored all the same:\n{said}"

    async def _has_a_way_out(self, member: Member) -> None:
        # A file without words belongs to the message that comes after it.
        newest = [seen for seen in (await self.screen(member)).values() if seen.text or seen.buttons][-1]
        if member.name == STRANGER:
            assert not newest.buttons, f"a stranger is shown something:\n{newest}"
        elif not newest.text.startswith(WITHOUT_BUTTONS):
            assert newest.buttons, f"no way out for {member.name}:\n{newest}"

    async def screen(self, member: Member) -> dict[str, Seen]:
        """The messages as they stand now, oldest first; notes of the page itself, which pass, left out."""
        events = await member.phone.events()
        return {seen.key: seen for seen in events if not seen.key.startswith("note")}

    def cards(self, name: str) -> list[Seen]:
        """What has buttons, or words that stand for them."""
        screen = self.run(self.screen(self.people[name]))
        return [seen for seen in screen.values() if seen.buttons]

    def is_at(self, name: str) -> bool:
        """Whether the person spoke last here, so that what stands here is the question that is open."""
        member = self.people[name]
        return self._spoke_last.get(member.name) is member

    def _nothing_broke(self) -> None:
        self.witness.saw_nothing()
        zalo, telegram = self.town.zalo_bot, self.town.telegram
        assert zalo is None or zalo.violations == [], zalo.violations
        if telegram is not None:
            assert telegram.violations == []
            waiting = [press.label for press in telegram.world.presses.presses.values() if press.answer is None]
            assert not waiting, f"presses are left spinning: {waiting}"

    def is_reminded(self) -> None:
        """It is eight in the morning, and whoever is to be reminded is."""
        now = local(self.town.watch())
        self.passes((7 - now.hour) % 24 + 1)
        self.run(self.town.reminds())
        self.run(self._rests())

    def passes(self, hours: int) -> None:
        """Nobody says a word for so long."""
        self.run(self._goes_on(timedelta(hours=hours)))
        if self.town.telegram is not None:
            self.town.telegram.clock.advance(hours * 3600.0)
        if self.town.zalo_bot is not None:
            self.town.zalo_bot.clock.advance(hours * 3600.0)
        self.run(self._rests())

    async def _goes_on(self, span: timedelta) -> None:
        """The bot does what it does now and then by itself, or tokens that it keeps alive would die."""
        while span:
            step = min(span, MONTH)
            span -= step
            self.town.watch.forward(step)
            for channel in self.town.parts.channels:
                await channel.prepare()

    def restarts(self) -> None:
        """The bot is stopped at once, and started again."""
        self.run(self.town.restarts())
        self.run(self._rests())

    async def _rests(self) -> None:
        """Everybody still has a way out, and nothing has changed."""
        await announcements_are_out(self.town)
        await terminals_have_looked(self.town)
        for member in self.people.values():
            await member.is_answered()
            await self._has_a_way_out(member)
        kept = await self.town.read(Kept.read)
        kept.follows(self._kept, None)
        self._nothing_broke()

    def closes(self) -> None:
        """Everybody comes home once more; then the books are checked."""
        try:
            for name, member in self.people.items():
                news = self.does(name, lambda member: member.says("menu"))
                assert member.name == STRANGER or conversation.MENU_QUESTION in news[-1].text, news[-1]
            self.run(self._rests())
            assert self.run(self.town.read(lambda tx: tx.audit.verify())) is None
            assert self.run(self.town.read(lambda tx: tx.inbox.open_lanes(1))) == []
        finally:
            self.ends()

    def ends(self) -> None:
        """Close the town, whatever became of it."""
        try:
            self.run(self._stack.aclose())
        finally:
            self._runner.close()
            self.witness.leaves()
