"""Good deeds that may be told to everybody: sent, and with the consent of those who are named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.actions.announcements import DIGEST_SHOWN, compose
from bot.actions.figures import GOOD_DEED_FAMILY
from bot.clock import local_date
from bot.domain.access import Permission, require
from bot.domain.announcements import MOST_TEXT, AnnouncementId, AnnouncementKind, Audience, Content
from bot.domain.errors import Missing
from bot.domain.people import Person
from bot.domain.submissions import Revision, Status, SubmissionId
from bot.domain.units import Unit
from bot.texts import announcing as words
from storage.transaction import Transaction

FRESH = timedelta(days=180)
"""What is older is no news."""
_YES = "co"
_SENT = frozenset({Status.SUBMITTED, Status.APPROVED, Status.LOCKED})


@dataclass(frozen=True, slots=True, kw_only=True)
class GoodDeed:
    """One that may be told, with what is told of it."""

    submission: SubmissionId
    unit: Unit
    who: str
    deed: str
    photos: tuple[str, ...]
    """Digests; none without the consent of the people in them."""


def good_deeds(tx: Transaction, *, by: Person, ward: Unit, at: datetime) -> list[GoodDeed]:
    """The ward's good deeds of the last months that those who are named agreed to make known, the newest first."""
    require(by, Permission.ANNOUNCE, ward)
    return list(_found(tx, ward, at))


def praise(tx: Transaction, *, by: Person, ward: Unit, submission: SubmissionId, at: datetime) -> AnnouncementId:
    """Begin an announcement of a good deed, with its photos; Missing("good_deed") if it may not be told (any more)."""
    require(by, Permission.ANNOUNCE, ward)
    deed = next((deed for deed in _found(tx, ward, at) if deed.submission == submission), None)
    if deed is None:
        raise Missing("good_deed")
    text = words.PRAISE.format(who=deed.who, unit=deed.unit.name, deed=deed.deed)[:MOST_TEXT]
    # Braces would be taken for fields that are filled in for each person.
    plain = text.replace("{", "(").replace("}", ")")
    content = Content(kind=AnnouncementKind.GOOD_DEED, text=plain, attachments=deed.photos)
    id = compose(tx, by=by, ward=ward, content=content, audience=Audience(), at=at)
    for photo in deed.photos:
        tx.attachments.make_public(photo, by.id, at)
        tx.audit.record(at, by.id, "file_made_public", f"submission:{submission}", {"file": photo[:DIGEST_SHOWN]})
    return id


def _found(tx: Transaction, ward: Unit, at: datetime) -> Iterator[GoodDeed]:
    units = {unit.id: unit for unit in (ward, *tx.units.children(ward.id, local_date(at)))}
    submissions = tx.submissions.of_family(list(units), GOOD_DEED_FAMILY)
    revisions = tx.submissions.latest_revisions([submission.id for submission in submissions])
    for submission in sorted(submissions, key=lambda each: each.created_at, reverse=True):
        revision = revisions.get(submission.id)
        if submission.status in _SENT and revision is not None and _may_be_told(revision, at):
            values = revision.values
            photos = values.get("minh_chung", "").split() if values.get("dong_y_anh") == _YES else []
            yield GoodDeed(
                submission=submission.id,
                unit=units[submission.unit],
                who=str(values.get("ten", "")),
                deed=str(values.get("viec_lam", "")),
                photos=tuple(photos),
            )


def _may_be_told(revision: Revision, at: datetime) -> bool:
    return revision.values.get("dong_y_neu_guong") == _YES and revision.sent_at > at - FRESH
