"""The simulated ward: real storage, real job, a clock that jumps, and heads who do as the dice fall."""

from __future__ import annotations

import random
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.actions import forms
from bot.actions.installation import create_ward
from bot.actions.putting_off import put_off
from bot.actions.reminding import remind_unsent
from bot.actions.surroundings import asked_by_period
from bot.clock import VIETNAM, local
from bot.domain.people import Person, PersonId, Role
from bot.domain.periods import PeriodId, ReportingPeriod, Span
from bot.domain.reminders import Rules
from bot.domain.submissions import FillingState, Status
from bot.domain.units import Unit, UnitId
from bot.jobs.remind import remind
from bot.messages import Address
from forms.filling import begin
from forms.prompt import Surroundings
from storage.store import Store
from storage.tables import reminder_items, reminders, reporting_periods
from storage.transaction import Transaction
from tests.bot.jobs.year.oracle import DAY, Post, Term, Told, Truth
from tests.support.bench import SERVED, bench_of

FAMILY = "khom_dinh_ky"
BEGIN = date(2021, 1, 4)
WAKING, QUIET = (8, 9, 13, 18), (5, 7, 19, 22)
"""Hours at which ticks come, and at which nobody may be told anything."""
DOWN = {date(2021, 9, 3), date(2021, 9, 6), date(2021, 12, 23)}
"""Days on which the process runs at night only; two of them are the first working days of a period."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """What a unit will do with a period: on which days, counted from its opening; None: never."""

    begins: int | None
    sends: int | None
    is_returned: int | None
    sends_again: int | None


class Year:
    """Runs day by day; every tick and every press is compared with the oracle, into `wrong`."""

    def __init__(self, store: Store, *, units: int, seed: int) -> None:
        self._store = store
        self._units = units
        self._dice = random.Random(seed)
        self.now = datetime(2021, 1, 4, 0, 30, tzinfo=VIETNAM)
        self._bench = bench_of(store, clock=lambda: self.now)
        self._plans: dict[tuple[int, int], Plan] = {}
        self._opened: dict[int, date] = {}
        self._fillings: dict[int, FillingState] = {}
        self.truth = Truth(posts=[])
        self.messages = 0
        self.wrong: list[str] = []

    async def settle(self) -> None:
        """Found the ward with its people."""
        await self._store.transact(self._settle)

    def _settle(self, tx: Transaction) -> None:
        khoms = [(f"K{number}", f"Khóm {number}") for number in range(1, self._units + 1)]
        at = self.now - 30 * DAY
        self.ward: Unit = create_ward(tx, code="P", name="Phường", khoms=khoms, at=at)
        self.hoa: Person = self._person(tx, "Hoa", Role.WARD_OFFICER, self.ward, reached=False)
        for unit in tx.units.children(self.ward.id, at.date()):
            self._person(tx, f"Lan {unit.code}", Role.HEAD, unit, reached=self._dice.random() < 0.93)
            if self._dice.random() < 0.25:
                self._person(tx, f"Minh {unit.code}", Role.DEPUTY, unit, reached=self._dice.random() < 0.8)

    def _person(self, tx: Transaction, name: str, role: Role, unit: Unit, *, reached: bool) -> Person:
        at = self.now - 30 * DAY
        id = tx.people.add(name, "", at)
        tx.people.give_post(id, role, unit.id, at.date())
        if reached:
            channel = self._dice.choice(("telegram", "web"))
            tx.accounts.add(Address(channel=channel, bot="1", chat=str(id)), id, at)
        if role is not Role.WARD_OFFICER:
            post = Post(person=id, unit=unit.id, is_head=role is Role.HEAD, can_be_reached=reached)
            self.truth.posts.append(post)
        return tx.people.get(id, at.date())

    async def opens(self, code: str, opens: date, due: date) -> None:
        """The ward opens a period."""

        def work(tx: Transaction) -> ReportingPeriod:
            return tx.periods.open(self.ward.id, Span.parse(code), opens, due, due + 7 * DAY, None, self.now)

        period = await self._store.transact(work)
        self.truth.terms.append(Term(id=period.id, opens=opens, due=due))
        self._opened[period.id] = opens
        self._fillings[period.id] = await self._store.transact(lambda tx: self._blank(tx, period))
        length = (due - opens).days
        for unit in {post.unit for post in self.truth.posts}:
            self._plans[period.id, unit] = self._plan(length)

    def _blank(self, tx: Transaction, period: ReportingPeriod) -> FillingState:
        form = forms.parsed(forms.in_force(tx, FAMILY, period.span.last_day))
        unit = tx.units.children(self.ward.id, self.now.date())[0]
        around = Surroundings(now=local(self.now), given=asked_by_period(unit, period, self.now))
        return begin(form, around)

    def _plan(self, length: int) -> Plan:
        begins = self._dice.choice((None, 0, 1, 3, *range(length + 1)))
        if begins is None:
            return Plan(begins=None, sends=None, is_returned=None, sends_again=None)
        sends = self._dice.choice((None, begins, begins + 1, begins + 4, begins + 9, length, length + 3))
        is_returned = None if sends is None or self._dice.random() < 0.8 else sends + self._dice.choice((1, 2, 3))
        again = None if is_returned is None else self._dice.choice((None, is_returned + 1, is_returned + 4))
        return Plan(begins=begins, sends=sends, is_returned=is_returned, sends_again=again)

    async def moves(self, code: str, due: date) -> None:
        """The officer moves the khóm's due day."""
        period = await self._period(code)

        def work(tx: Transaction) -> None:
            tx.connection.execute(
                reporting_periods.update().where(reporting_periods.c.id == period.id).values(khom_due_on=due)
            )

        await self._store.transact(work)
        self._term(period.id).due = due

    async def closes(self, code: str) -> None:
        """Nothing is taken any more."""
        period = await self._period(code)
        await self._store.transact(lambda tx: tx.periods.close(period.id, self.now))
        self._term(period.id).closed = True

    async def lets_weekends(self, *, allowed: bool) -> None:
        """The ward's rule about weekends."""
        await self._store.transact(lambda tx: tx.reminder_rules.put(self.ward.id, Rules(weekends=allowed)))
        self.truth.with_weekends = allowed

    async def passes_a_day(self) -> None:
        """Ticks at hours of all kinds, between them what the heads do; then it is the next day."""
        midnight = self.now.replace(hour=0, minute=30)
        is_open = any(not term.closed for term in self.truth.terms)
        hours = [self._dice.choice(QUIET)]
        if midnight.date() not in DOWN and self._dice.random() < 0.9:
            hours.append(self._dice.choice(WAKING))
        self.now = midnight + timedelta(hours=4)
        if is_open:
            await self._heads_act()
        for hour in sorted(hours):
            self.now = midnight.replace(hour=hour, minute=self._dice.randrange(60))
            await self._ticks()
        if self._dice.random() < 0.06:
            await self._asks()
        self.now = midnight + DAY

    async def _ticks(self) -> None:
        expected = self.truth.expected(self.now)
        stale = self.now - DAY * self._dice.choice((1, 2))
        for tick in self._dice.choice(((self.now,), (self.now, self.now), (stale, self.now))):
            await remind(self._bench, tick)
        await self._compare(expected, "tick")
        for person in expected:
            if self._dice.random() < 0.05:
                await self._puts_off(person)

    async def _asks(self) -> None:
        if not 8 <= self.now.hour < 19 or not self.truth.terms:
            return
        expected = self.truth.expected_when_asked(self.now)
        await self._store.transact(
            lambda tx: remind_unsent(tx, by=self.hoa, ward=self.ward, now=self.now, served=SERVED)
        )
        await self._compare(expected, "press")

    async def _puts_off(self, person: int) -> None:
        """The head presses: remind me again."""

        def work(tx: Transaction) -> date | None:
            return put_off(tx, tx.people.get(PersonId(person), self.now.date()), self.now)[1]

        day = await self._store.transact(work)
        if day is not None:
            self.truth.wishes.add((person, day))

    async def _compare(self, expected: dict[int, Told], what: str) -> None:
        """What was written since, beside what should have been; nothing more, nothing less."""
        today = self.now.date()
        before = {person for person, day in self.truth.told if day == today}
        written = await self._store.read(lambda tx: _written(tx, today))
        fresh = {person: said for person, said in written.items() if person not in before}
        if fresh != expected:
            people = sorted(person for person in {*fresh, *expected} if fresh.get(person) != expected.get(person))
            self.wrong += [f"{what} {self.now:%a %d/%m %H:%M} {p}: {fresh.get(p)} != {expected.get(p)}" for p in people]
        self.truth.told |= {(person, today): said for person, said in fresh.items()}
        self.messages += len(fresh)

    async def _heads_act(self) -> None:
        await self._store.transact(self._act)
        if self._dice.random() < 0.02:
            await self._store.transact(self._somebody_blocks_the_bot)

    def _act(self, tx: Transaction) -> None:
        today = self.now.date()
        for term in self.truth.terms:
            since = (today - self._opened[term.id]).days
            if term.closed or since < 0:
                continue
            for unit in {post.unit for post in self.truth.posts}:
                self._does(tx, term, unit, self._plans[term.id, unit], since)

    def _does(self, tx: Transaction, term: Term, unit: int, plan: Plan, since: int) -> None:
        key = (term.id, unit)
        people = [post.person for post in self.truth.posts if post.unit == unit]
        if since == plan.begins:
            author = PersonId(self._dice.choice(people))
            form = forms.in_force(tx, FAMILY, self.now.date())
            filling = self._fillings[term.id]
            period, code = PeriodId(term.id), f"{term.id}-{unit}"
            tx.submissions.start(FAMILY, form.id, UnitId(unit), period, code, filling, author, self.now)
            self.truth.stage[key], self.truth.author[key] = "begun", author
        if since in {plan.sends, plan.sends_again} or since == plan.is_returned:
            found = tx.submissions.live(FAMILY, UnitId(unit), PeriodId(term.id))
            assert found is not None
            if since == plan.is_returned:
                tx.submissions.set_status(found.id, Status.RETURNED, self.now)
                self.truth.stage[key] = "returned"
            else:
                tx.submissions.send(found.id, found.form, {}, {}, found.author, self.now)
                self.truth.stage[key] = "sent"

    def _somebody_blocks_the_bot(self, tx: Transaction) -> None:
        post = self._dice.choice(self.truth.posts)
        for route in tx.routes.of_one(PersonId(post.person)):
            tx.accounts.gone(route.account, self.now)
        post.can_be_reached = False

    async def _period(self, code: str) -> ReportingPeriod:
        found = await self._store.read(lambda tx: tx.periods.by_code(self.ward.id, code))
        assert found is not None
        return found

    def _term(self, period: PeriodId) -> Term:
        return next(term for term in self.truth.terms if term.id == period)


def _written(tx: Transaction, day: date) -> dict[int, Told]:
    """All that was said on that day."""
    rows = tx.connection.execute(
        reminder_items.join(reminders, reminders.c.id == reminder_items.c.reminder)
        .select()
        .where(reminders.c.day == day)
    )
    said: dict[int, set[tuple[int, int, str]]] = {}
    for row in rows:
        said.setdefault(row.person, set()).add((row.period, row.unit, row.kind))
    return {person: frozenset(told) for person, told in said.items()}
