"""Hoa changes the quarterly report in Excel, tries it and puts it in force; the next head is asked what she added."""

from __future__ import annotations

import pytest

from tests.stories.conftest import OpenTown
from tests.stories.filling import QUARTER, REPORT
from tests.stories.new_version import MEETINGS, NEW, TITLE, downloads, insert, sends_new_version, versions, with_more
from tests.support.talk import Town


@pytest.mark.parametrize("channel", ["telegram", "telegram-postgresql", "web", "console"])
async def test_a_question_added_in_excel_is_tried_published_and_asked(open_town: OpenTown, channel: str) -> None:
    name, _, database = channel.partition("-")
    async with open_town(name, database=database or "sqlite") as town:
        hoa, lan = town.hoa, town.lan
        await hoa.joins()
        content = insert(await downloads(town), MEETINGS, NEW)
        card = await sends_new_version(town, content)
        assert "• Thêm: Người dự buổi đông nhất" in card.text
        assert card.text.count("•") == 1
        await tries(town)
        await hoa.presses("Dùng ngay")
        await hoa.sees(f"{TITLE} nay là bản 2, dùng ngay cho mọi báo cáo chưa gửi.")
        await lan.joins()
        await lan.presses(REPORT)
        await lan.says(*QUARTER[:6], "3")
        await lan.sees("Buổi đông nhất có bao nhiêu người dự ạ?")
        await lan.says("5000")
        await lan.sees("Em đọc là 5.000 người, khóm có 1.650 người.")
        await lan.says("60", *QUARTER[7:])
        await lan.presses("Gửi về phường")
        await lan.sees("Đã gửi xong", "Người dự buổi đông nhất: 60 người")
        assert await town.actions("form:khom_dinh_ky") == ["form_published", "form_published"]
        assert "form_proposed" in await town.actions("proposal:1")


async def tries(town: Town) -> None:
    """Hoa talks through the new version; nothing of it is stored."""
    before = await town.read(lambda tx: len(tx.audit.about("submission:1")))
    hoa = town.hoa
    await hoa.presses("Thử phiếu")
    await hoa.sees("THỬ", "Em hỏi thử như hỏi Khóm 1, quý IV năm 2020")
    await hoa.says("0")
    await hoa.sees("THỬ", "từ 1 trở lên")
    await hoa.says(*QUARTER[:6], "3")
    await hoa.sees("THỬ", "Buổi đông nhất")
    await hoa.says("quay lại", "0")
    await hoa.sees("THỬ", "Em ghi: 0 buổi")
    await hoa.says("để sau")
    await hoa.sees("Đã dừng thử. Em không lưu gì cả.")
    await hoa.sees("quy-moi.xlsx dùng được")
    await hoa.presses("Thử phiếu")
    await hoa.says(*with_more(QUARTER, "60"))
    await hoa.sees("THỬ", "Xem lại trước khi gửi", "Người dự buổi đông nhất: 60 người")
    await hoa.presses("Gửi về phường")
    await hoa.sees("Thử xong: phiếu gửi được. Em không lưu gì cả.")
    await hoa.sees("quy-moi.xlsx dùng được")
    khom = await town.read(lambda tx: tx.units.by_code("K1"))
    assert khom is not None
    assert await town.read(lambda tx: tx.submissions.of_unit(khom.id, 10)) == []
    assert await town.read(lambda tx: len(tx.audit.about("submission:1"))) == before
    assert await town.read(lambda tx: tx.audit.about("submission:0")) == []


async def test_a_trial_outlives_a_restart_and_ends_when_the_workbook_is_settled(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        hoa = town.hoa
        await hoa.joins()
        await sends_new_version(town, insert(await downloads(town), MEETINGS, NEW))
        await hoa.presses("Thử phiếu")
        await hoa.says("412")
        await town.restarts()
        await hoa.says("1.650")
        await hoa.sees("THỬ", "Em ghi: 1.650 người")
        # On another device she has published it meanwhile.
        await hoa.forges("@forms:now:1")
        await hoa.sees("nay là bản 2")
        await hoa.says("410")
        await hoa.sees_nothing_of("trục trặc")
        assert await versions(town) == [(2, None, False), (1, None, False)]
