"""Cases of the last quarter in a new one: still so, changed, or over and why; the rest stays unconfirmed."""

from __future__ import annotations

import io
from collections.abc import Mapping

from openpyxl import load_workbook

from bot.actions.copies import CopyForm
from bot.domain.submissions import Revision
from storage.transaction import Transaction
from tests.channels.samples import photo
from tests.stories.conftest import OpenTown
from tests.stories.filling import sends_the_report
from tests.support.talk import Member, Town

HARDSHIP = "Ghi hoàn cảnh khó khăn"
NEXT_REPORT = "Báo cáo quý I năm 2021"
CONFIRM = "Hoàn cảnh kỳ trước"
CHIN, NAM = "Trần Thị Chín", "Lê Văn Năm"
FIRST, SECOND = "KK-K1-2020-001", "KK-K1-2020-002"


async def records(head: Member, name: str) -> None:
    """A household with its consent, from the menu to the thanks."""
    await head.presses(HARDSHIP, "Đồng ý", "Gặp trực tiếp")
    await head.says("hôm nay", name, "1962", "tổ 9, số nhà 34/7B", "4")
    await head.presses("Hộ cận nghèo")
    await head.says("3, 8", "1, 5")
    await head.presses("Gấp")
    await head.says("mái tôn bay mất ba tấm")
    await head.presses("Gửi về phường")
    await head.sees("Đã gửi xong")


async def the_next_quarter_begins(town: Town, *names: str) -> None:
    """Lan has recorded households and sent quarter IV of 2020; Hoa opens quarter I of 2021."""
    await town.lan.joins()
    for name in names:
        await records(town.lan, name)
    await sends_the_report(town.lan)
    await town.hoa.joins()
    await town.hoa.presses("Mở kỳ báo cáo")
    await town.hoa.says("2021-Q1")
    await town.hoa.sees("Đã mở kỳ quý I năm 2021.")
    await town.lan.says("menu")


async def sent_by_code(town: Town) -> Mapping[str, Revision]:
    """What khóm 1 sent last of each of its cases, by code."""

    def work(tx: Transaction) -> Mapping[str, Revision]:
        khom = tx.units.by_code("K1")
        assert khom is not None
        links = tx.carrying.links([khom.id], "hoan_canh_kho_khan")
        latest = tx.submissions.latest_revisions([link.submission.id for link in links])
        return {link.submission.code: latest[link.submission.id] for link in links}

    return await town.read(work)


async def test_one_tap_carries_a_case_and_the_report_goes_on(town: Town) -> None:
    await the_next_quarter_begins(town, CHIN)
    lan = town.lan
    await lan.sees("Hoàn cảnh khó khăn đã báo: 1 hộ chưa xác nhận.")
    await lan.presses(NEXT_REPORT)
    await lan.sees("hỏi nhanh về 1 hộ", "Hộ T. T. Chín nay thế nào ạ?", f"Mã {FIRST}, ghi ngày 15/12/2020.")
    await lan.presses("Vẫn như vậy")
    await lan.sees(f"Em ghi: hộ T. T. Chín ({FIRST}) vẫn như vậy.")
    await lan.sees("Câu 1/11")
    sent = await sent_by_code(town)
    assert sent[f"{FIRST}+2021-Q1"].values["nguoi_dai_dien"] == CHIN
    assert sent[f"{FIRST}+2021-Q1"].values["ma_ho_so"] == FIRST
    await lan.sees_nothing_of(f"Hộ {CHIN}")
    await lan.says("menu")
    seen = await lan.reads()
    assert "chưa xác nhận" not in seen.text
    assert CONFIRM not in seen.buttons


async def test_all_of_them_are_kept_with_one_tap_and_shown(town: Town) -> None:
    await the_next_quarter_begins(town, CHIN, NAM)
    lan = town.lan
    await lan.presses(CONFIRM)
    await lan.sees("Hoàn cảnh đã báo kỳ trước · 1/2", FIRST)
    await lan.says("tat ca van nhu vay")
    await lan.sees("Em ghi 2 hộ vẫn như vậy:", f"• Hộ T. T. Chín, {FIRST}", f"• Hộ L. V. Năm, {SECOND}")
    assert {f"{FIRST}+2021-Q1", f"{SECOND}+2021-Q1"} <= set(await sent_by_code(town))
    await lan.says("hoàn cảnh kỳ trước")
    await lan.sees("1. Hộ T. T. Chín", "2. Hộ L. V. Năm", "vẫn như vậy")


