"""Announcements as the ward composes and steers them, and the threads about them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, case, delete, exists, insert, select, update

from bot.domain.announcements import (
    Announcement,
    AnnouncementId,
    AnnouncementKind,
    AnnouncementStatus,
    Audience,
    Content,
    DeliveryId,
    Remark,
)
from bot.domain.errors import Missing
from bot.domain.people import PersonId, Role
from bot.domain.periods import PeriodId
from bot.domain.units import UnitId
from storage.queries.base import AnyRow, Queries
from storage.tables import announcement_remarks, announcements, deliveries

_ALL = select(announcements)
_ADD = insert(announcements).returning(announcements.c.id)
_GET = _ALL.where(announcements.c.id == bindparam("id"))
_LOCK = _GET.with_for_update()
_CHANGE = update(announcements).where(announcements.c.id == bindparam("key"))
_IS_DRAFT = announcements.c.status == AnnouncementStatus.DRAFT.value
_COMPOSE = _CHANGE.where(_IS_DRAFT)
_DISCARD = delete(announcements).where(announcements.c.id == bindparam("key"), _IS_DRAFT)
_MOVE = _CHANGE.where(announcements.c.status.in_(bindparam("from_status", expanding=True)))
_OF_WARD = (
    _ALL.where(announcements.c.ward == bindparam("ward"), announcements.c.status != AnnouncementStatus.DRAFT.value)
    .order_by(announcements.c.confirmed_at.desc(), announcements.c.id.desc())
    .limit(bindparam("limit"))
)
_DRAFT_OF = (
    _ALL.where(
        announcements.c.ward == bindparam("ward"),
        announcements.c.author == bindparam("whose"),
        announcements.c.status == AnnouncementStatus.DRAFT.value,
    )
    .order_by(announcements.c.id.desc())
    .limit(1)
)
_SAME_SINCE = (
    _ALL.where(
        announcements.c.ward == bindparam("ward"),
        announcements.c.fingerprint == bindparam("fingerprint"),
        announcements.c.confirmed_at >= bindparam("since"),
        announcements.c.status != AnnouncementStatus.CANCELLED.value,
    )
    .order_by(announcements.c.confirmed_at.desc())
    .limit(1)
)
_START_DUE = (
    update(announcements)
    .where(
        announcements.c.status == AnnouncementStatus.SCHEDULED.value,
        announcements.c.send_at <= bindparam("now"),
    )
    .values(status=AnnouncementStatus.RUNNING.value)
    .returning(announcements.c.id)
)
_RECEIVED = (
    select(deliveries.c.id)
    .where(deliveries.c.person == bindparam("by"), deliveries.c.sent_at >= bindparam("since"))
    .order_by(deliveries.c.sent_at.desc(), deliveries.c.id.desc())
    .limit(bindparam("limit"))
)
_RUNNING = _ALL.where(announcements.c.status == AnnouncementStatus.RUNNING.value).order_by(
    case((announcements.c.kind == AnnouncementKind.URGENT.value, 0), else_=1), announcements.c.id
)
_HAS_OPEN = exists().where(deliveries.c.announcement == announcements.c.id, deliveries.c.due.is_not(None))
_FINISH = (
    update(announcements)
    .where(announcements.c.status == AnnouncementStatus.RUNNING.value, ~_HAS_OPEN)
    .values(status=AnnouncementStatus.FINISHED.value, finished_at=bindparam("at"))
    .returning(announcements.c.id)
)
_STOP = (
    update(announcements)
    .where(announcements.c.id == bindparam("key"), announcements.c.status == AnnouncementStatus.RUNNING.value)
    .values(status=AnnouncementStatus.PAUSED.value, why=bindparam("reason"))
)
_HAS_WORK = (
    select(announcements.c.id)
    .where(
        announcements.c.status.in_([AnnouncementStatus.SCHEDULED.value, AnnouncementStatus.RUNNING.value]),
        announcements.c.send_at <= bindparam("now"),
    )
    .limit(1)
)
_ADD_REMARK = insert(announcement_remarks)
_REMARKS = (
    select(announcement_remarks)
    .where(announcement_remarks.c.announcement == bindparam("announcement"))
    .order_by(announcement_remarks.c.id)
)


class Announcements(Queries):
    """What the ward announces."""

    __slots__ = ()

    def add(self, ward: UnitId, content: Content, audience: Audience, author: PersonId | None, at: datetime) -> int:
        """A new draft; its number."""
        row = {
            "ward": ward,
            **_content(content),
            "audience": _audience(audience),
            "status": AnnouncementStatus.DRAFT.value,
            "why": "",
            "author": author,
            "created_at": at,
            "fingerprint": "",
        }
        return int(self._connection.execute(_ADD, row).scalar_one())

    def get(self, id: AnnouncementId) -> Announcement:
        """The announcement of that id."""
        return self._one(self._connection.execute(_GET, {"id": id}).one_or_none(), id)

    def change(self, id: AnnouncementId, content: Content, audience: Audience) -> bool:
        """Compose a draft anew; False if it is none any more."""
        row = {**_content(content), "audience": _audience(audience)}
        return self._connection.execute(_COMPOSE, {"key": id, **row}).rowcount == 1

    def discard(self, id: AnnouncementId) -> bool:
        """Forget a draft; False if it is none any more."""
        return self._connection.execute(_DISCARD, {"key": id}).rowcount == 1

    def lock(self, id: AnnouncementId) -> Announcement:
        """The announcement, which nobody else changes before the transaction ends."""
        self._locks.rows(self._connection, _LOCK, {"id": id})
        return self.get(id)

    def confirm(
        self, id: AnnouncementId, *, status: AnnouncementStatus, send_at: datetime, fingerprint: str, at: datetime
    ) -> None:
        """It is no draft any more."""
        row = {"status": status.value, "send_at": send_at, "fingerprint": fingerprint, "confirmed_at": at}
        self._connection.execute(_CHANGE, {"key": id, **row})

    def move(self, id: AnnouncementId, status: AnnouncementStatus, *before: AnnouncementStatus) -> bool:
        """Move it on in its life, if it is in one of those states; whether it was."""
        params = {"key": id, "from_status": [each.value for each in before], "status": status.value, "why": ""}
        if status is AnnouncementStatus.RUNNING:
            params["finished_at"] = None
        return self._connection.execute(_MOVE, params).rowcount == 1

    def stop(self, id: AnnouncementId, why: str) -> bool:
        """Pause a running one, because something is wrong; whether it was running."""
        return self._connection.execute(_STOP, {"key": id, "reason": why}).rowcount == 1

    def set_pace(self, id: AnnouncementId, pace: int | None) -> None:
        """So many messages a minute at most."""
        self._connection.execute(_CHANGE, {"key": id, "pace": pace})

    def set_card(self, id: AnnouncementId, card: int) -> None:
        """The newest message in which somebody follows it, by its key in the outbox."""
        self._connection.execute(_CHANGE, {"key": id, "card": card})

    def of_ward(self, ward: UnitId, limit: int) -> list[Announcement]:
        """The ward's confirmed ones, the newest first."""
        return [_announcement(row) for row in self._connection.execute(_OF_WARD, {"ward": ward, "limit": limit})]

    def draft_of(self, ward: UnitId, author: PersonId) -> Announcement | None:
        """What somebody began last and has neither confirmed nor thrown away."""
        row = self._connection.execute(_DRAFT_OF, {"ward": ward, "whose": author}).one_or_none()
        return None if row is None else _announcement(row)

    def same_since(self, ward: UnitId, fingerprint: str, since: datetime) -> Announcement | None:
        """The last one that said the same to the same people since that moment; a cancelled one does not count."""
        params = {"ward": ward, "fingerprint": fingerprint, "since": since}
        row = self._connection.execute(_SAME_SINCE, params).one_or_none()
        return None if row is None else _announcement(row)

    def start_due(self, now: datetime) -> list[AnnouncementId]:
        """Let those begin whose time has come."""
        return [AnnouncementId(row.id) for row in self._connection.execute(_START_DUE, {"now": now})]

    def running(self) -> list[Announcement]:
        """What is being sent, in the order in which it is to go out."""
        return [_announcement(row) for row in self._connection.execute(_RUNNING)]

    def has_work(self, now: datetime) -> bool:
        """Whether anything is running, or should be."""
        return bool(self._connection.execute(_HAS_WORK, {"now": now}))

    def finish(self, at: datetime) -> list[AnnouncementId]:
        """Close the running ones that have no open recipient; which."""
        return [AnnouncementId(row.id) for row in self._connection.execute(_FINISH, {"at": at})]

    def add_remark(self, id: AnnouncementId, recipient: PersonId, author: PersonId, text: str, at: datetime) -> None:
        """One more line in the recipient's thread."""
        row = {"announcement": id, "recipient": recipient, "author": author, "text": text, "at": at}
        self._connection.execute(_ADD_REMARK, row)

    def received(self, by: PersonId, since: datetime, limit: int) -> list[DeliveryId]:
        """What has reached the person since then, the newest first."""
        rows = self._connection.execute(_RECEIVED, {"by": by, "since": since, "limit": limit})
        return [DeliveryId(row.id) for row in rows]

    def remarks(self, id: AnnouncementId) -> list[Remark]:
        """All threads about it, line by line, oldest first."""
        return [
            Remark(
                id=row.id,
                announcement=id,
                recipient=PersonId(row.recipient),
                author=PersonId(row.author),
                text=row.text,
                at=row.at,
            )
            for row in self._connection.execute(_REMARKS, {"announcement": id})
        ]

    @staticmethod
    def _one(row: AnyRow | None, id: AnnouncementId) -> Announcement:
        if row is None:
            raise Missing("announcement", id=id)
        return _announcement(row)


