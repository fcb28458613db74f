"""People with Zalo on their phones, who write to the bot and look at their screens."""

from __future__ import annotations

from collections.abc import Sequence

from tests.support.telegram.bell import Deadline

from .chats import BotMessage
from .updates import Update
from .wire import JsonObject
from .world import World

PATIENCE = 60.0
"""Seconds that a person waits before the test fails."""


class Person:
    """One account and its private chat with the bot.

    lan = zalo.person("Lan")
    lan.says("412")
    await lan.sees("Em ghi: 412 hộ")
    """

    def __init__(self, world: World, name: str, *, protected: bool = False) -> None:
        """`protected`: a child, or somebody whose account is restricted; the bot gets nothing of what they write."""
        self.name = name
        self.protected = protected
        self.world = world
        self.chat = world.chats.add(name)
        self._looked = 0

    @property
    def id(self) -> str:
        return self.chat.chat_id

    def says(self, text: str) -> Update:
        return self._sends("text", {"text": text})

    def sends_photo(self, content: bytes, *, caption: str = "", seconds: float | None = None) -> Update:
        """`seconds`: how long the link can be opened."""
        link = self.world.media.keep(content, "jpg", seconds=seconds)
        field = self.world.options.photo_field
        more = {"caption": caption} if caption else {}
        return self._sends("image", {"message_type": "CHAT_PHOTO", field: link, **more})

    def sends_voice(self, content: bytes, *, seconds: float | None = None) -> Update:
        link = self.world.media.keep(content, "aac", seconds=seconds)
        return self._sends("voice", {"message_type": "CHAT_VOICE", "voice_url": link})

    def sends_sticker(self) -> Update:
        sticker = self.world.ids.new("sticker")
        return self._sends("sticker", {"message_type": "CHAT_STICKER", "sticker": sticker, "url": ""})

    def sends_something_else(self) -> Update:
        """A file, a video, a place, a contact card: the bot is told that something came, not what."""
        without = self.world.options.unsupported == "without_message"
        return self.world.hears(self.chat, "message.unsupported.received", None if without else {})

    def does_something_new(self, event: str = "user.follow") -> Update:
        """An event of which no document tells."""
        return self.world.hears(self.chat, event, {"text": "?"})

    def _sends(self, kind: str, message: JsonObject) -> Update:
        if self.protected:
            return self.world.hears(self.chat, "message.unsupported.received", None)
        return self.world.hears(self.chat, f"message.{kind}.received", message)

    @property
    def screen(self) -> Sequence[BotMessage]:
        """What the bot has sent here, oldest first; nothing is ever changed or taken back."""
        return [message for message in self.world.screen if message.chat_id == self.id]

    async def sees(self, text: str, *, within: float = PATIENCE) -> BotMessage:
        """Waits for a new message that contains the text; what it passes over counts as read."""
        deadline = Deadline(within)
        while True:
            for place, message in enumerate(self.screen[self._looked :], start=self._looked + 1):
                if text in message.text:
                    self._looked = place
                    return message
            if not deadline.left():
                raise AssertionError(f"{self.name} waited {within} s for {text!r} in vain.\n{self.describe()}")
            await self.world.bell.wait(deadline.left())

    def describe(self) -> str:
        """The end of the screen in words, for messages about failed tests."""
        lines = [f"- {message.text}" for message in self.screen[-5:]] or ["(an empty chat)"]
        return f"{self.name}'s screen:\n" + "\n".join(lines)
