"""Published forms, and which units are asked to fill them in for which kind of period."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, bindparam, func, insert, or_, select, update

from bot.domain.errors import Missing
from bot.domain.people import PersonId
from bot.domain.periods import PeriodKind
from bot.domain.submissions import FormId, PublishedForm
from bot.domain.units import Level
from storage.queries.base import AnyRow, Queries
from storage.queries.validity import holds_on_day
from storage.tables import form_assignments as assignments
from storage.tables import forms

_COLUMNS = tuple(column for column in forms.c if column.name not in {"source", "source_type", "published_by"})
_NEWEST_FIRST = forms.c.version.desc()
_GET = select(*_COLUMNS).where(forms.c.id == bindparam("id"))
_SOURCE = select(forms.c.source, forms.c.source_type).where(forms.c.id == bindparam("id"))
_VERSIONS = select(*_COLUMNS).where(forms.c.family == bindparam("family")).order_by(_NEWEST_FIRST)
_LATEST = _VERSIONS.where(forms.c.withdrawn_at.is_(None)).limit(1)
_LAST_NUMBER = select(func.max(forms.c.version)).where(forms.c.family == bindparam("family"))
_IN_FORCE = (
    select(forms.c.id)
    .where(
        forms.c.family == bindparam("family"),
        forms.c.withdrawn_at.is_(None),
        or_(forms.c.starts_on.is_(None), forms.c.starts_on <= bindparam("day")),
    )
    .order_by(_NEWEST_FIRST)
    .limit(1)
)
_WITHDRAW = (
    update(forms)
    .where(forms.c.id == bindparam("key"), forms.c.withdrawn_at.is_(None))
    .values(withdrawn_at=bindparam("at"))
)
_BY_CHECKSUM = select(forms.c.id).where(
    forms.c.family == bindparam("family"), forms.c.checksum == bindparam("checksum")
)
_FAMILIES = select(forms.c.family).distinct().order_by(forms.c.family)
_PUBLISH = insert(forms).returning(*_COLUMNS)


def _is(column: ColumnElement[Any], name: str) -> ColumnElement[bool]:
    """Equality for which NULL equals NULL: a form without periods is assigned to the kind None."""
    return column.is_not_distinct_from(bindparam(name, type_=column.type))


_ASSIGNMENTS = (
    select(assignments.c.family, assignments.c.valid_from)
    .where(assignments.c.level == bindparam("level"), _is(assignments.c.period_kind, "period_kind"))
    .order_by(assignments.c.id)
)
_ASSIGNMENTS_ON = _ASSIGNMENTS.where(holds_on_day(assignments))
_ASSIGN = insert(assignments)


class Forms(Queries):
    """Published forms and their assignments."""

    __slots__ = ()

    def publish(  # noqa: PLR0917 - one column each, in the order of the table
        self,
        family: str,
        title: str,
        xform: str,
        source: bytes,
        source_type: str,
        checksum: str,
        at: datetime,
        *,
        by: PersonId | None = None,
        shipped: bool = False,
        starts_on: date | None = None,
    ) -> PublishedForm:
        """The next version of the family; the latest as it is, if nothing changed since."""
        self._locks.name(self._connection, "form", family)
        latest = self._connection.execute(_LATEST, {"family": family}).one_or_none()
        if latest is not None and (latest.checksum, latest.starts_on) == (checksum, starts_on):
            return _form(latest)
        last = self._connection.execute(_LAST_NUMBER, {"family": family}).scalar_one()
        row = {
            "family": family,
            "version": (last or 0) + 1,
            "title": title,
            "xform": xform,
            "source": source,
            "source_type": source_type,
            "checksum": checksum,
            "published_at": at,
            "published_by": by,
            "shipped": shipped,
            "starts_on": starts_on,
        }
        return _form(self._connection.execute(_PUBLISH, row).one())

    def withdraw(self, id: FormId, at: datetime) -> bool:
        """Take a version back; False if it was taken back before."""
        return self._connection.execute(_WITHDRAW, {"key": id, "at": at}).rowcount == 1

    def get(self, id: FormId) -> PublishedForm:
        """The version of that id; it never changes, so it may be kept."""
        row = self._connection.execute(_GET, {"id": id}).one_or_none()
        if row is None:
            raise Missing("form", id=id)
        return _form(row)

    def source(self, id: FormId) -> tuple[bytes, str]:
        """What that version was made from, and its type: .md or .xlsx."""
        row = self._connection.execute(_SOURCE, {"id": id}).one_or_none()
        if row is None:
            raise Missing("form", id=id)
        return row.source, row.source_type

    def latest(self, family: str) -> PublishedForm | None:
        """The newest version that was not taken back, though it may be meant for later."""
        row = self._connection.execute(_LATEST, {"family": family}).one_or_none()
        return None if row is None else _form(row)

    def versions(self, family: str) -> list[PublishedForm]:
        """All versions, the newest first, those that were taken back too."""
        return [_form(row) for row in self._connection.execute(_VERSIONS, {"family": family})]

    def in_force(self, family: str, day: date) -> FormId | None:
        """The version for that day: the newest one that is meant for it."""
        found = self._connection.execute(_IN_FORCE, {"family": family, "day": day}).scalar_one_or_none()
        return None if found is None else FormId(found)

    def has_checksum(self, family: str, checksum: str) -> bool:
        """Whether a version of the family was made from exactly that source."""
        return bool(self._connection.execute(_BY_CHECKSUM, {"family": family, "checksum": checksum}))

    def families(self) -> list[str]:
        """All families that have a published version."""
        return self._connection.execute(_FAMILIES).scalars()

    def assign(
        self, family: str, level: Level, kind: PeriodKind | None, valid_from: date, valid_to: date | None = None
    ) -> None:
        """Units of the level fill in the form, in each period of the kind or (None) whenever there is cause."""
        row = {
            "family": family,
            "level": level.value,
            "period_kind": None if kind is None else kind.value,
            "valid_from": valid_from,
            "valid_to": valid_to,
        }
        there = self._connection.execute(_ASSIGNMENTS, {"level": row["level"], "period_kind": row["period_kind"]})
        if (family, valid_from) not in {(found.family, found.valid_from) for found in there}:
            self._connection.execute(_ASSIGN, row)

    def assigned(self, level: Level, kind: PeriodKind | None, day: date | None = None) -> list[str]:
        """The families that units of the level fill in, in the order of assignment; on that day, or ever."""
        wanted = {"level": level.value, "period_kind": None if kind is None else kind.value}
        if day is None:
            rows = self._connection.execute(_ASSIGNMENTS, wanted)
        else:
            rows = self._connection.execute(_ASSIGNMENTS_ON, {**wanted, "day": day})
        return list(dict.fromkeys(row.family for row in rows))


def _form(row: AnyRow) -> PublishedForm:
    return PublishedForm(
        id=FormId(row.id),
        family=row.family,
        version=row.version,
        title=row.title,
        checksum=row.checksum,
        xform=row.xform,
        published_at=row.published_at,
        starts_on=row.starts_on,
        withdrawn_at=row.withdrawn_at,
        shipped=row.shipped,
    )
