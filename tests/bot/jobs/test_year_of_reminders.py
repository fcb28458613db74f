"""Twelve months of a ward: not one reminder too many or too few, by an oracle that knows nothing of the product."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from bot.jobs import remind
from bot.messages import Reply
from storage.store import Store
from storage.tables import outbox, reminders
from tests.bot.jobs.year.ward import BEGIN, Year

OPENINGS: Mapping[date, tuple[tuple[str, date, date], ...]] = {
    # A year's report that is due in the middle of Tết (mùng 1: 12 February 2021).
    date(2021, 1, 27): (("2020", date(2021, 1, 27), date(2021, 2, 13)),),
    # And one shortly afterwards, on a Saturday.
    date(2021, 1, 28): (("2020-H2", date(2021, 1, 28), date(2021, 2, 20)),),
    date(2021, 3, 5): (("2021-Q1", date(2021, 3, 5), date(2021, 3, 19)),),
    # Announced a day before it opens, on a Saturday.
    date(2021, 6, 4): (
        ("2021-Q2", date(2021, 6, 5), date(2021, 6, 18)),
        ("2021-H1", date(2021, 6, 5), date(2021, 6, 20)),
    ),
    date(2021, 9, 2): (("2021-Q3", date(2021, 9, 2), date(2021, 9, 17)),),
    date(2021, 12, 3): (
        ("2021-Q4", date(2021, 12, 3), date(2021, 12, 24)),
        ("2021-H2", date(2021, 12, 3), date(2021, 12, 24)),
        ("2021", date(2021, 12, 3), date(2021, 12, 24)),
    ),
}
MOVES = {
    date(2021, 3, 17): ("2021-Q1", date(2021, 3, 24)),
    date(2021, 6, 15): ("2021-H1", date(2021, 6, 27)),
    date(2021, 12, 10): ("2021", date(2021, 12, 17)),
}
CLOSINGS = {
    date(2021, 3, 1): "2020",
    date(2021, 3, 2): "2020-H2",
    date(2021, 4, 12): "2021-Q1",
    date(2021, 6, 16): "2021-Q2",  # called off before it is due
    date(2021, 7, 12): "2021-H1",
    date(2021, 10, 4): "2021-Q3",
}


@pytest.fixture(autouse=True)
def no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is at the other end who would be overrun."""
    monkeypatch.setattr(remind, "PAUSE_SECONDS", 0)


async def lives_through_the_year(year: Year) -> None:
    """From January to December."""
    await year.settle()
    while (today := year.now.date()) < BEGIN.replace(year=2022, day=1):
        for opened in OPENINGS.get(today, ()):
            await year.opens(*opened)
        if today in MOVES:
            await year.moves(*MOVES[today])
        if today in CLOSINGS:
            await year.closes(CLOSINGS[today])
        if today in {date(2021, 6, 10), date(2021, 8, 1)}:
            await year.lets_weekends(allowed=today.month == 6)
        await year.passes_a_day()


@pytest.mark.timeout(600)
async def test_nobody_is_reminded_wrongly_in_twelve_months_of_300_units(sqlite_store: Store) -> None:
    year = Year(sqlite_store, units=300, seed=2021)
    await lives_through_the_year(year)
    assert year.wrong == []
    assert year.messages > 3_000
    await every_message_was_put_into_the_outbox(sqlite_store, year)


@pytest.mark.timeout(600)
async def test_nor_in_a_small_ward_on_either_database(store: Store) -> None:
    year = Year(store, units=8, seed=7)
    await lives_through_the_year(year)
    assert year.wrong == []
    assert year.messages > 50
    await every_message_was_put_into_the_outbox(store, year)


async def every_message_was_put_into_the_outbox(store: Store, year: Year) -> None:
    rows = await store.read(lambda tx: tx.connection.execute(outbox.select()).all())
    kept = await store.read(lambda tx: tx.connection.execute(reminders.select()).all())
    assert len(rows) == len(kept) == year.messages
    assert {int(row.chat) for row in rows} == {person for person, _ in year.truth.told}
    assert all(Reply.from_json(row.reply).options for row in rows)
    assert len({(row.person, row.day) for row in kept}) == len(kept)
