"""Head and deputy share the unit's report: one of them holds it, the other sees that, looks, and can take it over."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.submissions import SubmissionId
from tests.stories.conftest import OpenTown
from tests.stories.filling import QUARTER, REPORT, fills_in_the_report
from tests.stories.kept import values
from tests.support.talk import Town

HELD_BY_LAN = "Cô Lan đang làm dở phiếu này, ghi lúc 09:0"
HELD_BY_MINH = "Anh Minh đang làm dở phiếu này, ghi lúc 09:0"


async def both_join(town: Town) -> None:
    """Lan has answered two questions, and Minh is at the menu."""
    await town.lan.joins()
    await town.minh.joins()
    await town.lan.presses(REPORT)
    await town.lan.says("412", "1.650")


async def test_the_deputy_sees_who_is_at_it_and_looks_without_changing_anything(town: Town) -> None:
    await both_join(town)
    await town.minh.presses(REPORT)
    await town.minh.sees(HELD_BY_LAN)
    await town.minh.presses("Xem đã ghi gì")
    await town.minh.sees("• Tổng số hộ: 412 hộ")
    await town.minh.says("999")
    await town.minh.sees("Em chưa ghi tin vừa rồi", HELD_BY_LAN)
    await town.lan.says("410")
    await town.lan.sees("Em ghi: 410 hộ.", "Câu 4/14")
    assert (await values(town))["ho_dang_ky_gdvh"] == "410"


async def test_one_tap_takes_it_over_and_the_first_is_told_at_her_next_word(town: Town) -> None:
    await both_join(town)
    await town.minh.presses(REPORT, "Tôi làm tiếp")
    await town.minh.sees("Dạ, mời làm tiếp phiếu này ạ.", "Câu 3/14")
    await town.minh.says("405")
    await town.lan.says("410")
    await town.lan.sees("Em chưa ghi tin vừa rồi: 410.", HELD_BY_MINH)
    assert (await values(town))["ho_dang_ky_gdvh"] == "405"
    assert "ho_dat_gdvh" not in await values(town)
    assert (await town.actions("submission:1"))[-2:] == ["taken_over", "answered"]


async def test_what_was_typed_meanwhile_is_shown_beside_what_stands_and_asked(town: Town) -> None:
    await both_join(town)
    await town.minh.presses(REPORT, "Tôi làm tiếp")
    await town.minh.says("405", "389")
    await town.lan.says("410")
    await town.lan.presses("Tôi làm tiếp")
    await town.lan.sees("Lúc nãy đã gõ: 410. Em chưa ghi.", "Câu 3/14", "Đang ghi: 405 hộ.")
    assert (await values(town))["ho_dang_ky_gdvh"] == "405"
    await town.lan.presses("Ghi 410")
    await town.lan.sees("Em ghi: 410 hộ.", "Câu 5/14")
    assert (await values(town))["ho_dang_ky_gdvh"] == "410"
    assert (await values(town))["ho_dat_gdvh"] == "389"


async def test_what_was_typed_meanwhile_may_as_well_be_forgotten(town: Town) -> None:
    await both_join(town)
    await town.minh.presses(REPORT, "Tôi làm tiếp")
    await town.minh.says("405")
    await town.lan.says("410")
    await town.lan.presses("Tôi làm tiếp", "Giữ nguyên")
    await town.lan.sees("Em ghi: 405 hộ.", "Câu 4/14")
    await town.lan.says("Ghi 410")
    assert (await values(town))["ho_dang_ky_gdvh"] == "405"


async def test_a_press_on_a_question_that_the_other_holds_now_changes_nothing(town: Town) -> None:
    await both_join(town)
    await town.minh.presses(REPORT, "Tôi làm tiếp")
    await town.minh.says("405")
    await town.lan.presses("Chưa có số liệu")
    await town.lan.sees("Em chưa ghi tin vừa rồi", HELD_BY_MINH)
    assert (await values(town))["ho_dang_ky_gdvh"] == "405"
    await town.minh.says("389")
    await town.minh.sees("Em ghi: 389 hộ.", "Câu 5/14")


async def test_what_was_set_aside_is_gone_on_with_without_asking(town: Town) -> None:
    await both_join(town)
    await town.lan.presses("Để sau")
    await town.minh.presses(REPORT)
    await town.minh.sees("Mình làm tiếp", "Câu 3/14")
    await town.lan.says("tiếp tục")
    await town.lan.sees(HELD_BY_MINH)


async def test_a_review_that_is_open_sends_nothing_once_the_other_has_taken_over(town: Town) -> None:
    await town.lan.joins()
    await town.minh.joins()
    await fills_in_the_report(town.lan)
    await town.minh.presses(REPORT, "Tôi làm tiếp")
    await town.minh.says("1", "500")
    await town.lan.presses("Gửi về phường")
    await town.lan.sees("Em chưa ghi tin vừa rồi.", HELD_BY_MINH)
    assert await town.read(lambda tx: tx.submissions.revisions(SubmissionId(1))) == []


async def test_who_comes_late_is_told_that_it_has_been_sent(town: Town) -> None:
    await town.lan.joins()
    await town.minh.joins()
    await fills_in_the_report(town.lan)
    await town.minh.presses(REPORT, "Tôi làm tiếp", "Gửi về phường")
    await town.minh.sees("Đã gửi xong")
    await town.lan.says("1")
    await town.lan.sees("Em chưa ghi tin vừa rồi.", "Anh Minh đã gửi phiếu này lúc 09:0")
    await town.lan.presses("Tôi làm tiếp")
    await town.lan.sees("Đã gửi về phường")


async def test_a_week_later_the_day_is_named_too(open_town: OpenTown) -> None:
    async with open_town("console") as town:
        await both_join(town)
        town.watch.forward(timedelta(days=7))
        await town.minh.presses(REPORT)
        await town.minh.sees(HELD_BY_LAN, " ngày 15/12/2020.")
        await town.lan.says("410")
        await town.lan.sees("Em ghi: 410 hộ.", "Câu 4/14")


async def test_another_khom_can_neither_look_nor_take_over(open_town: OpenTown) -> None:
    async with open_town("telegram") as town:
        await both_join(town)
        await town.binh.joins()
        await town.binh.forges("@interview:1")
        await town.binh.sees("Em chỉ nhận báo cáo của khóm mình phụ trách ạ.")
        await town.binh.presses(REPORT)
        await town.binh.says("tôi làm tiếp")
        await town.binh.sees("Câu 1/14")
        await town.binh.sees_nothing_of("Tổng số hộ: 412", "Lan")


async def test_who_goes_on_finds_the_own_report_and_not_what_another_began_later(town: Town) -> None:
    await both_join(town)
    await town.minh.presses("Ghi hoàn cảnh khó khăn", "Đồng ý")
    await town.lan.says("menu", "tiếp tục")
    await town.lan.sees("Mình làm tiếp Báo cáo quý IV năm 2020", "Câu 3/14")


async def test_a_correction_that_was_set_aside_is_gone_on_with(town: Town) -> None:
    await town.lan.joins()
    await fills_in_the_report(town.lan)
    await town.lan.presses("Gửi về phường")
    await town.lan.says("tiếp tục")
    await town.lan.sees("Không có phần nào đang làm dở.")
    town.watch.forward(timedelta(minutes=5))
    await town.lan.presses(REPORT)
    await town.lan.says("1", "500", "để sau", "tiếp tục")
    await town.lan.sees("Đã gửi, đang sửa lại", "500 hộ")


async def test_a_draft_waits_until_its_period_closes_and_is_refused_kindly_afterwards(open_town: OpenTown) -> None:
    async with open_town("telegram") as town:
        await both_join(town)
        town.watch.forward(timedelta(days=200))
        await town.restarts()
        await town.lan.says("410")
        await town.lan.sees("Em ghi: 410 hộ.", "Câu 4/14")
        period = (await town.read(lambda tx: tx.submissions.get(SubmissionId(1)))).period
        assert period is not None
        await town.change(lambda tx: tx.periods.close(period, town.watch()))
        await town.lan.says("389")
        await town.lan.sees("Kỳ báo cáo này đã đóng.")
        await town.lan.presses("Để sau")
        await town.lan.sees("Cần em giúp việc gì ạ?")
        assert "ho_dat_gdvh" not in await values(town)


async def test_the_conversation_is_the_same_after_every_restart_and_from_other_channels(open_town: OpenTown) -> None:
    async with open_town("telegram") as town:
        await town.lan.joins()
        at_the_pc = town.member("lan", "web")
        at_the_terminal = town.member("lan", "console")
        await at_the_pc.joins()
        await at_the_terminal.joins()
        await town.lan.presses(REPORT)
        for place, answer in enumerate(QUARTER[:6]):
            await (town.lan, at_the_pc, at_the_terminal)[place % 3].says(answer)
            town.watch.forward(timedelta(days=1))
            await town.restarts()
        await at_the_pc.says("tiếp tục")
        await at_the_pc.sees("Câu 7/14")
        await town.lan.says(*QUARTER[6:])
        await town.lan.sees("Xem lại trước khi gửi")
