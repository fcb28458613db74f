"""Steering an announcement that is confirmed: what is changed takes effect with the next message that would be sent."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from bot.actions import audiences
from bot.actions.announcements import of
from bot.domain.announcements import Announcement, AnnouncementId, AnnouncementStatus
from bot.domain.errors import Conflict, Invalid
from bot.domain.people import Person
from bot.domain.units import Unit
from storage.transaction import Transaction

_RUNNING, _PAUSED, _SCHEDULED = AnnouncementStatus.RUNNING, AnnouncementStatus.PAUSED, AnnouncementStatus.SCHEDULED
_FINISHED, _CANCELLED = AnnouncementStatus.FINISHED, AnnouncementStatus.CANCELLED


def pause(tx: Transaction, *, by: Person | None, id: AnnouncementId, at: datetime) -> Announcement:
    """Send nothing more until it is resumed; Conflict("announcement_not_running") if it is not running or scheduled."""
    return _move(tx, by=by, id=id, at=at, event="announcement_paused", to=_PAUSED, before=(_RUNNING, _SCHEDULED))


def resume(tx: Transaction, *, by: Person | None, id: AnnouncementId, at: datetime) -> Announcement:
    """Go on; one that was paused before its time waits for its time. Conflict("announcement_not_paused")."""
    announcement, _ = of(tx, by=by, id=id)
    waits = announcement.send_at is not None and announcement.send_at > at
    to = _SCHEDULED if waits else _RUNNING
    return _move(tx, by=by, id=id, at=at, event="announcement_resumed", to=to, before=(_PAUSED,))


def cancel(tx: Transaction, *, by: Person | None, id: AnnouncementId, at: datetime) -> Announcement:
    """Nobody gets it any more who has not got it yet; Conflict("announcement_over") if it is over already."""
    before = (_RUNNING, _SCHEDULED, _PAUSED)
    announcement = _move(tx, by=by, id=id, at=at, event="announcement_cancelled", to=_CANCELLED, before=before)
    tx.deliveries.drop_open(id)
    return announcement


def set_pace(tx: Transaction, *, by: Person | None, id: AnnouncementId, pace: int | None, at: datetime) -> Announcement:
    """So many messages a minute at most; None: as many as each channel takes. Invalid("pace") for nonsense."""
    of(tx, by=by, id=id)
    if pace is not None and pace < 1:
        raise Invalid("pace", pace=pace)
    tx.announcements.set_pace(id, pace)
    tx.audit.record(at, by.id if by else None, "announcement_pace", f"announcement:{id}", {"pace": pace})
    return tx.announcements.get(id)


def follow(tx: Transaction, *, by: Person | None, id: AnnouncementId, card: int) -> None:
    """The message of that key in the outbox shows how far it is, and is kept up to date instead of an earlier one."""
    of(tx, by=by, id=id)
    tx.announcements.set_card(id, card)


def send_again(tx: Transaction, *, by: Person | None, id: AnnouncementId, at: datetime) -> int:
    """Try once more with everybody who was not reached; how many. Conflict("announcement_over") once cancelled."""
    _that_was_sent(tx, by, id)
    count = tx.deliveries.again(id, at)
    _wake(tx, by=by, id=id, at=at, event="announcement_again", count=count)
    return count


def chase(tx: Transaction, *, by: Person | None, id: AnnouncementId, at: datetime) -> int:
    """Send it once more, as a reminder, to everybody who got it and has not read it; how many.

    Conflict("announcement_over") once cancelled.
    """
    _that_was_sent(tx, by, id)
    count = tx.deliveries.chase(id, at)
    _wake(tx, by=by, id=id, at=at, event="announcement_chased", count=count)
    return count


def add_newcomers(tx: Transaction, *, by: Person | None, id: AnnouncementId, at: datetime) -> int:
    """Also send to those who belong to the audience now and did not when it was frozen; how many."""
    announcement, ward = _that_was_sent(tx, by, id)
    known = tx.deliveries.people_of(id)
    found = audiences.recipients(tx, by=by, ward=ward, audience=announcement.audience, at=at)
    newcomers = [(each.person.id, each.unit.id) for each in found if each.person.id not in known]
    starts = announcement.send_at if announcement.status is _SCHEDULED else None
    tx.deliveries.add(id, newcomers, starts or at)
    _wake(tx, by=by, id=id, at=at, event="announcement_newcomers", count=len(newcomers))
    return len(newcomers)


def _that_was_sent(tx: Transaction, by: Person | None, id: AnnouncementId) -> tuple[Announcement, Unit]:
    """It, and the ward whose it is; Conflict("announcement_over") if it was cancelled or never confirmed.

    Nobody cancels it before the transaction ends, or some would stay open for ever.
    """
    tx.announcements.lock(id)
    announcement, ward = of(tx, by=by, id=id)
    if announcement.status is _CANCELLED or not announcement.status.is_confirmed:
        raise Conflict("announcement_over", id=id)
    return announcement, ward


def _wake(tx: Transaction, *, by: Person | None, id: AnnouncementId, at: datetime, event: str, count: int) -> None:
    """A finished one that has open recipients again runs; a paused or scheduled one stays what it is."""
    if count:
        tx.announcements.move(id, _RUNNING, _FINISHED)
        tx.audit.record(at, by.id if by else None, event, f"announcement:{id}", {"recipients": count})


def _move(
    tx: Transaction,
    *,
    by: Person | None,
    id: AnnouncementId,
    at: datetime,
    event: str,
    to: AnnouncementStatus,
    before: Sequence[AnnouncementStatus],
) -> Announcement:
    of(tx, by=by, id=id)
    if not tx.announcements.move(id, to, *before):
        raise Conflict(_NOT_NOW[to], id=id)
    tx.audit.record(at, by.id if by else None, event, f"announcement:{id}", {})
    return tx.announcements.get(id)


_NOT_NOW = {
    _PAUSED: "announcement_not_running",
    _RUNNING: "announcement_not_paused",
    _SCHEDULED: "announcement_not_paused",
    _CANCELLED: "announcement_over",
}
