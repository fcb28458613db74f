"""Cases of the last quarter in a new one: still so, changed, or over and why; what nobody has said stays unconfirmed."""

from __future__ import annotations

import io
from collections.abc import Mapping

import pytest
from openpyxl import load_workbook

from bot.domain.carrying import Reason
from bot.domain.submissions import Revision
from tests.stories.conftest import OpenTown
from tests.stories.filling import sends_the_report
from tests.support.talk import Member, Town

HARDSHIP = "Ghi hoàn cảnh khó khăn"
NEXT_REPORT = "Báo cáo quý I năm 2021"
CONFIRM = "Xác nhận hoàn cảnh kỳ trước"
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

    def work(tx):  # type: ignore[no-untyped-def]
        khom = tx.units.by_code("K1")
        links = tx.carrying.links([khom.id], "hoan_canh_kho_khan")
        latest = tx.submissions.latest_revisions([link.submission.id for link in links])
        return {link.submission.code: latest[link.submission.id] for link in links}

    found: Mapping[str, Revision] = await town.read(work)
    return found


async def test_one_tap_carries_a_case_and_the_report_goes_on(town: Town) -> None:
    await the_next_quarter_begins(town, CHIN)
    lan = town.lan
    await lan.sees("Hoàn cảnh khó khăn đã báo: 1 hộ chưa xác nhận.")
    await lan.presses(NEXT_REPORT)
    await lan.sees("hỏi nhanh về 1 hoàn cảnh", f"Hộ T. T. Chín, mã {FIRST}", "Nay thế nào ạ?")
    await lan.presses("Vẫn như vậy")
    await lan.sees(f"Em ghi: hộ T. T. Chín ({FIRST}) vẫn như vậy.", "Câu 1/11")
    sent = await sent_by_code(town)
    assert sent[f"{FIRST}+2021-Q1"].values["nguoi_dai_dien"] == CHIN
    assert sent[f"{FIRST}+2021-Q1"].values["ma_ho_so"] == FIRST
    await lan.sees_nothing_of(f"Hộ {CHIN}")
    await lan.says("menu")
    seen = await lan.reads()
    assert "chưa xác nhận" not in seen.text
    assert CONFIRM not in seen.buttons
