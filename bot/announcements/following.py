"""Keeps the card up to date in which somebody follows an announcement, without sending a message for each step."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from bot.announcements import steering_cards
from bot.announcements.outlets import Outlets
from bot.domain.announcements import Announcement, AnnouncementId, Progress
from bot.messages import Outgoing
from storage.transaction import Transaction

EVERY = timedelta(seconds=4)
"""Vendors let a message be changed about as often as one may be sent to one chat; nobody reads faster either."""


class Followed:
    """What each card has shown last, in this process; another one begins by showing it anew."""

    def __init__(self) -> None:
        self._shown: dict[AnnouncementId, tuple[datetime, Progress]] = {}

    def changed(
        self, tx: Transaction, id: AnnouncementId, outlets: Outlets, at: datetime, *, last: bool
    ) -> list[Outgoing]:
        """The card with the counts of this moment, if they are others than before; `last` when nothing more follows."""
        before = self._shown.get(id)
        if before is not None and not last and at < before[0] + EVERY:
            return []
        announcement, progress = tx.announcements.get(id), tx.deliveries.progress(id)
        if before is not None and not last and progress == before[1]:
            return []
        self._shown[id] = at, progress
        if last:
            del self._shown[id]
        return _card(tx, announcement, progress, outlets, at)


def _card(
    tx: Transaction, announcement: Announcement, progress: Progress, outlets: Outlets, at: datetime
) -> list[Outgoing]:
    shown = None if announcement.card is None else tx.outbox.sent_as(announcement.card)
    if shown is None or (shown[0].channel, shown[0].bot) not in outlets:
        return []
    address, message = shown
    questions = sum(remark.is_question for remark in tx.announcements.remarks(announcement.id))
    reply = steering_cards.card(announcement, progress, questions)
    return [tx.outbox.add(address, None, replace(reply, settles=message), at)]
