"""What people see, and how long they wait for it."""

from __future__ import annotations

from collections.abc import Callable

from tests.support.telegram.bell import Deadline

from .account import Account
from .screen import SeenMessage

PATIENCE = 60.0
"""Seconds that a person waits before the test fails."""


class Looking(Account):
    """The screen of a phone."""

    _looked = 0
    """How many of the person's messages the last `sees` has passed."""

    @property
    def screen(self) -> list[SeenMessage]:
        """The account's messages, oldest first."""
        return [event.message for event in self.world.screen if event.user_id == self.id]

    async def sees(self, text: str, *, within: float = PATIENCE) -> SeenMessage:
        """Wait for a new message that contains the text. What it passes over counts as read."""
        return await self._waits_for(lambda message: text in message.text, repr(text), within)

    async def sees_file(self, name: str = "", *, within: float = PATIENCE) -> SeenMessage:
        """Wait for a new message with a file whose name contains this."""

        def wanted(message: SeenMessage) -> bool:
            return any(name in file.name for file in message.files)

        return await self._waits_for(wanted, f"a file {name!r}", within)

    async def sees_nothing_new(self, *, for_seconds: float = 0.2) -> None:
        """Fails when the account writes anything within that time."""
        before = len(self.screen)
        deadline = Deadline(for_seconds)
        while deadline.left():
            await self.world.bell.wait(deadline.left())
        if news := self.screen[before:]:
            raise AssertionError(f"{self.name} should see nothing new, but sees {news[0].text!r}.\n{self.describe()}")

    def describe(self) -> str:
        """The end of the screen in words, for messages about failed tests."""
        lines = [f"- {message}" for message in self.screen[-5:]] or ["(an empty chat)"]
        return f"{self.name}'s screen:\n" + "\n".join(lines)

    async def _waits_for(self, wanted: Callable[[SeenMessage], bool], description: str, within: float) -> SeenMessage:
        deadline = Deadline(within)
        while True:
            screen = self.screen
            for place in range(self._looked, len(screen)):
                if wanted(screen[place]):
                    self._looked = place + 1
                    return screen[place]
            if not deadline.left():
                raise AssertionError(f"{self.name} waited {within} s for {description} in vain.\n{self.describe()}")
            await self.world.bell.wait(deadline.left())
