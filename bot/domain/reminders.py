"""Who is to be reminded of which report on a day: pure rules over due dates, of whatever form, unit or period.

A report has its days: when it opens, seven, three and one day before it is due, and the due day itself. Where such a
day is a weekend or a holiday, the reminder comes on the last working day before (the opening: on the first one after).
Afterwards nobody is reminded unless the officer asks for it. Nobody hears of reports more than once a day.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from bot.domain.budgets import has_room
from bot.domain.people import PersonId, Role
from bot.domain.periods import PeriodId
from bot.domain.units import UnitId
from bot.domain.working_days import is_holiday, is_weekend

ONE_DAY = timedelta(days=1)
OPENING_DAYS = 2
"""Working days on which the opening is told: a period may be opened in the evening, or while the process is down."""
LONGEST_BREAK = 31
"""Days without a working day; more there never are."""


class Kind(StrEnum):
    """Why somebody is reminded, the most urgent first."""

    ASKED = "asked"
    """The officer pressed a button."""
    DAY = "day"
    EVE = "eve"
    THREE = "three"
    WISHED = "wished"
    """The person asked to be reminded on this day."""
    WEEK = "week"
    OPENING = "opening"


URGENCY = MappingProxyType({kind: place for place, kind in enumerate(Kind)})
LEADS = MappingProxyType({Kind.DAY: 0, Kind.EVE: 1, Kind.THREE: 3, Kind.WEEK: 7})
"""How many days before the due day, the most urgent first."""


class Standing(StrEnum):
    """How far a report has come, as far as a reminder cares."""

    NOT_BEGUN = "not_begun"
    BEGUN = "begun"
    RETURNED = "returned"
    SENT = "sent"


ReportKey = tuple[PeriodId, str, UnitId]
"""A report that is owed: the period, the form's family, the unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """One report that a unit owes."""

    period: PeriodId
    family: str
    unit: UnitId
    opens_on: date
    due_on: date
    standing: Standing
    author: PersonId | None = None
    """Who has it in hand, if it was begun."""
    closed: bool = False
    """Nothing is taken any more."""

    @property
    def key(self) -> ReportKey:
        """What tells it from others."""
        return self.period, self.family, self.unit

    def is_wanted_on(self, day: date) -> bool:
        """Whether the ward waits for it on that day."""
        return not self.closed and self.standing is not Standing.SENT and self.opens_on <= day


@dataclass(frozen=True, slots=True, kw_only=True)
class Responsible:
    """Head or deputy of a unit; `channels` are where they can be reached, the one used last first."""

    person: PersonId
    unit: UnitId
    role: Role
    channels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """When a ward lets its people be reminded."""

    enabled: bool = True
    from_hour: int = 8
    until_hour: int = 19
    """Nothing is sent from this hour on."""
    weekends: bool = False
    holidays: bool = False

    def is_awake(self, now: datetime) -> bool:
        """Whether it is no quiet hour; `now` is Vietnam's time."""
        return self.from_hour <= now.hour < self.until_hour

    def is_working(self, day: date) -> bool:
        """Whether people may be reminded on that day."""
        return (self.weekends or not is_weekend(day)) and (self.holidays or not is_holiday(day))

    def lets_remind(self, now: datetime) -> bool:
        """Whether people are reminded at this moment without anybody asking for it."""
        return self.enabled and self.is_awake(now) and self.is_working(now.date())

    def last_working_day(self, day: date) -> date:
        """That day, or the last one before it on which people may be reminded."""
        return next((each for each in _days(day, -1) if self.is_working(each)), day)

    def next_working_day(self, day: date) -> date:
        """The first day after it on which people may be reminded."""
        return next((each for each in _days(day + ONE_DAY, 1) if self.is_working(each)), day + ONE_DAY)


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """What was said already."""

    told_today: frozenset[PersonId] = frozenset()
    told_of: frozenset[tuple[PersonId, ReportKey]] = frozenset()
    """Who has ever heard of which report."""
    wishes: frozenset[PersonId] = frozenset()
    """Who asked to be reminded today."""
    spent: Mapping[str, int] = field(default_factory=dict)
    """Reminders of this month by channel."""
    budgets: Mapping[str, int | None] = field(default_factory=dict)
    """What they may cost, where a plan says it (bot/domain/budgets.py)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One report in a reminder."""

    owed: Owed
    kind: Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One message to one person: all that is to be said today, the most urgent report first."""

    person: PersonId
    channel: str
    items: tuple[Item, ...]

    @property
    def kind(self) -> Kind:
        """That of its most urgent report."""
        return self.items[0].kind


Choose = Callable[[Owed, PersonId], Kind | None]


def reminders_due(
    now: datetime, *, owed: Iterable[Owed], people: Iterable[Responsible], rules: Rules, past: Past
) -> list[Reminder]:
    """Who is to be reminded at this moment of Vietnam's time, the most urgent first; whoever asks twice gets none."""
    today = now.date()
    if not rules.lets_remind(now):
        return []

    def choose(one: Owed, person: PersonId) -> Kind | None:
        kind = _scheduled(one, today, rules, is_news=(person, one.key) not in past.told_of)
        wished = person in past.wishes and one.due_on >= today
        return Kind.WISHED if wished and (kind is None or URGENCY[kind] > URGENCY[Kind.WISHED]) else kind

    return _reminders(today, owed, people, past, choose)


