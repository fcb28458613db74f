"""What a vendor lets a bot say in a month, and to how many people; what stops first when it runs out. Pure rules."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

OVER = "quota"
"""The code of a SendError: the vendor says that this month's messages are used up."""
NEARLY = 80
"""Percent from which officers and operator are warned."""
HALF = 50
"""Percent from which the officer's morning mentions it."""


class Purpose(StrEnum):
    """What a message is for; the least needed first."""

    DIGEST = "digest"
    """The officer's morning."""
    REMINDER = "reminder"
    ANNOUNCEMENT = "announcement"
    CONVERSATION = "conversation"
    """An answer to somebody who has just written: it stops only when the vendor refuses it."""


STOPS_AT = {Purpose.DIGEST: 85, Purpose.REMINDER: 90, Purpose.ANNOUNCEMENT: 95}
"""Percent of a month's messages: what is left then belongs to what is needed more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """What a vendor allows; None is without a limit."""

    messages: int | None = None
    """Out in a month."""
    people: int | None = None
    """Who may ever write to the bot."""


ZALO_BOT_FREE = Quota(messages=3000, people=50)
"""What the plan of the Zalo Bot Platform allows that costs nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """What a bot has used of it in one month."""

    channel: str
    bot: str
    quota: Quota
    messages: int = 0
    people: int = 0
    refused_at: datetime | None = None
    """When the vendor last said that the month's messages are used up, if none was taken afterwards."""

    def lets(self, purpose: Purpose) -> bool:
        """Whether a message of that kind may still be sent there this month."""
        if purpose is Purpose.CONVERSATION:
            return True
        return self.refused_at is None and not _has_reached(self.messages, self.quota.messages, STOPS_AT[purpose])

    def left_for(self, purpose: Purpose) -> int | None:
        """How many messages of that kind may still be sent there this month; None is any number."""
        if self.quota.messages is None or purpose is Purpose.CONVERSATION:
            return None if self.lets(purpose) else 0
        return max(0, -(-self.quota.messages * STOPS_AT[purpose] // 100) - self.messages) if self.lets(purpose) else 0

    @property
    def is_over(self) -> bool:
        """Whether nothing at all can be said there until the next month."""
        return self.refused_at is not None

    @property
    def messages_run_out(self) -> bool:
        """Whether somebody should be warned of it."""
        return self.is_over or _has_reached(self.messages, self.quota.messages, NEARLY)

    @property
    def people_run_out(self) -> bool:
        """Whether somebody should be warned of it."""
        return _has_reached(self.people, self.quota.people, NEARLY)

    @property
    def is_worth_a_word(self) -> bool:
        """Whether half of anything is used."""
        return (
            self.is_over
            or _has_reached(self.messages, self.quota.messages, HALF)
            or _has_reached(self.people, self.quota.people, HALF)
        )


Closed = frozenset[tuple[str, str]]
"""By (channel, bot): where a message of some kind may not be sent any more this month."""


def closed(usages: Iterable[Usage], purpose: Purpose) -> Closed:
    """Where it may not."""
    return frozenset((usage.channel, usage.bot) for usage in usages if not usage.lets(purpose))


def month_of(day: date) -> str:
    """2020-12, of a day in Vietnam."""
    return f"{day:%Y-%m}"


def _has_reached(used: int, limit: int | None, percent: int) -> bool:
    return limit is not None and used * 100 >= limit * percent
