"""What a report costs: one line for each figure that has changed and few taps for the others, two taps to mend.

Counted at the phone, on every channel; in a terminal a tap is the number or the word of a choice.
"""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.stories.conftest import SETTINGS, OpenTown
from tests.stories.filling import QUARTER, fills_in_the_report, sends_the_report, taps_line
from tests.stories.kept import report_of
from tests.stories.last_quarter import LAST_QUARTER, the_next_quarter_begins
from tests.support.talk import Member, Town
from tests.support.talk.effort import counted

MOST_TAPS = 20
MORE_MESSAGES_OUT = 2
"""Beyond one out for each in, in a whole quarterly report: a ward's Zalo bot may send 3,000 in a month to everybody."""
COUNTING = [setting for setting in SETTINGS if setting in {"console", "zalo_bot"}]
"""Channels that say all of a turn in one message."""
MOST_TAPS_TO_MEND = 2
REPORT = "Báo cáo quý I năm 2021"
CHANGED = {
    "tong_so_ho": "418",
    "tong_nhan_khau": "1660",
    "ho_dang_ky_gdvh": "415",
    "so_buoi_tuyen_truyen": "4",
    "kp_nsnn": "2500000",
    "kp_xa_hoi_hoa": "1500000",
    "kp_da_chi": "900000",
    "so_khen_tap_the": "2",
    "so_khen_gia_dinh": "6",
    "so_khen_ca_nhan": "3",
}
"""Every figure of LAST_QUARTER as another one, in the order of asking."""
STANDING = ("tong_so_ho", "tong_nhan_khau", "ho_dang_ky_gdvh")
"""What is kept with one tap; what happened in the quarter is kept with two."""


@pytest.fixture(params=COUNTING)
async def counting(request: pytest.FixtureRequest, open_town: OpenTown) -> AsyncIterator[Town]:
    """A town on a channel where each message counts."""
    async with open_town(request.param) as town:
        yield town


async def answers(lan: Member, changed: dict[str, str]) -> None:
    """Keep what is as it was, and type the rest."""
    for name in LAST_QUARTER:
        if name in changed:
            await lan.says(changed[name])
        elif name in STANDING:
            await lan.presses("Giữ nguyên")
        else:
            await lan.presses("Giữ nguyên", "Đúng vậy")
    await lan.presses("Không phát sinh")
    await lan.sees("Xem lại trước khi gửi")


@pytest.mark.parametrize("changed", [("tong_so_ho", "so_buoi_tuyen_truyen", "kp_da_chi"), tuple(CHANGED)])
async def test_a_changed_quarter_takes_one_typed_line_for_each_changed_figure(
    town: Town, changed: tuple[str, ...]
) -> None:
    await the_next_quarter_begins(town)
    new = {name: CHANGED[name] for name in changed}
    with counted(town.lan) as effort:
        await town.lan.presses(REPORT)
        await answers(town.lan, new)
        await town.lan.presses("Gửi về phường")
        await town.lan.sees("Đã gửi xong lúc")
    assert effort.lines == len(changed)
    assert effort.taps <= MOST_TAPS
    _, (revision,) = await report_of(town, "BC-K1-2021-Q1")
    assert {name: revision.values.get(name) for name in LAST_QUARTER} == {**LAST_QUARTER, **new}


async def test_a_correction_from_the_summary_takes_at_most_two_taps(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await fills_in_the_report(lan)
    with counted(lan) as typed:
        await taps_line(lan, 9)
        await lan.sees("Đang ghi: 1.200.000 đồng.")
        await lan.says("1,5 triệu")
        await lan.sees("Xem lại trước khi gửi", "9. Xã hội hóa: 1.500.000 đồng")
    assert (typed.taps, typed.lines) == (1, 1)
    with counted(lan) as tapped:
        await taps_line(lan, 7)
        await lan.presses("Chưa có số liệu")
        await lan.sees("Xem lại trước khi gửi", "7. Số buổi tuyên truyền: chưa có số liệu")
    assert (tapped.taps, tapped.lines) == (MOST_TAPS_TO_MEND, 0)
    with counted(lan) as by_mistake:
        await taps_line(lan, 8)
        await lan.presses("Giữ nguyên")
        await lan.sees("Xem lại trước khi gửi", "8. Kinh phí nhà nước: 2.000.000 đồng")
    assert (by_mistake.taps, by_mistake.lines) == (MOST_TAPS_TO_MEND, 0)


async def test_a_correction_of_what_was_sent_is_no_longer(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await sends_the_report(lan)
    await lan.presses("Báo cáo quý IV năm 2020")
    with counted(lan) as effort:
        await taps_line(lan, 1)
        await lan.says("413")
        await lan.sees("Đã gửi, đang sửa lại", "1. Tổng số hộ: 413 hộ")
    assert effort.taps <= MOST_TAPS_TO_MEND
    assert effort.lines == 1
    await lan.presses("Gửi về phường")
    await lan.sees("lần gửi 2")


async def test_a_report_takes_one_message_out_for_each_in_and_two_more(counting: Town) -> None:
    lan = counting.lan
    await lan.joins()
    before = await messages(lan)
    with counted(lan) as effort:
        await fills_in_the_report(lan)
        await lan.says("999")
        await taps_line(lan, 9)
        await lan.says("khoảng 2 triệu", "1,5 triệu")
        await lan.presses("Gửi về phường")
        await lan.sees("Đã gửi xong lúc", "Cần em giúp việc gì ạ?")
        await lan.presses("Bản gửi nhóm Zalo")
        await lan.sees("Tin ngay trên để chuyển vào nhóm Zalo")
    assert effort.taps + effort.lines > len(QUARTER)
    assert await messages(lan) - before <= effort.taps + effort.lines + MORE_MESSAGES_OUT


async def messages(member: Member) -> int:
    """How many there are on the screen; what a terminal says by itself is none."""
    return len({seen.key for seen in await member.phone.events() if not seen.key.startswith("note")})
