"""The sample ward with something to announce: Hoa announces, five people are meant, Tú is another ward's officer."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from bot.actions import announcements
from bot.actions.installation import create_sample
from bot.domain.announcements import Announcement, AnnouncementId, AnnouncementKind, Audience, Content, DeliveryId
from bot.domain.people import Person, PersonId, Role
from bot.domain.units import Level, Unit
from bot.messages import Address
from storage.transaction import Transaction

AT = datetime(2020, 12, 15, 3, 0, tzinfo=UTC)
TODAY = date(2020, 12, 15)
LATER = AT + timedelta(minutes=1)
NOTICE = Content(kind=AnnouncementKind.NOTICE, text="Chiều nay cúp nước, bà con trữ nước giúp.")
MEETING = Content(kind=AnnouncementKind.MEETING, text="Mời {tên} họp 14 giờ thứ Sáu tại UBND phường.")
HEADS = Audience(roles=(Role.HEAD,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Ward:
    """Who is there."""

    unit: Unit
    khoms: tuple[Unit, ...]
    hoa: Person
    lan: Person
    minh: Person
    tu: Person
    """Officer of another ward."""


def settle(tx: Transaction) -> Ward:
    """The sample ward, where everybody but the head of Khóm 4 can be reached on the web."""
    create_sample(tx, AT)
    unit = tx.units.wards(TODAY)[0]
    khoms = tuple(tx.units.children(unit.id, TODAY))
    elsewhere = tx.units.add("TPD", "Phường Tân Phú Đông", Level.WARD, None, TODAY)
    tu = tx.people.add("Lê Anh Tú", "", AT)
    tx.people.give_post(tu, Role.WARD_OFFICER, elsewhere, TODAY)
    ward = Ward(
        unit=unit,
        khoms=khoms,
        hoa=_holder(tx, unit, Role.WARD_OFFICER),
        lan=_holder(tx, khoms[0], Role.HEAD),
        minh=_holder(tx, khoms[0], Role.DEPUTY),
        tu=tx.people.get(tu, TODAY),
    )
    missing = _holder(tx, khoms[3], Role.HEAD)
    for person in tx.people.everybody(TODAY):
        if person.id != missing.id:
            tx.accounts.add(home(person.id), person.id, AT)
    return ward


def home(person: PersonId, channel: str = "web") -> Address:
    """Where the person is reached."""
    return Address(channel=channel, bot=channel, chat=f"chat-{person}")


def announce(
    tx: Transaction, ward: Ward, *, content: Content = NOTICE, audience: Audience | None = None, at: datetime = AT
) -> Announcement:
    """Composed and confirmed by Hoa."""
    id = compose(tx, ward, content=content, audience=audience, at=at)
    return announcements.confirm(tx, by=ward.hoa, id=id, at=at, again=True)


def compose(
    tx: Transaction, ward: Ward, *, content: Content = NOTICE, audience: Audience | None = None, at: datetime = AT
) -> AnnouncementId:
    """Composed by Hoa."""
    audience = audience or Audience()
    return announcements.compose(tx, by=ward.hoa, ward=ward.unit, content=content, audience=audience, at=at)


def delivery_of(tx: Transaction, announcement: Announcement, person: Person) -> DeliveryId:
    """The row of that person."""
    return next(each.id for each in tx.deliveries.of(announcement.id) if each.person == person.id)


def _holder(tx: Transaction, unit: Unit, role: Role) -> Person:
    return tx.people.with_role_on(unit.id, (role,), TODAY)[0]
