"""A phone with Zalo, in the chat with the Official Account, in the simulator."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.channels.waiting import until
from tests.support.talk.numbered import meaning, named, offered, typed_for
from tests.support.talk.opening import linked_files
from tests.support.talk.phone import Seen, SeenFile
from tests.support.zalo_oa import Person, SeenMessage, ZaloOaServer

PATIENCE = 60.0
"""Seconds until an event must have been taken: one that failed comes again after a while."""

SILENT_SECONDS = 2 * 24 * 3600
"""After which somebody who stays in touch does so."""


class ZaloOaPhone:
    """Presses a button where there is one, else types the number or the word that stands for it."""

    def __init__(self, zalo: ZaloOaServer, name: str, *, code_of: Callable[[str], str]) -> None:
        """`code_of` gives the six digits that stand on an invitation beside its link."""
        self.zalo = zalo
        self.person: Person = zalo.person(name)
        self._code_of = code_of
        self._events: list[Seen] = []

    async def joins(self, token: str) -> None:
        """No link brings a token here, so whoever has followed the account types the code."""
        self.person.follows()
        await self.types(self._code_of(token))

    async def types(self, text: str) -> None:
        if self.zalo.options.must_follow and not self.person.standing.follows:
            self.person.follows()  # the app shows no account's answers to whoever does not
        self.person.says(text)

    async def presses(self, label: str, on: Seen) -> None:
        assert isinstance(on.source, SeenMessage)
        for button in on.source.choices:
            if meaning(button.label, on.text) == label:
                self.person.presses(button.label, on=on.source)
                return
        await self.types(typed_for(label, on.text))

    async def forges(self, choice: str) -> None:
        await self.types(f"#{choice}")

    async def sends(self, content: bytes, name: str) -> None:
        if name.endswith(".jpg"):
            self.person.sends_photo(content)
        elif name.endswith(".ogg"):
            self.person.sends_voice(content)
        elif name.endswith(".mp4"):
            self.person.sends_video(content)
        else:
            self.person.sends_file(content, name=name)

    async def shares_place(self, latitude: float, longitude: float) -> None:
        self.person.sends_location(latitude, longitude)

    async def keeps_in_touch(self) -> None:
        """Send a sticker, if the account may soon not write any more."""
        last = self.person.standing.last_interaction
        if last is not None and self.zalo.clock.seconds() - last > SILENT_SECONDS:
            self.person.sends_sticker()
            await self.delivered()

    async def delivered(self) -> None:
        await until(lambda: not self.zalo.queue.waiting(self.person.id), PATIENCE)

    async def events(self) -> Sequence[Seen]:
        self._events += [_seen(message) for message in self.person.screen[len(self._events) :]]
        return self._events


def _seen(message: SeenMessage) -> Seen:
    # Where there are buttons the numbers of the text are those of its own lines, and what had no room is named.
    pressed = tuple(meaning(label, message.text) for label in message.buttons)
    buttons = (*pressed, *named(message.text)) if pressed else offered(message.text)
    return Seen(
        # What a clerk has typed by hand is not the bot's.
        key=f"note {message.message_id}" if message.by_staff else message.message_id,
        text=message.text,
        buttons=buttons,
        files=(
            *(SeenFile.held(file.name, file.content) for file in message.files),
            *linked_files(message.text),
        ),
        source=message,
    )
