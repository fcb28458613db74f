"""Composing an announcement, and confirming it: from then on its recipients are a frozen list in the ledger."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.actions import audiences, periods
from bot.clock import local_date
from bot.domain.access import Permission, may, require
from bot.domain.announcements import (
    MOST_TEXT,
    SAME_AGAIN,
    Announcement,
    AnnouncementId,
    AnnouncementStatus,
    Audience,
    Content,
    Recipient,
)
from bot.domain.errors import Conflict, Invalid
from bot.domain.people import Person
from bot.domain.periods import ReportingPeriod
from bot.domain.units import Unit
from bot.domain.windows import Window, window_of
from bot.messages import Attachment, Served
from storage.transaction import Transaction

FIELDS = ("tên", "khóm", "kỳ", "hạn")
"""What may stand in braces in a text, and is filled in for each person; the last two need a period."""
DIGEST_SHOWN = 12
"""Letters of a digest by which a file is recognised in the audit log."""
_OF_PERIOD = {"kỳ", "hạn"}
_FIELD = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """All that the officer sees before confirming."""

    announcement: Announcement
    recipients: Sequence[Recipient]
    files: Sequence[Attachment]

    @property
    def size(self) -> int:
        """How many people are meant."""
        return len(self.recipients)

    @property
    def unreachable(self) -> Sequence[Recipient]:
        """Those who have no channel, and would have to be called."""
        return [recipient for recipient in self.recipients if not recipient.reachable]

    def within(self, window: Window, at: datetime) -> Sequence[Recipient]:
        """Those to whom a vendor lets us write at that moment in that way, if they stay silent until then."""
        return [recipient for recipient in self.recipients if window_of(recipient.heard, at) is window]


def compose(
    tx: Transaction, *, by: Person | None, ward: Unit, content: Content, audience: Audience, at: datetime
) -> AnnouncementId:
    """Begin an announcement; nobody gets anything. `by` is None for the operator at the console.

    Raises Refused("announce"), Invalid("no_text" | "text_too_long" | "no_such_field" | "no_period_for_field" |
    "bad_link" | "period_closed"), Missing("attachment" | "period").
    """
    _allow(by, ward)
    _check(tx, ward, content)
    author = by.id if by else None
    return AnnouncementId(tx.announcements.add(ward.id, content, audience, author, at))


def change(tx: Transaction, *, by: Person | None, id: AnnouncementId, content: Content, audience: Audience) -> None:
    """Compose a draft anew; Conflict("announcement_confirmed") once it is confirmed, and what `compose` raises."""
    _, ward = of(tx, by=by, id=id)
    _check(tx, ward, content)
    if not tx.announcements.change(id, content, audience):
        raise Conflict("announcement_confirmed", id=id)


def open_files(tx: Transaction, *, by: Person | None, id: AnnouncementId, at: datetime) -> int:
    """The author says that the files of a draft concern nobody: whoever has a link may see them. How many are new."""
    announcement, _ = of(tx, by=by, id=id)
    if announcement.status.is_confirmed:
        raise Conflict("announcement_confirmed", id=id)
    actor = None if by is None else by.id
    closed = [digest for digest in announcement.content.attachments if not tx.attachments.get(digest).public]
    for digest in closed:
        tx.attachments.make_public(digest, actor, at)
        tx.audit.record(at, actor, "file_made_public", f"announcement:{id}", {"file": digest[:DIGEST_SHOWN]})
    return len(closed)


def preview(
    tx: Transaction, *, by: Person | None, id: AnnouncementId, at: datetime, served: Served | None = None
) -> Preview:
    """The draft with those whom it would reach now. Its look on a channel: bot.announcements.kinds.render."""
    announcement, ward = of(tx, by=by, id=id)
    return Preview(
        announcement=announcement,
        recipients=audiences.recipients(tx, by=by, ward=ward, audience=announcement.audience, at=at, served=served),
        files=[tx.attachments.get(digest) for digest in announcement.content.attachments],
    )


def confirm(
    tx: Transaction,
    *,
    by: Person | None,
    id: AnnouncementId,
    at: datetime,
    send_at: datetime | None = None,
    again: bool = False,
) -> Announcement:
    """Freeze the audience, one row per recipient, all in this transaction; it begins now or at `send_at`.

    Raises Conflict("announcement_confirmed"), Invalid("no_recipients" | "time_is_past" | "period_closed"), and
    Invalid("announced_just_now", minutes=..., at=...) if the same was confirmed within SAME_AGAIN: ask, and confirm
    with `again`.
    """
    tx.announcements.lock(id)
    announcement, ward = of(tx, by=by, id=id)
    if announcement.status.is_confirmed:
        raise Conflict("announcement_confirmed", id=id)
    if send_at is not None and send_at <= at:
        raise Invalid("time_is_past", at=send_at)
    _check(tx, ward, announcement.content)
    found = audiences.recipients(tx, by=by, ward=ward, audience=announcement.audience, at=at)
    if not found:
        raise Invalid("no_recipients")
    fingerprint = _fingerprint(announcement.content, found)
    if not again and (same := tx.announcements.same_since(ward.id, fingerprint, at - SAME_AGAIN)):
        raise Invalid("announced_just_now", minutes=SAME_AGAIN.seconds // 60, at=same.confirmed_at)
    tx.deliveries.add(id, [(each.person.id, each.unit.id) for each in found], send_at or at)
    status = AnnouncementStatus.RUNNING if send_at is None else AnnouncementStatus.SCHEDULED
    tx.announcements.confirm(id, status=status, send_at=send_at or at, fingerprint=fingerprint, at=at)
    detail = {"kind": announcement.kind.value, "recipients": len(found), "ward": ward.id}
    tx.audit.record(at, by.id if by else None, "announced", f"announcement:{id}", detail)
    return tx.announcements.get(id)


def discard(tx: Transaction, *, by: Person | None, id: AnnouncementId) -> None:
    """Throw a draft away; Conflict("announcement_confirmed") once it is confirmed."""
    of(tx, by=by, id=id)
    if not tx.announcements.discard(id):
        raise Conflict("announcement_confirmed", id=id)


def of(tx: Transaction, *, by: Person | None, id: AnnouncementId) -> tuple[Announcement, Unit]:
    """The announcement with its ward; Missing, or Refused("announce") for anybody who may not see it."""
    announcement = tx.announcements.get(id)
    ward = tx.units.get(announcement.ward)
    _allow(by, ward)
    return announcement, ward


def author_of(tx: Transaction, announcement: Announcement, at: datetime) -> Person | None:
    """Who announced it, and may do so still; None: the operator, or somebody who has left that office."""
    if announcement.author is None:
        return None
    author = tx.people.get(announcement.author, local_date(at))
    return author if may(author, Permission.ANNOUNCE, tx.units.get(announcement.ward)) else None


def speaks_of_a_period(text: str) -> bool:
    """Whether it has a field that only a reporting period can fill."""
    return not _OF_PERIOD.isdisjoint(_FIELD.findall(text))


def period_of(tx: Transaction, announcement: Announcement) -> ReportingPeriod | None:
    """The reporting period that it is about, if any."""
    period = announcement.content.period
    return None if period is None else periods.get(tx, period)


def listed(tx: Transaction, *, by: Person | None, ward: Unit, most: int) -> list[Announcement]:
    """The ward's confirmed announcements, the newest first."""
    _allow(by, ward)
    return tx.announcements.of_ward(ward.id, most)


