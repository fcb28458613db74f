"""A phone with Telegram, in the simulator."""

from __future__ import annotations

import mimetypes
from collections.abc import Sequence

from tests.channels.waiting import until
from tests.support.talk.numbered import meaning
from tests.support.talk.phone import Seen, SeenFile
from tests.support.telegram import Person, SeenMessage, TelegramServer, screen


class TelegramPhone:
    """Presses where there are buttons; a number stands for a line that is too long for a button."""

    def __init__(self, telegram: TelegramServer, name: str) -> None:
        self.telegram = telegram
        self.person: Person = telegram.person(name)
        self._events: list[Seen] = []
        self._looked = 0

    async def joins(self, token: str) -> None:
        self.person.start(token)

    async def types(self, text: str) -> None:
        self._must_have_started()
        if text.strip():
            self.person.says(text)
        else:
            self.person.sends(text=text)  # blanks that a phone would not trim

    async def presses(self, label: str, on: Seen) -> None:
        assert isinstance(on.source, SeenMessage)
        self.person.presses(on.source.buttons[on.buttons.index(label)], on=on.source)

    async def forges(self, choice: str) -> None:
        world, chat = self.person.world, self.person.chat
        press = world.presses.add(self.person.id, choice)
        message = next(message for message in reversed(chat.messages.values()) if message.from_bot)
        self.person.tell_bot("callback_query", world.callback_content(chat, message, press.callback_id, choice))

    async def sends(self, content: bytes, name: str) -> None:
        if name.endswith(".jpg"):
            self.person.sends_photo(content)
        elif name.endswith(".ogg"):
            self.person.sends_voice(content)
        else:
            mime = mimetypes.guess_type(name)[0] or "application/octet-stream"
            self.person.sends_document(content, name=name, content_type=mime)

    async def shares_place(self, latitude: float, longitude: float) -> None:
        self.person.sends_location(latitude, longitude)

    async def delivered(self) -> None:
        await until(lambda: not self.telegram.updates.waiting())

    async def events(self) -> Sequence[Seen]:
        news = self.telegram.world.screen[self._looked :]
        self._looked += len(news)
        mine = [event for event in news if event.chat_id == self.person.id]
        self._events += [_seen(screen.seen(event, self.telegram.files)) for event in mine]
        return self._events

    def _must_have_started(self) -> None:
        if not self.person.chat.started:
            self.person.start()


def _seen(message: SeenMessage) -> Seen:
    return Seen(
        key=str(message.message_id),
        text=message.text,
        buttons=tuple(meaning(label, message.text) for label in message.buttons),
        files=tuple(SeenFile.held(file.name, file.content) for file in message.files),
        source=message,
    )
