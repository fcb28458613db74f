"""Who is reminded when: the days of a report, the hours of a ward, one message a day, and a channel's budget."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.clock import VIETNAM
from bot.domain import budgets
from bot.domain.people import PersonId, Role
from bot.domain.periods import PeriodId
from bot.domain.quotas import Quota, Usage
from bot.domain.reminders import (
    Kind,
    Owed,
    Past,
    Reminder,
    Responsible,
    Rules,
    Standing,
    hearers,
    reminders_asked,
    reminders_due,
)
from bot.domain.units import UnitId

K1 = UnitId(1)
LAN, MINH, BINH = PersonId(1), PersonId(2), PersonId(3)
HEAD = Responsible(person=LAN, unit=K1, role=Role.HEAD, channels=("telegram",))
DEPUTY = Responsible(person=MINH, unit=K1, role=Role.DEPUTY, channels=("web",))
REPORT = Owed(
    period=PeriodId(1),
    family="khom_dinh_ky",
    unit=K1,
    opens_on=date(2021, 3, 5),
    due_on=date(2021, 3, 19),
    standing=Standing.NOT_BEGUN,
)
TOLD = Past(told_of=frozenset({(LAN, REPORT.key)}))


def march(day: int, hour: int = 8, minute: int = 0) -> datetime:
    return datetime(2021, 3, day, hour, minute, tzinfo=VIETNAM)


def due(now: datetime, *owed: Owed, people: tuple[Responsible, ...] = (HEAD,), **given: object) -> list[Reminder]:
    rules = given.get("rules", Rules())
    past = given.get("past", Past())
    assert isinstance(rules, Rules)
    assert isinstance(past, Past)
    return reminders_due(now, owed=owed or (REPORT,), people=people, rules=rules, past=past)


def kinds(found: list[Reminder]) -> list[Kind]:
    return [item.kind for each in found for item in each.items]


DAYS = {
    5: Kind.OPENING,
    8: Kind.OPENING,  # the period may have been opened on Friday evening
    12: Kind.WEEK,
    16: Kind.THREE,
    18: Kind.EVE,
    19: Kind.DAY,
}


@pytest.mark.parametrize("day", range(1, 31))
def test_a_report_has_its_days(day: int) -> None:
    assert kinds(due(march(day))) == ([DAYS[day]] if day in DAYS else [])


def test_the_opening_is_told_once_and_only_to_who_has_not_begun() -> None:
    assert due(march(8), past=TOLD) == []
    assert due(march(5), replace(REPORT, standing=Standing.BEGUN)) == []
    assert due(march(5), replace(REPORT, standing=Standing.RETURNED)) == []


@pytest.mark.parametrize("standing", [Standing.BEGUN, Standing.RETURNED])
def test_who_has_begun_is_reminded_of_the_due_day(standing: Standing) -> None:
    assert kinds(due(march(18), replace(REPORT, standing=standing))) == [Kind.EVE]


@pytest.mark.parametrize("day", DAYS)
def test_nobody_is_reminded_of_what_was_sent_or_of_a_closed_period(day: int) -> None:
    assert due(march(day), replace(REPORT, standing=Standing.SENT)) == []
    assert due(march(day), replace(REPORT, closed=True)) == []


@pytest.mark.parametrize(
    ("hour", "minute", "expected"), [(0, 0, 0), (7, 59, 0), (8, 0, 1), (18, 59, 1), (19, 0, 0), (23, 59, 0)]
)
def test_quiet_hours_are_kept(hour: int, minute: int, expected: int) -> None:
    assert len(due(march(19, hour, minute))) == expected
    asked = reminders_asked(march(19, hour, minute), owed=(REPORT,), people=(HEAD,), rules=Rules(), past=Past())
    assert len(asked) == expected


def test_a_ward_may_turn_it_off_and_still_ask() -> None:
    off = Rules(enabled=False)
    assert due(march(19), rules=off) == []
    assert kinds(reminders_asked(march(19), owed=(REPORT,), people=(HEAD,), rules=off, past=Past())) == [Kind.ASKED]


@pytest.mark.parametrize(
    ("due_on", "weekends", "expected"),
    [
        # due on Sunday, the 21st: the eve and the day come on Friday, as one reminder
        (date(2021, 3, 21), False, {12: Kind.WEEK, 18: Kind.THREE, 19: Kind.DAY}),
        (date(2021, 3, 21), True, {14: Kind.WEEK, 18: Kind.THREE, 20: Kind.EVE, 21: Kind.DAY}),
        # due on Monday, the 22nd
        (date(2021, 3, 22), False, {15: Kind.WEEK, 19: Kind.EVE, 22: Kind.DAY}),
    ],
)
def test_what_falls_on_a_weekend_comes_before_it(due_on: date, weekends: bool, expected: dict[int, Kind]) -> None:
    moved = replace(REPORT, due_on=due_on)
    found = {day: kinds(due(march(day), moved, rules=Rules(weekends=weekends), past=TOLD)) for day in range(9, 31)}
    assert {day: said for day, said in found.items() if said} == {day: [kind] for day, kind in expected.items()}


def test_what_falls_on_tet_comes_before_it() -> None:
    owed = replace(REPORT, opens_on=date(2021, 1, 27), due_on=date(2021, 2, 13))
    days = [date(2021, 2, 1) + timedelta(days=number) for number in range(28)]
    found = {day.day: kinds(due(datetime(2021, 2, day.day, 8, tzinfo=VIETNAM), owed, past=TOLD)) for day in days}
    assert {day: said for day, said in found.items() if said} == {5: [Kind.WEEK], 9: [Kind.DAY]}


def test_a_period_that_opens_shortly_before_its_due_day_begins_with_what_is_left() -> None:
    late = replace(REPORT, opens_on=date(2021, 3, 17))
    assert [kinds(due(march(day), late)) for day in (16, 17, 18, 19)] == [[], [Kind.OPENING], [Kind.EVE], [Kind.DAY]]


def test_a_moved_due_day_has_its_own_days() -> None:
    moved = replace(REPORT, due_on=date(2021, 3, 24))
    found = [day for day in range(9, 31) if due(march(day), moved, past=TOLD)]
    assert found == [17, 19, 23, 24]  # the third day before is a Sunday


def test_one_message_a_day_lists_all_the_most_urgent_first() -> None:
    year = replace(REPORT, period=PeriodId(2), due_on=date(2021, 3, 26))
    [found] = due(march(19), year, REPORT)
    assert [(item.owed.period, item.kind) for item in found.items] == [(1, Kind.DAY), (2, Kind.WEEK)]
    assert due(march(19), year, REPORT, past=Past(told_today=frozenset({LAN}))) == []


def test_a_wish_is_kept_until_the_report_is_in() -> None:
    past = Past(wishes=frozenset({LAN}))
    assert kinds(due(march(15), past=past)) == [Kind.WISHED]
    assert kinds(due(march(12), past=past)) == [Kind.WISHED]
    assert kinds(due(march(18), past=past)) == [Kind.EVE]
    assert due(march(15), replace(REPORT, standing=Standing.SENT), past=past) == []
    assert due(march(22), past=past) == []


def test_heads_hear_of_it_deputies_only_for_them_and_who_has_it_in_hand() -> None:
    gone = replace(HEAD, channels=())
    begun = replace(REPORT, standing=Standing.BEGUN, author=MINH)
    other = replace(HEAD, unit=UnitId(2), person=BINH)
    assert hearers(REPORT, (HEAD, DEPUTY, other)) == [HEAD]
    assert hearers(REPORT, (gone, DEPUTY, other)) == [DEPUTY]
    assert hearers(begun, (HEAD, DEPUTY, other)) == [HEAD, DEPUTY]
    assert hearers(REPORT, (gone, replace(DEPUTY, channels=()), other)) == []


def test_a_channel_with_a_budget_gives_up_the_least_urgent_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budgets, "BUDGETS", {"zalo_bot": 4})
    people = tuple(
        Responsible(person=PersonId(n), unit=UnitId(n), role=Role.HEAD, channels=("zalo_bot",)) for n in range(1, 7)
    )
    week = [replace(REPORT, unit=UnitId(n)) for n in range(1, 4)]
    eve = [replace(REPORT, unit=UnitId(n), due_on=date(2021, 3, 13)) for n in range(4, 7)]
    rules = Rules(weekends=True)
    found = due(march(12), *week, *eve, people=people, rules=rules)
    assert [(each.person, each.kind) for each in found] == [(4, Kind.EVE), (5, Kind.EVE), (6, Kind.EVE)]
    assert len(due(march(12), *week, people=people, rules=rules)) == 2  # half of the budget is for the urgent ones
    assert [
        each.person for each in due(march(12), *eve, people=people, past=Past(spent={"zalo_bot": 3}), rules=rules)
    ] == [4]
    assert due(march(12), *eve, people=people, past=Past(spent={"zalo_bot": 4}), rules=rules) == []


def test_a_larger_plan_of_a_channel_is_a_larger_budget() -> None:
    def has_room(spent: int, **plans: int | None) -> bool:
        usages = [Usage(channel=name, bot="1", quota=Quota(messages=messages)) for name, messages in plans.items()]
        return budgets.has_room("zalo_bot", "eve", spent, budgets.of_plans(usages))

    assert [has_room(spent) for spent in (999, 1_000)] == [True, False]
    assert [has_room(spent, zalo_bot=3_000, zalo_oa=9) for spent in (999, 1_000)] == [True, False]
    assert [has_room(spent, zalo_bot=9_000) for spent in (2_999, 3_000)] == [True, False]
    assert has_room(1_000_000, zalo_bot=None)


def test_who_has_another_channel_is_reached_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(budgets, "BUDGETS", {"zalo_bot": 1})
    both = replace(HEAD, channels=("zalo_bot", "telegram"))
    assert [each.channel for each in due(march(19), people=(both,))] == ["zalo_bot"]
    assert [each.channel for each in due(march(19), people=(both,), past=Past(spent={"zalo_bot": 1}))] == ["telegram"]


PEOPLE = st.lists(
    st.builds(
        Responsible,
        person=st.integers(1, 5).map(PersonId),
        unit=st.integers(1, 4).map(UnitId),
        role=st.sampled_from((Role.HEAD, Role.DEPUTY)),
        channels=st.sampled_from(((), ("web",), ("telegram", "web"))),
    ),
    max_size=8,
    unique_by=lambda each: (each.person, each.unit),
).map(tuple)
SOME_DAYS = st.dates(date(2021, 1, 20), date(2021, 3, 31))
OWED = st.lists(
    st.builds(
        Owed,
        period=st.integers(1, 3).map(PeriodId),
        family=st.sampled_from(("khom_dinh_ky", "cham_diem_khom")),
        unit=st.integers(1, 4).map(UnitId),
        opens_on=SOME_DAYS,
        due_on=SOME_DAYS,
        standing=st.sampled_from(Standing),
        author=st.none() | st.integers(1, 5).map(PersonId),
        closed=st.booleans(),
    ),
    max_size=8,
    unique_by=lambda one: one.key,
).map(tuple)
MOMENTS = st.builds(datetime.combine, SOME_DAYS, st.times(), st.just(VIETNAM))
RULES = st.builds(
    Rules,
    enabled=st.booleans(),
    from_hour=st.integers(5, 12),
    until_hour=st.integers(13, 22),
    weekends=st.booleans(),
    holidays=st.booleans(),
)
PASTS = st.builds(
    Past,
    told_today=st.frozensets(st.integers(1, 5).map(PersonId)),
    wishes=st.frozensets(st.integers(1, 5).map(PersonId)),
)


@given(now=MOMENTS, ward=st.tuples(OWED, PEOPLE), rules=RULES, past=PASTS, asked=st.booleans())
def test_whatever_a_ward_owes_nobody_is_disturbed_without_cause(
    now: datetime, ward: tuple[tuple[Owed, ...], tuple[Responsible, ...]], rules: Rules, past: Past, asked: bool
) -> None:
    owed, people = ward
    remind = reminders_asked if asked else reminders_due
    found = remind(now, owed=owed, people=people, rules=rules, past=past)
    persons = [each.person for each in found]
    assert len(persons) == len(set(persons)), "twice on a day"
    assert not set(persons) & past.told_today, "again on the same day"
    if found:
        assert rules.from_hour <= now.hour < rules.until_hour, "in quiet hours"
        assert asked or (rules.enabled and rules.is_working(now.date())), "on a day off"
    for each in found:
        assert each.items
        assert len({item.owed.key for item in each.items}) == len(each.items)
        for item in each.items:
            assert item.owed.standing is not Standing.SENT, "though it was sent"
            assert not item.owed.closed
            assert item.owed.opens_on <= now.date(), "before it opens"
            assert asked or now.date() <= item.owed.due_on, "after the due day"
            posts = [one for one in people if one.person == each.person and one.unit == item.owed.unit]
            assert any(each.channel in one.channels for one in posts), "somebody else's report"


@given(owed=OWED, people=PEOPLE, first=MOMENTS, later=st.integers(0, 600))
def test_a_second_tick_of_the_day_reminds_only_those_whom_the_first_did_not(
    owed: tuple[Owed, ...], people: tuple[Responsible, ...], first: datetime, later: int
) -> None:
    rules, past = Rules(weekends=True), Past()
    second = min(first + timedelta(minutes=later), first.replace(hour=23, minute=59))
    told = {each.person for each in reminders_due(first, owed=owed, people=people, rules=rules, past=past)}
    past = Past(told_today=frozenset(told))
    again = {each.person for each in reminders_due(second, owed=owed, people=people, rules=rules, past=past)}
    assert not told & again