def begun(tx: Transaction, *, by: Person, ward: Unit) -> Announcement | None:
    """The draft that the person began last: who was called away from it finds it again."""
    _allow(by, ward)
    return tx.announcements.draft_of(ward.id, by.id)


def _allow(by: Person | None, ward: Unit) -> None:
    if by is not None:
        require(by, Permission.ANNOUNCE, ward)


def _check(tx: Transaction, ward: Unit, content: Content) -> None:
    if not content.text.strip():
        raise Invalid("no_text")
    if len(content.text) > MOST_TEXT:
        raise Invalid("text_too_long", length=len(content.text), limit=MOST_TEXT)
    if content.link and not re.fullmatch(r"https?://\S+\.\S+", content.link):
        raise Invalid("bad_link", link=content.link)
    for field in _FIELD.findall(content.text):
        if field not in FIELDS:
            raise Invalid("no_such_field", field=field)
        if field in _OF_PERIOD and content.period is None:
            raise Invalid("no_period_for_field", field=field)
    for digest in content.attachments:
        tx.attachments.get(digest)
    if content.period is not None:
        period = periods.get(tx, content.period)
        if period.closed or period.ward != ward.id:
            raise Invalid("period_closed")


def _fingerprint(content: Content, found: Sequence[Recipient]) -> str:
    """The same for the same words to the same people."""
    people = ",".join(str(each.person.id) for each in sorted(found, key=lambda each: each.person.id))
    said = "\0".join((content.kind.value, " ".join(content.text.split()), content.link, *content.attachments, people))
    return hashlib.sha256(said.encode()).hexdigest()
