"""Counts the messages that a vendor took, where it allows only so many in a month."""

from __future__ import annotations

from bot.domain.quotas import Quota


class Meter:
    """Of one bot: its channel counts each message that leaves, and somebody writes down what was counted."""

    def __init__(self, quota: Quota) -> None:
        self.quota = quota
        self._unwritten = 0

    def count(self, messages: int = 1) -> None:
        """The vendor took so many more."""
        self._unwritten += messages

    @property
    def is_written(self) -> bool:
        """Whether nothing was counted since the last time."""
        return self._unwritten == 0

    def take(self) -> int:
        """What was counted since the last time, to be written down now."""
        taken, self._unwritten = self._unwritten, 0
        return taken
