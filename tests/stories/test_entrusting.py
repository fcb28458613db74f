"""Lan cannot read small print and sends photos; Hoa enters the figures for her; Lan says whether they are right."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.entrustments import Entrusted
from bot.domain.submissions import Empty, SubmissionId
from tests.channels.samples import photo
from tests.stories.filling import AFTER_THE_HOUSEHOLDS, REPORT
from tests.support.talk import Member, Town

REPORT_1 = SubmissionId(1)


async def joined(town: Town) -> None:
    """Hoa on her phone, and Lan at the first question."""
    await town.hoa.joins()
    await town.lan.joins()
    await town.lan.presses(REPORT)
    await town.lan.sees("Câu 1/14")


async def is_told(town: Town, who: Member, *texts: str) -> None:
    """A notice comes by itself; a terminal looks for what other terminals left there every few seconds."""
    if town.channel == "console":
        town.watch.forward(timedelta(minutes=1))
    await who.sees(*texts, within=8)


async def states(town: Town) -> dict[str, Entrusted]:
    """How far each answer that was left to the ward has come, by question."""
    found = await town.read(lambda tx: tx.entrustments.of(REPORT_1))
    return {one.question: one.state for one in found}


async def kept(town: Town) -> dict[str, str]:
    """What stands in the draft, by the last part of its path."""
    draft = await town.read(lambda tx: tx.submissions.get(REPORT_1))
    return {path.rpartition("/")[2]: value for path, value in draft.filling["values"].items()}


async def test_a_photo_leaves_a_question_to_the_ward_and_comes_back_as_a_confirmed_figure(town: Town) -> None:
    await joined(town)
    await town.lan.says("412")
    await town.lan.sends_photo(photo())
    await town.lan.sees(
        "Dạ, em đã giữ ảnh này cho câu “Tổng số nhân khẩu”. Cán bộ phường sẽ xem và ghi giúp.",
        "gõ số nếu biết, hoặc bấm Nhờ phường ghi giúp để sang câu tiếp.",
        "Câu 2/14",
    )
    await town.lan.presses("Nhờ phường ghi giúp")
    await town.lan.sees("Câu “Tổng số nhân khẩu”: em đã nhờ phường ghi giúp.", "Câu 3/14")
    await is_told(town, town.hoa, "Khóm 1 (Trần Thị Lan) nhờ ghi giúp trong Báo cáo quý IV năm 2020.")
    await town.lan.says("410", "389", "12", "120", *AFTER_THE_HOUSEHOLDS)
    await town.lan.sees("2. Tổng số nhân khẩu: nhờ phường ghi giúp")
    await town.lan.presses("Gửi về phường")
    await town.lan.sees("Đã gửi xong", "2. Tổng số nhân khẩu: nhờ phường ghi giúp")
    await is_told(town, town.hoa, "Khóm 1 đã gửi Báo cáo quý IV năm 2020, còn 1 câu nhờ ghi giúp.")
    (first,) = await town.read(lambda tx: tx.submissions.revisions(REPORT_1))
    assert first.empties["tong_nhan_khau"] is Empty.UNKNOWN
    assert "tong_nhan_khau" not in first.values

    if town.channel != "console":  # a terminal ends with its process
        await town.restarts()
    await town.hoa.says("khóm nhờ ghi giúp")
    await town.hoa.sees("• Khóm 1, Báo cáo quý IV năm 2020: 1 câu nhờ ghi giúp, 1 tệp chưa xem")
    await town.hoa.presses("Khóm 1 · Báo cáo quý IV năm 2020")
    await town.hoa.sees("Khóm gửi: 1 ảnh.", "2. Tổng số nhân khẩu: nhờ phường ghi giúp")
    await town.hoa.says("2")
    assert (await town.hoa.receives_file())[:2] == b"\xff\xd8"
    await town.hoa.sees("Ghi giúp Khóm 1 · Tổng số nhân khẩu", "bao nhiêu người")
    await town.hoa.says("300")
    await town.hoa.sees("Em đọc là 300 người, nhưng khóm có 412 hộ.")
    await town.hoa.says("4.500")
    await town.hoa.sees("10,9 người một hộ")
    await town.hoa.says("1.650")
    await town.hoa.sees("Em ghi giúp Khóm 1: Tổng số nhân khẩu 1.650 người.", "Em đã nhờ Trần Thị Lan xác nhận 1 câu.")
    await is_told(town, town.lan, "Cán bộ Nguyễn Thị Hoa đã ghi giúp: Tổng số nhân khẩu 1.650 người. Có đúng không ạ?")
    assert await states(town) == {"tong_nhan_khau": Entrusted.ENTERED}

    await town.lan.presses("Đúng")
    await town.lan.sees("Dạ, em ghi là đúng.", "Cần em giúp việc gì ạ?")
    assert await states(town) == {"tong_nhan_khau": Entrusted.CONFIRMED}
    second = (await town.read(lambda tx: tx.submissions.revisions(REPORT_1)))[-1]
    assert (second.number, second.values["tong_nhan_khau"]) == (2, "1650")
    assert second.sent_by_name == "Nguyễn Thị Hoa"
