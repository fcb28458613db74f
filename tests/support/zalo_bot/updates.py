"""Updates on their way to a bot that polls, in each of the three ways that were observed."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from tests.support.telegram.bell import Bell, Deadline

from .options import Options
from .wire import JsonObject


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """One event, in the form in which it travels: there is no number, only the message's id, if there is a message."""

    content: JsonObject
    chat_id: str
    """Whose it is, as the platform knows it even where the update does not say."""

    @property
    def message_id(self) -> str:
        return str(self.content.get("message", {}).get("message_id", ""))


class UpdateQueue:
    """What the bot has not read; `listening` tells whether it polls at this moment."""

    def __init__(self, bell: Bell, options: Options) -> None:
        self.lost: list[Update] = []
        """What came while nobody polled (live_only): the bot never hears of it."""
        self.sent: list[Update] = []
        """All, in the order in which they came about."""
        self.acknowledged: list[Update] = []
        """After which the bot came back for more, or its webhook said 200: a careful one has stored them then."""
        self.in_doubt: list[Update] = []
        """After which the bot began anew: whether it had stored them nobody can tell."""
        self.polls = 0
        self._bell = bell
        self._mode = options.queue
        self._webhook = False
        self._listening = 0
        self._waiting: deque[Update] = deque()
        self._last: Update | None = None
        self._handed: Update | None = None
        """What was handed to a poll, as long as there was no other."""

    @property
    def kept(self) -> bool:
        """Whether the bot has come back since it was handed something."""
        return self._handed is None

    @property
    def unconfirmed(self) -> list[Update]:
        """What a bot may not have stored that is dead at this moment."""
        return [*self.in_doubt, *([self._handed] if self._handed else [])]

    def begins(self) -> None:
        """Another life of the bot: it asks who it is."""
        self.in_doubt, self._handed = self.unconfirmed, None

    @property
    def listening(self) -> bool:
        """Whether a poll waits."""
        return self._listening > 0

    @property
    def waiting(self) -> int:
        """What no poll and no webhook has taken."""
        return len(self._waiting)

    @property
    def settled(self) -> bool:
        """Whether the bot has taken everything, and has come back for more."""
        return not self._waiting and self.kept

    def add(self, update: Update) -> None:
        self.sent.append(update)
        if self._mode == "live_only" and not self.listening and not self._webhook:
            self.lost.append(update)
            return
        self._waiting.append(update)
        self._bell.ring()

    def goes_to_webhook(self, is_set: bool) -> None:
        """While a webhook is set nothing is lost for want of a poll."""
        self._webhook = is_set

    async def poll(self, seconds: float) -> Update | None:
        """The next update, at once or when it comes; None when the seconds are over."""
        if self._handed is not None:
            self.acknowledged.append(self._handed)
            self._handed = None
        self.polls += 1
        self._bell.ring()
        if self._mode == "replay" and not self._waiting and self._last is not None:
            return self._last
        deadline = Deadline(seconds)
        self._listening += 1
        try:
            while not self._waiting and deadline.left():
                await self._bell.wait(deadline.left())
        finally:
            self._listening -= 1
        if not self._waiting:
            return None
        self._last = self._handed = self._waiting.popleft()
        return self._last

    def take_all(self) -> list[Update]:
        """For the webhook: everything that waits, oldest first."""
        taken = list(self._waiting)
        self._waiting.clear()
        return taken

    @property
    def last(self) -> Update | None:
        """What was handed to a poll last."""
        return self._last
