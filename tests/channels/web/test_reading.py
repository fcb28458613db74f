"""Reading along in the log: nothing twice, nothing left out."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.messages import Address, Reply
from channels.web.limits import COMMIT_LAG, HISTORY
from channels.web.log import Heard, Place
from channels.web.reading import News, Reading
from tests.channels.memory import MemoryLog
from tests.channels.recording import RecordingInbox

LAN = Address(channel="web", bot="web", chat="lan")


@pytest.fixture
def log() -> MemoryLog:
    return MemoryLog(RecordingInbox())


def reading(log: MemoryLog, place: Place | None = None) -> Reading:
    return Reading(log, LAN, log.clock, place)


def texts(news: News) -> list[str]:
    return [line.reply.text for line in news.lines if isinstance(line, Heard)]


async def test_every_line_comes_once(log: MemoryLog) -> None:
    page = reading(log)
    log.add(LAN, Reply(text="1"))
    assert texts(await page.news()) == ["1"]
    log.add(LAN, Reply(text="2"))
    assert texts(await page.news()) == ["2"]
    assert texts(await page.news()) == []


async def test_the_lines_of_others_are_not_read(log: MemoryLog) -> None:
    log.add(Address(channel="web", bot="web", chat="minh"), Reply(text="cho Minh"))
    assert texts(await reading(log).news()) == []


async def test_a_row_that_is_committed_late_is_not_left_out(log: MemoryLog) -> None:
    """Two transactions number their rows 1 and 2, and the second one commits first."""
    log.add(LAN, Reply(text="1"))
    log.add(LAN, Reply(text="2"))
    late = log.heard.pop(0)
    page = reading(log)
    news = await page.news()
    assert texts(news) == ["2"]
    log.heard.insert(0, late)
    assert texts(await page.news()) == ["1"]
    assert "1" in texts(await reading(log, news.place).news())


async def test_the_place_moves_on_when_no_row_can_come_before_it_any_more(log: MemoryLog) -> None:
    page = reading(log)
    key = log.add(LAN, Reply(text="1"))
    assert (await page.news()).place.heard < key
    log.now += COMMIT_LAG + timedelta(seconds=1)
    assert (await page.news()).place.heard == key


async def test_a_page_that_was_away_long_is_given_everything_in_pieces(log: MemoryLog) -> None:
    for number in range(2 * HISTORY + 5):
        log.add(LAN, Reply(text=str(number)))
    page = reading(log, Place())
    given = [text for _ in range(3) for text in texts(await page.news())]
    assert given == [str(number) for number in range(2 * HISTORY + 5)]


async def test_a_new_page_begins_with_the_latest_lines(log: MemoryLog) -> None:
    for number in range(HISTORY + 50):
        log.add(LAN, Reply(text=str(number)))
    assert texts(await reading(log).news()) == [str(number) for number in range(50, HISTORY + 50)]


@pytest.mark.parametrize("text", ["", "1", "1.", ".1", "a.b", "-1.2", "1.2.3", "9" * 40 + ".1", "\uff11.\uff12"])
def test_a_place_that_is_none_is_no_reason_to_fail(text: str) -> None:
    assert Place.from_text(text) is None


def test_a_place_survives_the_way_to_the_page_and_back() -> None:
    place = Place(said=12, heard=345)
    assert Place.from_text(str(place)) == place
