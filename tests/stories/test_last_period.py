"""The report of a quarter in which little has changed: last period's figures are kept with a tap."""

from __future__ import annotations

from tests.stories.filling import sends_the_report
from tests.stories.test_quarterly_report import report_of
from tests.support.talk import Member, Town

MOST_TAPS = 20


class Taps:
    """Presses as somebody who counts them; nothing is typed."""

    def __init__(self, member: Member) -> None:
        self.member = member
        self.count = 0

    async def __call__(self, *labels: str) -> None:
        for label in labels:
            await self.member.presses(label)
            self.count += 1


async def the_next_quarter_begins(town: Town) -> None:
    """Lan has sent quarter IV of 2020, and Hoa opens quarter I of 2021."""
    await town.lan.joins()
    await sends_the_report(town.lan)
    await town.hoa.joins()
    await town.hoa.presses("Mở kỳ báo cáo")
    await town.hoa.says("2021-Q1")
    await town.hoa.sees("Đã mở kỳ quý I năm 2021.")
    await town.lan.says("menu")


async def test_an_unchanged_quarter_takes_at_most_twenty_taps_and_no_typing(town: Town) -> None:
    await the_next_quarter_begins(town)
    lan, taps = town.lan, Taps(town.lan)
    await taps("Báo cáo quý I năm 2021")
    await lan.sees("bao nhiêu hộ", "Kỳ trước: 412 hộ.")
    await taps("Giữ nguyên tất cả")
    await lan.sees(
        "Em giữ nguyên 2 câu như kỳ trước:",
        "• Tổng số hộ: 412 hộ",
        "• Tổng số nhân khẩu: 1.650 người",
        "hộ đăng ký gia đình văn hóa",
    )
    await taps("Giữ nguyên")
    await lan.sees("Em ghi: 410 hộ.", "buổi tuyên truyền")
    await taps(*["Không phát sinh"] * 8)
    await lan.sees("Xem lại trước khi gửi", "412 hộ", "1.650 người", "410 hộ", "không phát sinh")
    await taps("Gửi về phường")
    await lan.sees("Đã gửi xong lúc")
    assert taps.count == 12
    assert taps.count <= MOST_TAPS
    _, (revision,) = await report_of(town, "BC-K1-2021-Q1")
    assert revision.values["tong_nhan_khau"] == "1650"
