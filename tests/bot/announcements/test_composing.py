"""What the officer reads while writing: to whom it goes in plain words, and by which beginning it is recognised."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.announcements import composing_cards, kinds
from bot.announcements.audience_cards import ROLE_GROUPS, described
from bot.domain.announcements import (
    Announcement,
    AnnouncementId,
    AnnouncementKind,
    AnnouncementStatus,
    Audience,
    Content,
)
from bot.domain.units import Level, Unit, UnitId
from bot.texts import announcing as words
from tests.bot.announcements.test_kinds import PERIOD

FIRST_DAY = date(2020, 1, 1)
UNITS: dict[int, Unit] = {
    number: Unit(
        id=UnitId(number), code=f"K{number}", name=f"Khóm {number}", level=Level.KHOM, parent=None, valid_from=FIRST_DAY
    )
    for number in (2, 3)
}


@pytest.mark.parametrize(
    ("group", "said"),
    [
        ("leaders", "Trưởng và phó các khóm"),
        ("heads", "Trưởng các khóm"),
        ("deputies", "Phó các khóm"),
        ("everybody", "Tất cả, cả cán bộ phường"),
    ],
)
def test_everybody_of_a_role_is_named_as_people_say_it(group: str, said: str) -> None:
    assert described(Audience(roles=ROLE_GROUPS[group][0]), UNITS, {}, None) == said


def test_chosen_khoms_are_named_once_with_the_role() -> None:
    both = Audience(roles=ROLE_GROUPS["leaders"][0], units=tuple(UnitId(number) for number in UNITS))
    assert described(both, UNITS, {}, None) == "Trưởng và phó Khóm 2, Khóm 3"


def test_who_has_not_sent_is_said_without_saying_khom_twice() -> None:
    owing = Audience(roles=ROLE_GROUPS["heads"][0], not_sent=PERIOD.id)
    assert described(owing, UNITS, {}, PERIOD) == "Trưởng các khóm chưa nộp quý IV năm 2020"


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Chiều nay cúp nước.", "Chiều nay cúp nước."),
        ("Mời {tên} họp giao ban lúc 8 giờ thứ Hai 30/11 tại hội trường.", "Mời … họp giao ban lúc 8 giờ thứ Hai …"),
        ("Kính mời họp, nội dung gồm báo cáo quý, bàn việc.", "Kính mời họp, nội dung gồm báo cáo quý …"),
        ("x" * 60, f"{'x' * 40} …"),
    ],
)
def test_a_beginning_is_cut_between_words_and_never_inside_a_date(text: str, begins: str) -> None:
    announcement = Announcement(
        id=AnnouncementId(1),
        ward=UnitId(1),
        author=None,
        content=Content(kind=AnnouncementKind.MEETING, text=text),
        audience=Audience(),
        status=AnnouncementStatus.DRAFT,
        created_at=datetime(2020, 12, 1, tzinfo=UTC),
    )
    assert kinds.beginning(announcement) == begins


def test_an_empty_list_offers_nothing_to_choose() -> None:
    listed = composing_cards.listed([])
    assert listed.text == words.LIST_EMPTY
    assert words.LIST_HINT not in listed.hint
