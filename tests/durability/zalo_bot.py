"""The trial on a Zalo bot, against the strict simulator.

A poll of the Zalo Bot Platform cannot be acknowledged. By its nature it loses what it has handed to a process that dies
before it could store it, and, where only a waiting poll hears (live_only), what is written while none waits. A person
whom nobody answers writes again: so do the heads here, once it is certain that nothing was stored. What was stored, and
that is everything after which the bot has polled once more, must not be lost, doubled or out of order. Nobody types
ahead: if the first of two messages is lost, the second is taken for it, and the head reads so in the answer.
"""

from __future__ import annotations

import asyncio
from collections.abc import Collection, Sequence

from tests.channels.waiting import until
from tests.durability.head import Head
from tests.durability.pace import Pace
from tests.durability.trial import PATIENCE, Side, Trial
from tests.durability.ward import Invited
from tests.support.talk.numbered import offered, typed_for
from tests.support.zalo_bot import TOKEN, BotMessage, Options, Person, ZaloBotServer
from tests.support.zalo_bot.updates import Update


class ZaloBotPhone:
    """A person of the simulator, who types numbers and words."""

    def __init__(self, person: Person, code: str) -> None:
        self.said: Update | None = None
        self._person = person
        self._code = code
        self._looked = 0
        self._read = 0
        """How much of the message at that place was read: one message has all that is said at once."""

    async def joins(self, token: str) -> None:
        """Types the code that stands beside the link."""
        await self.says(self._code)

    async def says(self, text: str) -> None:
        """Writes, and writes again what nobody heard."""
        updates = self._person.world.updates
        while True:
            self.said = self._person.says(text)
            if self.said not in updates.lost:
                return
            await until(lambda: updates.listening, PATIENCE)

    async def presses(self, label: str) -> None:
        """Types what the newest message says that stands for it."""
        for message in reversed(self._screen):
            if label in offered(message.text):
                await self.says(typed_for(label, message.text))
                return
        raise AssertionError(f"nothing says how to choose {label!r}")

    async def sees(self, text: str) -> None:
        """Waits for a new message with the text, or for what stands below the text seen last."""
        async with asyncio.timeout(PATIENCE):
            while not self._finds(text):
                await self._person.world.bell.wait(1)

    @property
    def heard(self) -> Sequence[str]:
        """All messages, in their order."""
        return [message.text for message in self._screen]

    def _finds(self, text: str) -> bool:
        for place, message in enumerate(self._screen[self._looked :], start=self._looked):
            at = message.text.find(text, self._read if place == self._looked else 0)
            if at >= 0:
                self._looked, self._read = place, at + len(text)
                return True
        return False

    @property
    def _screen(self) -> Sequence[BotMessage]:
        return self._person.screen


class ZaloBotSide:
    """A Zalo bot as the killer and the judge see it."""

    def __init__(self, zalo: ZaloBotServer) -> None:
        self._zalo = zalo
        self._missing: set[str] = set()
        """Ids of what the platform has handed to a process that could not store it any more."""
        self._phones: list[ZaloBotPhone] = []
        self._repeating: set[asyncio.Task[None]] = set()

    @property
    def settings(self) -> dict[str, str]:
        """What the process needs to find us."""
        return {"ZALO_BOT_API_BASE": self._zalo.base, "ZALO_BOT_TOKEN": TOKEN, "PORT": "0"}

    @property
    def calls(self) -> int:
        """What the process has asked of Zalo so far."""
        return len(self._zalo.calls)

    @property
    def sent(self) -> set[str]:
        """The ids of all that anybody could hear."""
        lost = {update.message_id for update in self._zalo.updates.lost} | self._missing
        return {update.message_id for update in self._zalo.updates.sent} - lost

    @property
    def acknowledged(self) -> set[str]:
        """The ids of what the process has stored, if it is careful: it has polled again."""
        return {update.message_id for update in self._zalo.updates.acknowledged}

    def died(self, kept: Collection[str]) -> None:
        """Whoever wrote what was lost will get no answer, and writes again."""
        lost = {update.message_id for update in self._zalo.updates.unconfirmed} - set(kept) - self._missing
        self._missing |= lost
        for phone in self._phones:
            if phone.said is not None and phone.said.message_id in lost:
                task = asyncio.create_task(phone.says(phone.said.content["message"]["text"]))
                self._repeating.add(task)
                task.add_done_callback(self._repeating.discard)

    def head(self, number: int, invited: Invited, trial: Trial, pace: Pace) -> Head:
        """A head with a phone."""
        phone = ZaloBotPhone(self._zalo.person(f"Lan {number}"), invited.code)
        self._phones.append(phone)
        head = Head(number, invited, phone, pace, trial.random)
        head.types_ahead = 0.0
        return head


async def kill_on_zalo_bot(trial: Trial, options: Options | None = None) -> None:
    """Kill the process while heads report to a Zalo bot."""
    async with ZaloBotServer(options) as zalo:
        side: Side = ZaloBotSide(zalo)
        await trial.run(side)
        assert zalo.violations == [], zalo.violations
