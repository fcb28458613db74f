"""How many messages the bot has sent this month."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime

from tests.support.telegram.clock import Clock

from .chats import Chat
from .wire import quota_exceeded


class Quota:
    """Counts by calendar month; a refused message does not count."""

    def __init__(self, clock: Clock, most: int) -> None:
        self.most = most
        self._clock = clock
        self._sent: Counter[str] = Counter()

    @property
    def used(self) -> int:
        """Messages sent in this month."""
        return self._sent[self._month()]

    def take(self, chat: Chat) -> None:
        """One more message to that chat, or the refusal."""
        if self.used >= self.most:
            raise quota_exceeded()
        self._sent[self._month()] += 1
        chat.messages_out += 1

    def _month(self) -> str:
        return datetime.fromtimestamp(self._clock.now(), UTC).strftime("%Y-%m")
