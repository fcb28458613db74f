"""Which choices are buttons on the Official Account, and what is numbered or named in the text."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest_asyncio

from bot.messages import Choice, Reply
from channels.zalo_oa.limits import MAX_BUTTON_TITLE
from tests.channels.zalo_oa.harness import Phone, opened


@pytest_asyncio.fixture
async def phone() -> AsyncIterator[Phone]:
    async with opened() as found:
        yield found


def offering(count: int, label: str = "Việc thứ {}") -> Reply:
    choices = tuple((Choice(id=f"7.{number}", label=label.format(number)),) for number in range(1, count + 1))
    return Reply(text="Chọn một việc ạ.", rows=choices)


def way(label: str) -> Choice:
    return Choice(id=f"7.{label}", label=label, way_out=True)


async def test_up_to_five_choices_are_buttons_and_more_are_numbers(phone: Phone) -> None:
    await phone.reply(offering(5))
    await phone.reply(offering(6))
    buttons, numbers = phone.person.screen
    assert buttons.buttons == [f"Việc thứ {number}" for number in range(1, 6)]
    assert buttons.text == "Chọn một việc ạ."
    assert not numbers.buttons
    assert "6. Việc thứ 6" in numbers.text.splitlines()


async def test_ways_out_that_have_no_room_are_typed_and_the_first_stay_buttons(phone: Phone) -> None:
    answers = ("Giữ nguyên", "Không phát sinh", "Chưa có số liệu", "Nhập nhanh", "Quay lại", "Để sau", "Giúp")
    await phone.reply(Reply(text="Mấy buổi ạ?", rows=(tuple(way(label) for label in answers),)))
    (shown,) = phone.person.screen
    assert shown.buttons == list(answers[:5])
    assert shown.text == "Mấy buổi ạ?\n\nHoặc gõ: Để sau, Giúp."


async def test_what_there_is_to_choose_from_comes_before_the_ways_out(phone: Phone) -> None:
    options = offering(4)
    await phone.reply(replace(options, rows=((way("Để sau"), way("Giúp")), *options.rows)))
    (shown,) = phone.person.screen
    assert shown.buttons == ["Để sau", *(f"Việc thứ {number}" for number in range(1, 5))]
    assert shown.text.endswith("Hoặc gõ: Giúp.")


async def test_the_numbers_of_many_lines_are_typed_and_what_is_done_with_all_is_pressed(phone: Phone) -> None:
    ways = [way("Gửi về phường"), *(way(str(number)) for number in range(1, 15)), way("Để sau")]
    await phone.reply(Reply(text="1. Tổng số hộ: 412 hộ", rows=tuple((each,) for each in ways)))
    (shown,) = phone.person.screen
    assert shown.buttons == ["Gửi về phường", "Để sau"]
    assert shown.text.endswith("Hoặc gõ: 1 đến 14.")


async def test_a_label_that_is_too_long_for_a_button_is_numbered(phone: Phone) -> None:
    await phone.reply(offering(2, label="á" * MAX_BUTTON_TITLE + "{}"))
    (shown,) = phone.person.screen
    assert not shown.buttons
    assert "2. á" in shown.text
