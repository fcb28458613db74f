"""What a recipient does with an announcement: reads it, answers the invitation, asks back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from bot.actions.announcements import author_of, of
from bot.clock import local_date
from bot.domain.announcements import Announcement, AnnouncementId, AnnouncementKind, Delivery, DeliveryId, Remark, Rsvp
from bot.domain.errors import Invalid, Missing, Refused
from bot.domain.people import Person, PersonId
from bot.domain.units import Unit
from storage.transaction import Transaction

MOST_REMARK = 1000
"""Characters of a question or an answer: one message of any channel with room for what stands around it."""

RECENT = timedelta(days=30)
"""How long a word that is typed may mean an announcement."""
MOST_RECENT = 5


def received(tx: Transaction, *, who: Person, id: DeliveryId) -> tuple[Announcement, Delivery]:
    """What the person got; Refused("not_yours") if it was sent to somebody else, Missing if there is none."""
    delivery = tx.deliveries.get(id)
    if delivery.person != who.id:
        raise Refused("not_yours")
    return tx.announcements.get(delivery.announcement), delivery


def recent(tx: Transaction, *, who: Person, at: datetime) -> list[tuple[Announcement, Delivery]]:
    """What the person got lately, the newest first."""
    ids = tx.announcements.received(who.id, at - RECENT, MOST_RECENT)
    found = [tx.deliveries.get(id) for id in ids]
    return [(tx.announcements.get(delivery.announcement), delivery) for delivery in found]


def unit_of(tx: Transaction, delivery: Delivery) -> Unit | None:
    """For which unit the person got it."""
    return None if delivery.unit is None else tx.units.get(delivery.unit)


def mark_read(tx: Transaction, *, who: Person, id: DeliveryId, at: datetime) -> Delivery:
    """The person says "Đã đọc"; saying so twice changes nothing."""
    received(tx, who=who, id=id)
    tx.deliveries.read(id, at)
    return tx.deliveries.get(id)


def answer(tx: Transaction, *, who: Person, id: DeliveryId, rsvp: Rsvp, at: datetime, note: str = "") -> Delivery:
    """The person answers an invitation, and so has read it; a later answer replaces an earlier one.

    `note` says who comes instead. Invalid("no_invitation") for an announcement that asks for no answer.
    """
    announcement, _ = received(tx, who=who, id=id)
    if announcement.kind is not AnnouncementKind.MEETING:
        raise Invalid("no_invitation")
    tx.deliveries.read(id, at)
    tx.deliveries.answer(id, rsvp, note.strip()[:MOST_REMARK] if rsvp is Rsvp.INSTEAD else "", at)
    return tx.deliveries.get(id)


def ask_back(tx: Transaction, *, who: Person, id: DeliveryId, text: str, at: datetime) -> Person | None:
    """The person asks something about it: a line in the person's thread. To whom it goes; None: nobody in particular.

    It goes to the author; where that was the operator, or somebody who has left, to the ward's officers
    (bot.actions.people.officers_of).
    """
    announcement, _ = received(tx, who=who, id=id)
    tx.deliveries.read(id, at)
    tx.announcements.add_remark(announcement.id, who.id, who.id, _said(text), at)
    return author_of(tx, announcement, at)


def reply_to(
    tx: Transaction, *, by: Person, id: AnnouncementId, recipient: PersonId, text: str, at: datetime
) -> Person:
    """Somebody who may announce answers in a recipient's thread; the recipient, who is to be told."""
    of(tx, by=by, id=id)
    if recipient not in tx.deliveries.people_of(id):
        raise Invalid("not_in_ward")
    tx.announcements.add_remark(id, recipient, by.id, _said(text), at)
    return tx.people.get(recipient, local_date(at))


def threads(tx: Transaction, *, by: Person | None, id: AnnouncementId) -> list[Remark]:
    """All that was asked and answered about it, oldest first."""
    of(tx, by=by, id=id)
    return tx.announcements.remarks(id)


def delivery_to(tx: Transaction, *, by: Person, id: AnnouncementId, recipient: PersonId) -> Delivery:
    """What became of it with that person; Missing("delivery") if it was not meant for him."""
    of(tx, by=by, id=id)
    found = next((each for each in tx.deliveries.of(id) if each.person == recipient), None)
    if found is None:
        raise Missing("delivery")
    return found


def names(tx: Transaction, remarks: Sequence[Remark], at: datetime) -> dict[PersonId, str]:
    """The names of those who wrote, or whose thread it is."""
    people = {person for remark in remarks for person in (remark.author, remark.recipient)}
    return {person: tx.people.get(person, local_date(at)).name for person in people}


def _said(text: str) -> str:
    said = text.strip()
    if not said:
        raise Invalid("no_text")
    if len(said) > MOST_REMARK:
        raise Invalid("text_too_long", length=len(said), limit=MOST_REMARK)
    return said
