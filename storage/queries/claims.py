"""What a sender has in hand: a recipient that is its alone for a while."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from bot.domain.announcements import AnnouncementId, DeliveryId
from bot.domain.people import AccountId, PersonId
from bot.domain.units import UnitId


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """An open row that is the caller's alone until `lease`."""

    id: DeliveryId
    announcement: AnnouncementId
    person: PersonId
    unit: UnitId | None
    tries: int
    """How often it was tried before; neither floods count, nor what an earlier account has surely not got."""
    lease: datetime
    """What `due` was set to: the row is the caller's as long as that stands there."""
    again: bool = False
    """It has come before, and has not been read: this is a reminder of it."""
    tried: tuple[AccountId, ...] = ()
    """The person's accounts that did not take it: they are not tried again."""
