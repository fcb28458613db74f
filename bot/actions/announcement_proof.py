"""The proof of an announcement: honest counts, what became of it with each person, and who is to be called."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.actions.announcements import of
from bot.clock import local_date
from bot.domain.announcements import Announcement, AnnouncementId, Delivery, DeliveryStatus, Progress
from bot.domain.people import Person
from bot.domain.units import Unit
from bot.messages import Address
from storage.transaction import Transaction

PROOF_WORKBOOK = "announcement_proof"
"""What the exports call it."""
_HAVE_READ = {DeliveryStatus.READ, DeliveryStatus.ANSWERED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One recipient in the proof."""

    person: Person
    """With the phone to be called (bot.actions.phones.show_phone), empty where none is known."""
    unit: Unit | None
    delivery: Delivery


def progress(tx: Transaction, *, by: Person | None, id: AnnouncementId) -> Progress:
    """The counts at this moment."""
    of(tx, by=by, id=id)
    return tx.deliveries.progress(id)


def proof(tx: Transaction, *, by: Person | None, id: AnnouncementId, at: datetime) -> tuple[Announcement, list[Line]]:
    """The announcement, and one line per recipient in the order in which they were frozen."""
    announcement, ward = of(tx, by=by, id=id)
    today = local_date(at)
    people = {person.id: person for person in tx.people.everybody(today)}
    units = {unit.id: unit for unit in (ward, *tx.units.children(ward.id, today))}
    lines = []
    for delivery in tx.deliveries.of(id):
        unit = None
        if delivery.unit is not None:
            # A unit that has ended since is not among today's.
            unit = units.get(delivery.unit) or units.setdefault(delivery.unit, tx.units.get(delivery.unit))
        lines.append(Line(person=people[delivery.person], unit=unit, delivery=delivery))
    return announcement, lines


def request_proof(tx: Transaction, *, by: Person, id: AnnouncementId, to: Address, at: datetime) -> int:
    """Ask for the proof as a workbook; it is made after the commit and sent to the address."""
    of(tx, by=by, id=id)
    request = tx.exports.request(PROOF_WORKBOOK, {"announcement": id}, by.id, to, at)
    tx.audit.record(at, by.id, "export_requested", f"export:{request}", {"what": PROOF_WORKBOOK, "announcement": id})
    return request


def not_read(tx: Transaction, *, by: Person | None, id: AnnouncementId, at: datetime) -> Sequence[Line]:
    """Who has not said to have read it: whom to remind or to call. Those who were never reached are among them."""
    _, lines = proof(tx, by=by, id=id, at=at)
    return [line for line in lines if line.delivery.status not in _HAVE_READ]
