"""The pace: even, bounded in any second, nothing during a brake, and lost time made good within the bound."""

from __future__ import annotations

import asyncio
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.announcements.pace import WINDOW, Pace, Schedule
from bot.conversation.brake import Brake


def leaves(schedule: Schedule, count: int, now: float = 100.0) -> list[float]:
    """When so many messages leave that all want to leave at once."""
    moments = []
    for _ in range(count):
        now = schedule.earliest(now)
        schedule.leave(now)
        moments.append(now)
    return moments


def most_in_a_second(moments: list[float]) -> int:
    return max(sum(start <= moment < start + 1 for moment in moments) for start in moments)


def test_messages_leave_evenly() -> None:
    moments = leaves(Schedule(25), 100)
    gaps = [later - earlier for earlier, later in pairwise(moments)]
    assert min(gaps) > 0.0399
    assert moments[-1] - moments[0] < 4.2


def test_time_lost_to_a_brake_is_made_good_at_once_but_within_the_bound() -> None:
    schedule = Schedule(28)
    before = leaves(schedule, 28)
    free = before[-1] + 1.0
    schedule.lost(1.0, free)
    after = leaves(schedule, 100, free)
    assert after[20] == free, "a second's worth leaves at once"
    assert most_in_a_second(before + after) <= 29


def test_what_several_brakes_cost_is_made_good_and_then_messages_leave_evenly_again() -> None:
    schedule, now = Schedule(28), 100.0
    for _ in range(2):
        schedule.lost(1.5, now)
        assert leaves(schedule, 29, now)[-1] == now
        now += 1.5
    after = leaves(schedule, 6000, now)
    assert after[0] == after[20], "one burst does not make all of it good"
    assert after[-1] - after[-29] > 0.999, "all of it is made good"
    assert most_in_a_second(after) <= 29


@given(st.lists(st.floats(0, 3), max_size=60), st.integers(1, 40))
def test_no_second_has_more_than_one_above_the_pace(pauses: list[float], per_second: int) -> None:
    schedule, now, moments = Schedule(per_second), 100.0, []
    for pause in pauses:
        now += pause
        if pause > 1:
            schedule.lost(pause, now)
        for moment in leaves(schedule, 5, now):
            moments.append(moment)
            now = moment
    assert not moments or most_in_a_second(moments) <= per_second + 1


def test_less_than_one_a_second_is_possible() -> None:
    first, second = leaves(Schedule(1 / 60), 2)
    assert 59 < second - first < 61 + WINDOW


async def test_nobody_goes_during_a_brake_and_everybody_in_turn_after_it() -> None:
    brake = Brake()
    pace = Pace(1000, lambda: brake.left("telegram"))
    went: list[tuple[int, float]] = []
    loop = asyncio.get_running_loop()

    async def go(number: int) -> None:
        await pace.turn()
        assert brake.left("telegram") <= 0
        went.append((number, loop.time()))

    begun = loop.time()
    brake.hold("telegram", 0.3)
    brake.hold("telegram", 0.1)
    await asyncio.gather(*(go(number) for number in range(5)))
    assert [number for number, _ in went] == [0, 1, 2, 3, 4]
    assert went[0][1] - begun >= 0.3


async def test_a_brake_that_comes_while_one_waits_is_heeded() -> None:
    brake = Brake()
    pace = Pace(1, lambda: brake.left("telegram"))
    loop = asyncio.get_running_loop()
    await pace.turn()
    waiting = asyncio.create_task(pace.turn())
    await asyncio.sleep(0.02)
    brake.hold("telegram", 1.4)
    begun = loop.time()
    await waiting
    assert loop.time() - begun >= 1.4