def reminders_asked(
    now: datetime, *, owed: Iterable[Owed], people: Iterable[Responsible], rules: Rules, past: Past
) -> list[Reminder]:
    """Who hears of it when the officer asks for it now: everybody who has not sent, in waking hours of any day."""
    return _reminders(now.date(), owed, people, past, lambda *_: Kind.ASKED) if rules.is_awake(now) else []


def hearers(one: Owed, people: Iterable[Responsible]) -> list[Responsible]:
    """Who hears of a report: the unit's heads, or its deputies where no head can be reached; and who has it in hand."""
    reached = [each for each in people if each.unit == one.unit and each.channels]
    heads = [each for each in reached if each.role is Role.HEAD]
    return [each for each in reached if each in (heads or reached) or each.person == one.author]


def _scheduled(one: Owed, today: date, rules: Rules, *, is_news: bool) -> Kind | None:
    """The kind that the report's own days give; today is a working day."""
    if today > one.due_on:
        return None
    for kind, lead in LEADS.items():
        if today == rules.last_working_day(one.due_on - lead * ONE_DAY):
            return kind
    is_opening = is_news and one.standing is Standing.NOT_BEGUN and _is_opening_day(one.opens_on, today, rules)
    return Kind.OPENING if is_opening else None


def _is_opening_day(opens_on: date, today: date, rules: Rules) -> bool:
    """Whether it is one of the first working days of the period."""
    since = (today - opens_on).days
    if since > LONGEST_BREAK:
        return False
    return sum(rules.is_working(opens_on + days * ONE_DAY) for days in range(since + 1)) <= OPENING_DAYS


def _reminders(
    today: date, owed: Iterable[Owed], people: Iterable[Responsible], past: Past, choose: Choose
) -> list[Reminder]:
    by_unit: dict[UnitId, list[Responsible]] = {}
    for each in people:
        by_unit.setdefault(each.unit, []).append(each)
    items: dict[PersonId, list[Item]] = {}
    channels: dict[PersonId, tuple[str, ...]] = {}
    for one in owed:
        for each in hearers(one, by_unit.get(one.unit, ())) if one.is_wanted_on(today) else ():
            kind = None if each.person in past.told_today else choose(one, each.person)
            if kind is not None:
                items.setdefault(each.person, []).append(Item(owed=one, kind=kind))
                channels[each.person] = each.channels
    return _within_budget([(person, channels[person], _in_order(found)) for person, found in items.items()], past)


def _in_order(items: Sequence[Item]) -> tuple[Item, ...]:
    return tuple(sorted(items, key=lambda item: (URGENCY[item.kind], item.owed.due_on, item.owed.key)))


def _within_budget(wanted: Iterable[tuple[PersonId, tuple[str, ...], tuple[Item, ...]]], past: Past) -> list[Reminder]:
    """Each on the first channel of the person that has room for it; the least urgent go without first."""
    counted = dict(past.spent)
    written: list[Reminder] = []
    for person, channels, items in sorted(wanted, key=lambda one: (URGENCY[one[2][0].kind], one[0])):
        kind = items[0].kind
        channel = next((each for each in channels if has_room(each, kind, counted.get(each, 0), past.budgets)), None)
        if channel is not None:
            counted[channel] = counted.get(channel, 0) + 1
            written.append(Reminder(person=person, channel=channel, items=items))
    return written


def _days(first: date, step: int) -> Iterable[date]:
    return (first + number * step * ONE_DAY for number in range(LONGEST_BREAK))
