"""People and the posts that they hold."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime

from sqlalchemy import FromClause, and_, bindparam, insert, or_, select, update

from bot.domain.errors import Missing
from bot.domain.people import AccountId, Person, PersonId, Post, Role
from bot.domain.units import UnitId
from bot.messages import Address
from storage.queries.accounts import Caller
from storage.queries.addresses import is_at, place
from storage.queries.base import AnyRow, Queries
from storage.queries.units import as_unit
from storage.queries.validity import holds_on_day
from storage.tables import accounts, people, posts, units

_PERSON = (people.c.id.label("person"), people.c.name.label("person_name"), people.c.phone, people.c.salutation)
_POST = (posts.c.role, posts.c.valid_from.label("held_from"), posts.c.valid_to.label("held_to"))
_HELD_ON_DAY = and_(posts.c.person == people.c.id, holds_on_day(posts))


def _with_posts(persons: FromClause) -> FromClause:
    # A flat chain of joins: SQLite would first compute all of a bracketed one, for everybody.
    return persons.outerjoin(posts, _HELD_ON_DAY).outerjoin(units, units.c.id == posts.c.unit)


# A person with n posts comes as n rows: one question to the database instead of two.
_PEOPLE = select(*_PERSON, *_POST, *units.c).select_from(_with_posts(people)).order_by(people.c.id, posts.c.id)
_GET = _PEOPLE.where(people.c.id == bindparam("id"))
_BY_ACCOUNT = (
    select(accounts.c.id.label("account"), accounts.c.seen_at, accounts.c.gone_at, *_PERSON, *_POST, *units.c)
    .select_from(_with_posts(accounts.outerjoin(people, people.c.id == accounts.c.person)))
    .where(*is_at(accounts))
    .order_by(posts.c.id)
)
_holding = posts.alias("holding")
_WITH_ROLE_ON = _PEOPLE.where(
    people.c.id.in_(
        select(_holding.c.person).where(
            _holding.c.unit == bindparam("on_unit"),
            _holding.c.role.in_(bindparam("roles", expanding=True)),
            holds_on_day(_holding),
        )
    )
)
_NAMED = _PEOPLE.where(people.c.name == bindparam("name"))
_ADD = insert(people).returning(people.c.id)
_CHANGE = update(people).where(people.c.id == bindparam("key"))
_GIVE_POST = insert(posts)
_END_POST = (
    update(posts)
    .where(
        posts.c.person == bindparam("whom"),
        posts.c.role == bindparam("as_role"),
        posts.c.unit == bindparam("of_unit"),
        or_(posts.c.valid_to.is_(None), posts.c.valid_to > bindparam("last_day")),
    )
    .values(valid_to=bindparam("last_day"))
)


class People(Queries):
    """People and their posts."""

    __slots__ = ()

    def add(self, name: str, phone: str, at: datetime) -> PersonId:
        """A new person, without posts."""
        row = {"name": name, "phone": phone, "salutation": "", "added_at": at}
        return PersonId(self._connection.execute(_ADD, row).scalar_one())

    def get(self, id: PersonId, day: date) -> Person:
        """The person, with the posts held on that day."""
        found = _people(self._connection.execute(_GET, {"id": id, "day": day}))
        if not found:
            raise Missing("person", id=id)
        return found[0]

    def by_account(self, address: Address, day: date) -> Caller | None:
        """Whose address it is; None if it never wrote."""
        rows = self._connection.execute(_BY_ACCOUNT, {**place(address), "day": day})
        if not rows:
            return None
        first = rows[0]
        return Caller(
            account=AccountId(first.account),
            person=None if first.person is None else _people(rows)[0],
            seen_at=first.seen_at,
            is_gone=first.gone_at is not None,
        )

    def set_salutation(self, id: PersonId, salutation: str) -> None:
        """How the person wants to be addressed."""
        self._change(id, salutation=salutation)

    def set_phone(self, id: PersonId, phone: str) -> None:
        """By which number the person is called."""
        self._change(id, phone=phone)

    def give_post(
        self, person: PersonId, role: Role, unit: UnitId, valid_from: date, valid_to: date | None = None
    ) -> None:
        """The person holds the role on the unit from that day on."""
        self._connection.execute(
            _GIVE_POST,
            {"person": person, "role": role.value, "unit": unit, "valid_from": valid_from, "valid_to": valid_to},
        )

    def end_post(self, person: PersonId, role: Role, unit: UnitId, last_day: date) -> bool:
        """The person held the role on the unit until that day; False if he did not hold it any longer anyway."""
        where = {"whom": person, "as_role": role.value, "of_unit": unit}
        return self._connection.execute(_END_POST, {**where, "last_day": last_day}).rowcount > 0

    def with_role_on(self, unit: UnitId, roles: Collection[Role], day: date) -> list[Person]:
        """The people who hold one of the roles on exactly that unit, with all their posts of that day."""
        wanted = {"on_unit": unit, "roles": [role.value for role in roles], "day": day}
        return _people(self._connection.execute(_WITH_ROLE_ON, wanted))

    def everybody(self, day: date) -> list[Person]:
        """All members with the posts held that day, in the order in which they came."""
        return _people(self._connection.execute(_PEOPLE, {"day": day}))

    def named(self, name: str, day: date) -> list[Person]:
        """The members of exactly that name."""
        return _people(self._connection.execute(_NAMED, {"day": day, "name": name}))

    def _change(self, id: PersonId, **columns: str) -> None:
        if not self._connection.execute(_CHANGE, {"key": id, **columns}).rowcount:
            raise Missing("person", id=id)


def _people(rows: Iterable[AnyRow]) -> list[Person]:
    heads: dict[int, AnyRow] = {}
    held: dict[int, list[Post]] = {}
    for row in rows:
        heads.setdefault(row.person, row)
        its_posts = held.setdefault(row.person, [])
        if row.role is not None:
            its_posts.append(_post(row))
    return [
        Person(
            id=PersonId(id),
            name=row.person_name,
            phone=row.phone,
            salutation=row.salutation,
            posts=tuple(held[id]),
        )
        for id, row in heads.items()
    ]


def _post(row: AnyRow) -> Post:
    return Post(role=Role(row.role), unit=as_unit(row), valid_from=row.held_from, valid_to=row.held_to)
