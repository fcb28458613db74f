"""The ledger of deliveries: one row per recipient, and what is known of it for certain.

A row is open while `due` is set. Whoever claims it moves `due` into the future, which is the lease; a sender that died
lets it run out, and the next one claims the row. Before the first byte leaves, `begin` counts a try on the row, so that
whatever happened afterwards, the row says that the person may have got it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import and_, bindparam, case, exists, func, insert, select, update

from bot.domain.announcements import (
    AnnouncementId,
    AnnouncementStatus,
    Delivery,
    DeliveryId,
    DeliveryStatus,
    Failure,
    Progress,
    Rsvp,
)
from bot.domain.errors import Missing
from bot.domain.people import AccountId, PersonId
from bot.domain.units import UnitId
from bot.messages import Route
from storage.queries.base import AnyRow, Queries
from storage.queries.claims import Claim
from storage.tables import announcements, deliveries

_c = deliveries.c
_ADD = insert(deliveries)
_DUE_OF = (
    select(_c.id, _c.person, _c.unit, _c.tries, _c.refused, _c.sent_at, _c.tried)
    .where(_c.announcement == bindparam("of"), _c.due <= bindparam("now"))
    .order_by(_c.due, _c.id)
    .limit(bindparam("limit"))
    .with_for_update(skip_locked=True)
)
_LEASE = update(deliveries).where(_c.id.in_(bindparam("keys", expanding=True))).values(due=bindparam("until"))
_IS_RUNNING = exists().where(
    announcements.c.id == _c.announcement, announcements.c.status == AnnouncementStatus.RUNNING.value
)
_LEASED = and_(_c.id == bindparam("key"), _c.due == bindparam("lease"))
_BEGIN = (
    update(deliveries)
    .where(_LEASED, _IS_RUNNING)
    .values(
        due=bindparam("until"), tries=_c.tries + 1, account=bindparam("by_account"), channel=bindparam("on_channel")
    )
)
_RELEASE = update(deliveries).where(_LEASED).values(due=bindparam("now"))
_SENT = (
    update(deliveries)
    .where(_c.id == bindparam("key"))
    .values(
        due=None, sent_at=func.coalesce(_c.sent_at, bindparam("at")), failed_at=None, ref=bindparam("message"), error=""
    )
)
_LATER = (
    update(deliveries)
    .where(_LEASED)
    .values(
        due=bindparam("next_due"),
        tries=_c.tries - bindparam("forgiven"),
        refused=_c.refused + bindparam("surely_not"),
    )
)
# Another account is tried as often as the first; what may have arrived stays counted.
_ELSEWHERE = (
    update(deliveries)
    .where(_LEASED)
    .values(
        due=bindparam("next_due"),
        tries=_c.tries - _c.refused - bindparam("surely_not"),
        refused=0,
        tried=bindparam("not_taken_by"),
    )
)
_FAILED = (
    update(deliveries)
    .where(_LEASED)
    .values(due=None, failed_at=bindparam("at"), refused=_c.refused + bindparam("surely_not"), error=bindparam("what"))
)
_RELEASE_ALL = update(deliveries).where(_c.due > bindparam("now")).values(due=bindparam("now"))
_DROP_OPEN = update(deliveries).where(_c.announcement == bindparam("of"), _c.due.is_not(None)).values(due=None)
_AGAIN = (
    update(deliveries)
    .where(_c.announcement == bindparam("of"), _c.failed_at.is_not(None))
    .values(due=bindparam("now"), failed_at=None, error="", tries=_c.tries - _c.refused, refused=0, tried=None)
)
_IS_UNREAD = and_(_c.due.is_(None), _c.sent_at.is_not(None), _c.read_at.is_(None))
# The one sending that is meant to come twice is no double.
_CHASE = (
    update(deliveries)
    .where(_c.announcement == bindparam("of"), _IS_UNREAD)
    .values(due=bindparam("now"), failed_at=None, refused=_c.refused + 1, tried=None)
)
_PEOPLE_OF = select(_c.person).where(_c.announcement == bindparam("of"))
_OF = select(deliveries).where(_c.announcement == bindparam("of")).order_by(_c.id)
_FAILED_OF = _OF.where(_c.failed_at.is_not(None)).limit(bindparam("limit"))
_GET = select(deliveries).where(_c.id == bindparam("id"))
_READ = (
    update(deliveries)
    .where(_c.id == bindparam("key"))
    .values(
        due=None,
        sent_at=func.coalesce(_c.sent_at, bindparam("at")),
        failed_at=None,
        read_at=func.coalesce(_c.read_at, bindparam("at")),
    )
)
_ANSWER = (
    update(deliveries)
    .where(_c.id == bindparam("key"))
    .values(answer=bindparam("given"), note=bindparam("who"), answered_at=bindparam("at"))
)


def _count(condition: Any) -> Any:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


_PROGRESS = select(
    func.count().label("total"),
    _count(and_(_c.due.is_not(None), _c.sent_at.is_(None))).label("due"),
    _count(_c.sent_at.is_not(None)).label("sent"),
    _count(and_(_c.failed_at.is_not(None), _c.sent_at.is_(None))).label("failed"),
    _count(and_(_c.due.is_(None), _c.sent_at.is_(None), _c.failed_at.is_(None))).label("dropped"),
    _count(_c.read_at.is_not(None)).label("read"),
    _count(_c.answer.is_not(None)).label("answered"),
    _count(_c.answer == Rsvp.COMING.value).label("coming"),
    _count(_c.answer == Rsvp.AWAY.value).label("away"),
    _count(_c.answer == Rsvp.INSTEAD.value).label("instead"),
    _count(and_(_c.sent_at.is_not(None), _c.tries - _c.refused > 1)).label("maybe_twice"),
).where(_c.announcement == bindparam("of"))


class Deliveries(Queries):
    """Who is to get what, and who got it."""

    __slots__ = ()

    def add(self, of: AnnouncementId, recipients: Sequence[tuple[PersonId, UnitId | None]], due: datetime) -> None:
        """One open row per recipient."""
        empty = {"tries": 0, "refused": 0, "channel": "", "error": "", "note": ""}
        rows = [
            {"announcement": of, "person": person, "unit": unit, "due": due, **empty} for person, unit in recipients
        ]
        if rows:
            self._connection.execute(_ADD, rows)

    def claim(self, of: AnnouncementId, now: datetime, lease: datetime, limit: int) -> list[Claim]:
        """Take what is due, the longest waiting first; nobody else takes it before `lease`."""
        rows = self._connection.execute(_DUE_OF, {"of": of, "now": now, "limit": limit})
        if rows:
            self._connection.execute(_LEASE, {"keys": [row.id for row in rows], "until": lease})
        return [
            Claim(
                id=DeliveryId(row.id),
                announcement=of,
                person=PersonId(row.person),
                unit=None if row.unit is None else UnitId(row.unit),
                tries=row.tries,
                lease=lease,
                again=row.sent_at is not None,
                tried=tuple(AccountId(each) for each in row.tried or ()),
            )
            for row in rows
        ]

    def begin(self, claim: Claim, route: Route, until: datetime) -> Claim | None:
        """It is about to be sent; the claim with its new lease and this try counted.

        None: do not send it, for the announcement is paused or cancelled, or the lease was lost.
        """
        params = {"key": claim.id, "lease": claim.lease, "until": until}
        where = {"by_account": route.account, "on_channel": route.address.channel}
        if self._connection.execute(_BEGIN, {**params, **where}).rowcount != 1:
            return None
        return replace(claim, tries=claim.tries + 1, lease=until)

    def release(self, claim: Claim, now: datetime) -> None:
        """It was not sent after all: anybody may take it at once."""
        self._connection.execute(_RELEASE, {"key": claim.id, "lease": claim.lease, "now": now})

    def release_all(self, now: datetime) -> int:
        """End all leases: whoever held them is dead. How many."""
        return self._connection.execute(_RELEASE_ALL, {"now": now}).rowcount

    def sent(self, id: DeliveryId, ref: str | None, at: datetime) -> None:
        """The channel took it; that is so, whatever happened to the row meanwhile."""
        self._connection.execute(_SENT, {"key": id, "message": ref, "at": at})

    def later(self, claim: Claim, due: datetime, *, forgiven: bool = False, surely_not: bool = False) -> None:
        """It was not taken: try again at `due`. Nothing happens if the lease was lost.

        forgiven: the try does not count (we were asked to wait); surely_not: it counts, but did not arrive.
        """
        params = {"key": claim.id, "lease": claim.lease, "next_due": due}
        self._connection.execute(_LATER, {**params, "forgiven": int(forgiven), "surely_not": int(surely_not)})

    def elsewhere(self, claim: Claim, account: AccountId, due: datetime, *, surely_not: bool = False) -> None:
        """That account does not take it: try the person's others at `due`. Nothing happens if the lease was lost."""
        params = {"key": claim.id, "lease": claim.lease, "next_due": due, "surely_not": int(surely_not)}
        self._connection.execute(_ELSEWHERE, {**params, "not_taken_by": [*claim.tried, account]})

    def failed(self, claim: Claim, at: datetime, why: Failure, *, surely_not: bool = False) -> None:
        """It will never be taken. Nothing happens if the lease was lost."""
        params = {"key": claim.id, "lease": claim.lease, "at": at, "what": why.value, "surely_not": int(surely_not)}
        self._connection.execute(_FAILED, params)

    def drop_open(self, of: AnnouncementId) -> int:
        """Nobody gets it any more who has not got it yet; how many."""
        return self._connection.execute(_DROP_OPEN, {"of": of}).rowcount

    def again(self, of: AnnouncementId, now: datetime) -> int:
        """Try once more with those who were not reached; how many."""
        return self._connection.execute(_AGAIN, {"of": of, "now": now}).rowcount

    def chase(self, of: AnnouncementId, now: datetime) -> int:
        """Send once more to those who got it and have not read it; how many. When they first got it stays known."""
        return self._connection.execute(_CHASE, {"of": of, "now": now}).rowcount

    def people_of(self, of: AnnouncementId) -> frozenset[PersonId]:
        """Who is in the ledger of it."""
        return frozenset(PersonId(row.person) for row in self._connection.execute(_PEOPLE_OF, {"of": of}))

    def of(self, of: AnnouncementId) -> list[Delivery]:
        """All of an announcement, in the order in which they were frozen."""
        return [_delivery(row) for row in self._connection.execute(_OF, {"of": of})]

    def failed_of(self, of: AnnouncementId, limit: int) -> list[Delivery]:
        """Some of those who were not reached, in the order in which they were frozen."""
        return [_delivery(row) for row in self._connection.execute(_FAILED_OF, {"of": of, "limit": limit})]

    def get(self, id: DeliveryId) -> Delivery:
        """The one of that number."""
        row = self._connection.execute(_GET, {"id": id}).one_or_none()
        if row is None:
            raise Missing("delivery", id=id)
        return _delivery(row)

    def read(self, id: DeliveryId, at: datetime) -> None:
        """The person has read it, so has got it; the first time counts."""
        self._connection.execute(_READ, {"key": id, "at": at})

    def answer(self, id: DeliveryId, answer: Rsvp, note: str, at: datetime) -> None:
        """The person answers the invitation; the last answer counts."""
        self._connection.execute(_ANSWER, {"key": id, "given": answer.value, "who": note, "at": at})

    def progress(self, of: AnnouncementId) -> Progress:
        """How far it has come."""
        row = self._connection.execute(_PROGRESS, {"of": of}).one()
        return Progress(**{name: int(value) for name, value in row._asdict().items()})


def _delivery(row: AnyRow) -> Delivery:
    return Delivery(
        id=DeliveryId(row.id),
        announcement=AnnouncementId(row.announcement),
        person=PersonId(row.person),
        unit=None if row.unit is None else UnitId(row.unit),
        status=_status(row),
        channel=row.channel,
        why=row.error if row.failed_at is not None else "",
        maybe_twice=row.sent_at is not None and row.tries - row.refused > 1,
        sent_at=row.sent_at,
        read_at=row.read_at,
        answer=None if row.answer is None else Rsvp(row.answer),
        note=row.note,
        answered_at=row.answered_at,
    )


def _status(row: AnyRow) -> DeliveryStatus:
    if row.answer is not None:
        return DeliveryStatus.ANSWERED
    if row.read_at is not None:
        return DeliveryStatus.READ
    if row.sent_at is not None:
        return DeliveryStatus.SENT
    if row.failed_at is not None:
        return DeliveryStatus.FAILED
    return DeliveryStatus.DROPPED if row.due is None else DeliveryStatus.DUE
