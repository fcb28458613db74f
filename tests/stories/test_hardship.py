"""A household in need: recorded with its consent, not at all without it, and by name only for those who may."""

from __future__ import annotations

import io

from openpyxl import load_workbook

from bot.domain.submissions import Status, Submission, SubmissionId
from tests.support.talk import Member, Town

HARDSHIP = "Ghi hoàn cảnh khó khăn"
NAME = "Trần Thị Chín"


async def case(town: Town) -> Submission:
    """The only case, as committed."""
    return await town.read(lambda tx: tx.submissions.get(SubmissionId(1)))


async def records(head: Member) -> None:
    """From the menu to the thanks, for Mrs Bảy's household."""
    await head.presses(HARDSHIP)
    await head.presses("Đồng ý", "Gặp trực tiếp")
    await head.says("hôm nay", NAME, "1962", "tổ 9, số nhà 34/7B", "4")
    await head.presses("Hộ cận nghèo")
    await head.says("3, 8", "1, 5")
    await head.presses("Gấp")
    await head.says("mái tôn bay mất ba tấm")
    await head.sees("Xem lại trước khi gửi")
    await head.presses("Gửi về phường")
    await head.sees("Mã: KK-K1-2020-001", "xin dùng mã, đừng nêu tên")


async def test_consent_comes_first_and_the_case_is_sent_under_a_code(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await lan.presses(HARDSHIP)
    await lan.sees("Mã hồ sơ: KK-K1-2020-001.", "đồng ý cho ghi họ tên")
    await lan.presses("Để sau")
    await lan.sees("Em giữ nguyên phần đã làm.")
    await lan.presses(HARDSHIP)
    await lan.presses("Làm tiếp KK-K1-2020-001")
    await lan.presses("Đồng ý", "Gặp trực tiếp")
    await lan.says("hôm nay")
    await lan.sees("Họ và tên người đại diện hộ ạ?")


async def test_what_is_personal_is_never_shown_again(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await records(lan)
    await lan.sees_nothing_of(NAME, "34/7B", "mái tôn")
    kept = await case(town)
    assert kept.status is Status.SUBMITTED
    for entry in await town.read(lambda tx: tx.audit.about(f"submission:{kept.id}")):
        assert NAME not in str(entry.detail)


async def test_without_consent_nothing_is_kept(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await lan.presses(HARDSHIP)
    await lan.presses("Không đồng ý")
    await lan.sees("Người trong hộ chưa đồng ý nên em không ghi gì cả.", "Cần em giúp việc gì ạ?")
    kept = await case(town)
    assert kept.status is Status.WITHDRAWN
    assert kept.filling == {}
    assert await town.actions(f"submission:{kept.id}") == ["started", "answered", "withdrawn"]


async def test_consent_that_is_withdrawn_at_the_review_takes_everything_away(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await lan.presses(HARDSHIP)
    await lan.presses("Đồng ý", "Gặp trực tiếp")
    await lan.says("hôm nay", NAME, "1962", "tổ 9, số nhà 34/7B", "4")
    await lan.says("xem lại", "1")
    await lan.presses("Không đồng ý")
    await lan.sees("Người trong hộ chưa đồng ý nên em không ghi gì cả.")
    kept = await case(town)
    assert kept.filling == {}


async def test_an_identity_number_is_refused_and_not_kept(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await lan.presses(HARDSHIP)
    await lan.presses("Đồng ý", "Gặp trực tiếp")
    await lan.says("hôm nay", f"{NAME} 087162001234")
    await lan.sees("dãy số giống số căn cước", "Họ và tên người đại diện hộ ạ?")
    kept = await case(town)
    assert "087162001234" not in str(kept.filling)


async def test_a_draft_can_be_given_up_and_is_emptied(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await lan.presses(HARDSHIP)
    await lan.presses("Đồng ý", "Gặp trực tiếp")
    await lan.says("hôm nay", NAME, "hủy")
    await lan.sees("Bỏ hồ sơ này và xóa những gì đã gõ ạ?")
    await lan.presses("Bỏ hồ sơ này")
    await lan.sees("Đã bỏ hồ sơ này, không lưu thông tin nào đã gõ.")
    kept = await case(town)
    assert kept.status is Status.WITHDRAWN
    assert kept.filling == {}


async def test_the_officer_in_charge_reads_the_name_in_the_workbook(open_door: Town) -> None:
    town = open_door
    await town.lan.joins()
    await records(town.lan)
    await town.hoa.joins()
    await town.hoa.presses("Xuất số liệu")
    sheet = load_workbook(io.BytesIO(await town.hoa.receives_workbook()))["Hoàn cảnh khó khăn"]
    cells = {cell for row in sheet.iter_rows(values_only=True) for cell in row}
    assert {"KK-K1-2020-001", NAME} <= cells


async def test_whoever_does_not_know_is_offered_the_choice_that_says_so(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await lan.presses(HARDSHIP)
    await lan.presses("Đồng ý", "Gặp trực tiếp")
    await lan.says("hôm nay", NAME, "1962", "tổ 9, số nhà 34/7B", "4", "không biết")
    await lan.sees("Em hiểu là: Chưa rõ diện nào. Có đúng không ạ?")
    await lan.says("ừ")
    await lan.sees("Hộ gặp hoàn cảnh gì ạ?")
