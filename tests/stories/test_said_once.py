"""Every answer is acknowledged, wherever it leads; and nothing is said twice in one message."""

from __future__ import annotations

from tests.stories.conftest import OpenTown
from tests.stories.filling import QUARTER, REPORT, fills_in_the_report
from tests.support.talk import Town


async def test_the_last_answer_and_a_correction_are_acknowledged_above_the_review(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await fills_in_the_report(lan, *QUARTER[:-1], "Nhà văn hóa bị dột")
    await lan.says("7")
    await lan.sees("Đang ghi: 3 buổi.")
    await lan.says("4")
    await lan.sees("Em ghi: 4 buổi.", "Xem lại trước khi gửi", "7. Số buổi tuyên truyền: 4 buổi")


async def test_whoever_would_send_too_early_sees_first_what_is_missing(open_town: OpenTown) -> None:
    async with open_town("telegram") as town:
        await town.lan.joins()
        await town.lan.presses(REPORT)
        await town.lan.says("412", "gửi")
        await town.lan.sees("Xem lại trước khi gửi", "2. Tổng số nhân khẩu: ⚠ chưa trả lời")
        await town.lan.says("gửi")
        await town.lan.sees("Chưa gửi được: câu 2", "Câu 2/14")


async def test_an_answer_that_is_not_taken_brings_one_example_and_the_rest_of_the_hint(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        await town.lan.joins()
        await town.lan.presses(REPORT)
        await town.lan.says(*QUARTER[:6], "đông lắm")
        refused = await town.lan.sees("Em chưa biết “đông lắm” là bao nhiêu.", "Không có thì gõ: 0")
        assert refused.text.lower().count("ví dụ:") == 1
        await town.lan.says("850 ngàn")
        await town.lan.sees("Em đọc “850 ngàn” là số tiền.")
        await town.lan.says("3")
        await town.lan.sees("Em ghi: 3 buổi.", "Câu 8/14", "Ví dụ: 2 triệu.")


async def test_what_a_question_does_not_take_names_what_it_takes_instead(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        await town.lan.joins()
        await town.lan.presses(REPORT)
        await town.lan.says("không phát sinh")
        await town.lan.sees("em chưa ghi “không phát sinh” được. Nếu chưa có số, xin gõ: để sau.")
        await town.lan.says("412", "không phát sinh")
        await town.lan.sees("em chưa ghi “không phát sinh” được. Nếu chưa có số, xin gõ: chưa rõ.")
