"""What people see, and how long they wait for it."""

from __future__ import annotations

from collections.abc import Callable

from . import screen
from .account import Account
from .bell import Deadline
from .callbacks import Press
from .screen import SeenMessage
from .wire import JsonObject
from .world import ScreenEvent

PATIENCE = 60.0
"""Seconds that a person waits before the test fails."""


class Looking(Account):
    """The screen of a phone."""

    _looked = 0
    """How much of the world's screen events the last `sees` has passed."""

    async def sees(self, text: str, *, within: float = PATIENCE) -> SeenMessage:
        """Waits for a new or edited message that contains the text.

        New is what came after the message that the last `sees` returned: what it passed over counts as read.
        """
        return await self._waits_for(lambda message: text in message.text, repr(text), within)

    async def sees_file(self, name: str = "", *, within: float = PATIENCE) -> SeenMessage:
        """Waits for a new message with a file whose name contains this."""

        def wanted(message: SeenMessage) -> bool:
            return any(name in file.name for file in message.files)

        return await self._waits_for(wanted, f"a file {name!r}", within)

    async def _waits_for(self, wanted: Callable[[SeenMessage], bool], description: str, within: float) -> SeenMessage:
        deadline = Deadline(within)
        while True:
            for at, event in enumerate(self.world.screen[self._looked :], start=self._looked + 1):
                message = screen.seen(event, self.world.files)
                if event.chat_id == self.id and wanted(message):
                    self._looked = at
                    return message
            if not deadline.left():
                raise AssertionError(f"{self.name} waited {within} s for {description} in vain.\n{self.describe()}")
            await self.world.bell.wait(deadline.left())

    async def sees_nothing_new(self, *, for_seconds: float = 0.2) -> None:
        """Fails when the bot writes or edits anything within that time."""
        before = len(self._events())
        deadline = Deadline(for_seconds)
        while deadline.left():
            await self.world.bell.wait(deadline.left())
        if news := self._events()[before:]:
            raise AssertionError(f"{self.name} should see nothing new, but sees {news[0].text!r}.\n{self.describe()}")

    async def sees_no_spinner(self, *, within: float = PATIENCE) -> None:
        """Waits until every press is answered."""
        deadline = Deadline(within)
        while self.spinning:
            if not deadline.left():
                raise AssertionError(f"{self.name} still waits for {[press.label for press in self.spinning]}")
            await self.world.bell.wait(deadline.left())

    @property
    def screen(self) -> list[SeenMessage]:
        """The bot's messages as they stand now, oldest first."""
        latest = {event.message.message_id: event for event in self._events() if not event.message.deleted}
        return [screen.seen(event, self.world.files) for _, event in sorted(latest.items())]

    @property
    def spinning(self) -> list[Press]:
        """Presses that the bot has not answered."""
        return self.world.presses.spinning(self.id)

    @property
    def notices(self) -> list[str]:
        """The short texts that popped up as answers to presses."""
        presses = self.world.presses.presses.values()
        return [
            press.answer["text"]
            for press in presses
            if press.user_id == self.id and press.answer and press.answer["text"]
        ]

    @property
    def keyboard(self) -> list[list[JsonObject]]:
        """The reply keyboard under the input field, if the bot put one there."""
        for event in reversed(self._events()):
            markup = event.message.markup or {}
            if markup.get("remove_keyboard"):
                return []
            if "keyboard" in markup:
                rows: list[list[JsonObject]] = markup["keyboard"]
                return rows
        return []

    def describe(self) -> str:
        """The end of the screen in words, for messages about failed tests."""
        lines = [f"- {message}" for message in self.screen[-5:]] or ["(an empty chat)"]
        return f"{self.name}'s screen:\n" + "\n".join(lines)

    def _events(self) -> list[ScreenEvent]:
        return [event for event in self.world.screen if event.chat_id == self.id]