async def test_a_change_goes_through_the_review_with_last_periods_answers(town: Town) -> None:
    await the_next_quarter_begins(town, CHIN)
    lan = town.lan
    await lan.presses(CONFIRM)
    await lan.says("có thay đổi")
    await lan.sees("Câu nào khác, chọn số của câu đó")
    await lan.sees("Xem lại trước khi gửi", "Mức độ gấp: Gấp", "(đã ghi, đang ẩn)")
    await lan.says("11")
    await lan.presses("Rất gấp")
    await lan.sees("Xem lại trước khi gửi", "Rất gấp")
    await lan.presses("Gửi về phường")
    await lan.sees(f"Mã: {FIRST} ")
    await lan.sees("1. Hộ T. T. Chín", "có thay đổi")
    sent = await sent_by_code(town)
    assert sent[FIRST].values["muc_do_gap"] == "gap"
    assert sent[f"{FIRST}+2021-Q1"].values["muc_do_gap"] == "rat_gap"
    assert sent[f"{FIRST}+2021-Q1"].values["mo_ta_ngan"] == sent[FIRST].values["mo_ta_ngan"]


async def test_a_case_that_is_over_says_why_and_is_not_asked_about_again(town: Town) -> None:
    await the_next_quarter_begins(town, CHIN, NAM)
    lan = town.lan
    await lan.presses(CONFIRM, "Không còn khó khăn")
    await lan.sees("Xin cho em biết lý do")
    await lan.presses("Đã chuyển đi nơi khác")
    await lan.sees(f"Em khép hồ sơ {FIRST}", "Đã chuyển đi nơi khác.", SECOND)
    await lan.says("khong con")
    await lan.presses("Lý do khác")
    await lan.sees("Xin cho em vài chữ về lý do ạ.")
    await lan.says("con đi làm, 087162001234")
    await lan.sees("dãy số giống số căn cước")
    await lan.says("con đã có việc làm")
    await lan.sees(f"Em khép hồ sơ {SECOND}", "Lý do khác: con đã có việc làm.", "đều có trả lời")
    await town.hoa.presses("Mở kỳ báo cáo")
    await town.hoa.says("2021-Q2")
    await town.hoa.sees("Đã mở kỳ quý II năm 2021.")
    await lan.says("menu")
    assert CONFIRM not in (await lan.reads()).buttons


async def test_a_reason_can_be_typed_at_once_and_a_slip_is_mended(town: Town) -> None:
    await the_next_quarter_begins(town, CHIN)
    lan = town.lan
    await lan.presses(CONFIRM, "Không còn khó khăn")
    await lan.says("9", "ừ")
    await lan.sees("Em chưa hiểu tin vừa rồi.")
    await lan.says("nhầm")
    await lan.sees("nay thế nào ạ?")
    await lan.presses("Không còn khó khăn")
    await lan.says("da thoat ngheo")
    await lan.sees(f"Em khép hồ sơ {FIRST}", "Đã thoát nghèo.")
    await lan.says("hoan canh ky truoc", "1")
    await lan.sees("Đang ghi: đã khép (Đã thoát nghèo).")
    await lan.says("vẫn như vậy")
    await lan.sees(f"hộ T. T. Chín ({FIRST}) vẫn như vậy.")
    assert f"{FIRST}+2021-Q1" in await sent_by_code(town)
    await lan.says("hoàn cảnh kỳ trước", "1")
    await lan.presses("Không còn khó khăn", "Đã qua đời")
    await lan.sees(f"Em khép hồ sơ {FIRST}", "Đã qua đời.")


async def test_a_photo_of_the_paper_goes_to_the_report_and_the_cases_still_wait(town: Town) -> None:
    await the_next_quarter_begins(town, CHIN)
    lan = town.lan
    await lan.presses(NEXT_REPORT)
    await lan.sees("gửi ảnh tờ báo cáo", "Hộ T. T. Chín nay thế nào ạ?")
    await lan.sends_photo(photo())
    await lan.sees("Dạ, em đã giữ ảnh này cho cả phiếu.", "Câu 1/11")
    await lan.says("nhờ phường ghi giúp cả phiếu", "để sau")
    await lan.sees("Hoàn cảnh khó khăn đã báo: 1 hộ chưa xác nhận.")


async def test_what_is_left_half_way_stays_unconfirmed_for_head_and_officer(open_door: Town) -> None:
    town = open_door
    await the_next_quarter_begins(town, CHIN, NAM)
    lan, hoa = town.lan, town.hoa
    await lan.presses(NEXT_REPORT, "Vẫn như vậy", "Để sau")
    await lan.sees("Còn 1 hộ chưa xác nhận.")
    await lan.sees("Câu 1/11")
    await lan.says("menu")
    await lan.sees("Hoàn cảnh khó khăn đã báo: 1 hộ chưa xác nhận.")
    await hoa.presses("Hoàn cảnh trong phường", "quý I năm 2021")
    await hoa.sees("quý I năm 2021: 1 hộ, chưa đủ (còn 1 hộ chưa xác nhận).", f"Chưa xác nhận: {SECOND}.")
    await hoa.presses("Hoàn cảnh trong phường", "quý IV năm 2020")
    await hoa.sees("quý IV năm 2020: 2 hộ.")
    await lan.presses(CONFIRM, "Không còn khó khăn", "Đã qua đời")
    await hoa.presses("Hoàn cảnh trong phường", "quý I năm 2021")
    await hoa.sees("1 hộ.", f"• {SECOND}, Khóm 1: Đã qua đời (Trần Thị Lan, 15/12/2020)")
    await hoa.presses("Xuất số liệu", "quý I năm 2021")
    book = load_workbook(io.BytesIO(await hoa.receives_workbook()))
    rows = list(book["Hoàn cảnh khó khăn"].iter_rows(min_row=8, values_only=True))
    assert [row[1] for row in rows] == [FIRST, SECOND]
    assert [row[4] for row in rows] == ["vẫn như vậy", "đã khép"]
    assert {"Đã qua đời", "Trần Thị Lan"} <= set(rows[1])


