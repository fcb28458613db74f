"""A phone with Zalo, on which one talks to a bot: text, pictures and voices, and nothing to press."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.channels.waiting import until
from tests.support.talk.numbered import offered, typed_for
from tests.support.talk.opening import linked_files
from tests.support.talk.phone import Seen, SeenFile
from tests.support.zalo_bot import BotMessage, Person, ZaloBotServer


class ZaloBotPhone:
    """Types numbers and words. What comes as a link is opened with the phone's browser."""

    def __init__(self, zalo: ZaloBotServer, name: str, *, code_of: Callable[[str], str]) -> None:
        """`code_of` gives the six digits that stand on an invitation beside its link."""
        self.zalo = zalo
        self.person: Person = zalo.person(name)
        self._code_of = code_of
        self._events: list[Seen] = []
        self._looked = 0

    async def joins(self, token: str) -> None:
        """A bot is opened without a word, so the code is typed."""
        await self.types(self._code_of(token))

    async def types(self, text: str) -> None:
        await self._is_heard()
        self.person.says(text)

    async def presses(self, label: str, on: Seen) -> None:
        """By its number while the list is the newest; the number of an older one would mean a line of the newest."""
        newest = next((seen for seen in reversed(await self.events()) if seen.buttons), on)
        await self.types(typed_for(label, on.text) if newest.key == on.key else label.lower())

    async def forges(self, choice: str) -> None:
        """All that a forger has here is what everybody types."""
        await self.types(choice)

    async def sends(self, content: bytes, name: str) -> None:
        await self._is_heard()
        if name.endswith(".jpg"):
            self.person.sends_photo(content)
        elif name.endswith(".ogg"):
            self.person.sends_voice(content)
        else:
            self.person.sends_something_else()

    async def shares_place(self, latitude: float, longitude: float) -> None:
        """A shared place does not reach a bot, so it is typed."""
        await self.types(f"{latitude}, {longitude}")

    async def delivered(self) -> None:
        while not self.zalo.settled:
            await self._goes_on()

    async def _goes_on(self) -> None:
        """Zalo hands over what was there already only once a second: patience begins anew with each word."""
        updates = self.zalo.updates
        taken = len(updates.acknowledged)
        await until(lambda: self.zalo.settled or len(updates.acknowledged) > taken)

    async def events(self) -> Sequence[Seen]:
        news = self.zalo.world.screen[self._looked :]
        self._looked += len(news)
        self._events += [_seen(message) for message in news if message.chat_id == self.person.id]
        return self._events

    async def _is_heard(self) -> None:
        """Where only a waiting poll hears, people whom nobody answers write again; here they wait instead."""
        updates = self.zalo.updates
        if self.zalo.options.queue == "live_only" and not self.zalo.world.webhook.url:
            await until(lambda: updates.listening and updates.settled)


def _seen(message: BotMessage) -> Seen:
    text, shown = message.text, message.content.photo
    pictures = [] if shown is None else [SeenFile.held("anh.jpg", shown)]
    return Seen(
        key=message.message_id,
        text=text,
        joined=True,
        buttons=offered(text),
        files=(*pictures, *linked_files(text)),
        source=message,
    )