def _content(content: Content) -> dict[str, Any]:
    return {
        "kind": content.kind.value,
        "text": content.text,
        "attachments": list(content.attachments),
        "link": content.link,
        "period": content.period,
    }


def _audience(audience: Audience) -> dict[str, Any]:
    return {
        "roles": [role.value for role in audience.roles],
        "units": list(audience.units),
        "not_sent": audience.not_sent,
        "people": list(audience.people),
    }


def _announcement(row: AnyRow) -> Announcement:
    return Announcement(
        id=AnnouncementId(row.id),
        ward=UnitId(row.ward),
        content=Content(
            kind=AnnouncementKind(row.kind),
            text=row.text,
            attachments=tuple(row.attachments),
            link=row.link,
            period=None if row.period is None else PeriodId(row.period),
        ),
        audience=_audience_of(row.audience),
        status=AnnouncementStatus(row.status),
        author=None if row.author is None else PersonId(row.author),
        created_at=row.created_at,
        send_at=row.send_at,
        confirmed_at=row.confirmed_at,
        finished_at=row.finished_at,
        pace=row.pace,
        card=row.card,
        why=row.why,
    )


def _audience_of(data: Mapping[str, Any]) -> Audience:
    return Audience(
        roles=tuple(Role(role) for role in data["roles"]),
        units=_ids(data["units"]),
        not_sent=None if data["not_sent"] is None else PeriodId(data["not_sent"]),
        people=tuple(PersonId(person) for person in data["people"]),
    )


def _ids(units: Iterable[int]) -> tuple[UnitId, ...]:
    return tuple(UnitId(unit) for unit in units)