async def test_a_change_that_was_left_is_offered_again_with_what_was_changed(town: Town) -> None:
    await the_next_quarter_begins(town, CHIN)
    lan = town.lan
    await lan.presses(CONFIRM, "Có thay đổi")
    await lan.says("11")
    await lan.presses("Rất gấp", "Để sau")
    await lan.sees("1 hộ chưa xác nhận")
    await lan.presses(CONFIRM)
    await lan.sees("Đang ghi: đang sửa, chưa gửi.")
    await lan.presses("Có thay đổi")
    await lan.sees("Xem lại trước khi gửi", "Rất gấp")
    await lan.says("hủy")
    await lan.sees("Hồ sơ kỳ trước vẫn còn")


async def test_a_household_that_wants_to_be_left_out_is_closed(town: Town) -> None:
    await the_next_quarter_begins(town, CHIN)
    lan = town.lan
    await lan.presses(CONFIRM, "Có thay đổi")
    await lan.says("1")
    await lan.presses("Không đồng ý")
    await lan.sees(f"Hộ không đồng ý nữa nên em khép hồ sơ {FIRST}")
    await lan.sees("đã khép (Hộ không muốn ghi nữa)")
    sent = await sent_by_code(town)
    assert set(sent) == {FIRST}


async def test_the_name_is_masked_until_somebody_asks_and_the_audit_log_knows(town: Town) -> None:
    await the_next_quarter_begins(town, CHIN)
    lan = town.lan
    await lan.presses(CONFIRM)
    seen = await lan.reads()
    assert CHIN not in seen.text
    assert "34/7B" not in seen.text
    await lan.presses("Xem hồ sơ này")
    await lan.sees(CHIN, "34/7B")
    await lan.sees("nay thế nào ạ?")
    assert (await town.actions("submission:1"))[-1] == "names_seen"


async def test_what_the_deputy_has_said_meanwhile_is_not_overwritten_unseen(town: Town) -> None:
    await the_next_quarter_begins(town, CHIN)
    await town.minh.joins()
    await town.lan.presses(CONFIRM)
    await town.minh.presses(CONFIRM, "Vẫn như vậy")
    await town.lan.presses("Không còn khó khăn", "Đã qua đời")
    await town.lan.sees(f"Hồ sơ {FIRST} vừa có người trong khóm trả lời")
    await town.lan.sees("Đang ghi: vẫn như vậy.")
    assert f"{FIRST}+2021-Q1" in await sent_by_code(town)


async def test_another_khom_a_stranger_and_an_officer_cannot_answer(open_town: OpenTown) -> None:
    async with open_town("telegram") as town:
        await the_next_quarter_begins(town, CHIN)
        await town.binh.joins()
        await town.binh.forges("@carried:2:2")
        await town.binh.sees("Em không tìm thấy khóm này.")
        await town.hoa.forges("@carried:2:2")
        await town.hoa.sees("Việc này dành cho người khác phụ trách")
        await town.lan.forges("@ward_hardship:2")
        await town.lan.sees("Việc này dành cho người khác phụ trách")
        await town.tu.says("hoàn cảnh kỳ trước")
        await town.tu.sees_nothing_of("Chín", FIRST)
        await town.binh.sees_nothing_of("Chín", FIRST)
        assert set(await sent_by_code(town)) == {FIRST}


async def test_a_case_that_has_a_period_is_passed_on_no_more_than_one_that_has_none(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        await the_next_quarter_begins(town, CHIN)
        await town.lan.presses(CONFIRM, "Vẫn như vậy")
        carried = (await sent_by_code(town))[f"{FIRST}+2021-Q1"].submission
        for copy in ("copy", *CopyForm):
            await town.lan.forges(f"@{copy}:{carried}")
            await town.lan.sees("Hồ sơ này có thông tin riêng nên em không làm bản sao.")
        assert await town.read(lambda tx: tx.exports.open_requests()) == []


async def test_a_year_that_ends_with_the_quarter_is_not_asked_about_again(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        await the_next_quarter_begins(town, CHIN)
        for code in ("2021", "2021-Q4"):
            await town.hoa.presses("Mở kỳ báo cáo")
            await town.hoa.says(code)
        await town.lan.says("menu")
        await town.lan.presses("Báo cáo quý IV năm 2021", "Vẫn như vậy")
        await town.lan.says("menu")
        await town.lan.presses("Báo cáo năm 2021")
        await town.lan.sees("Câu 1/")
