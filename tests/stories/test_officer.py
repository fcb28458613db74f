"""Hoa, the ward officer: opens periods, sees who has sent, gets the workbook; and nobody does another's work."""

from __future__ import annotations

import io

import pytest
from openpyxl import load_workbook

from tests.stories.conftest import OpenTown
from tests.stories.filling import REPORT, fills_in_the_report, sends_the_report
from tests.support.talk import Town

NOT_YOURS = "Việc này dành cho người khác phụ trách, em không mở được ạ."


async def test_hoa_opens_a_period_and_the_heads_are_offered_it(town: Town) -> None:
    await town.hoa.joins()
    await town.hoa.presses("Mở kỳ báo cáo")
    await town.hoa.sees("Đang mở: quý IV năm 2020.", "Mở kỳ báo cáo nào ạ?")
    await town.hoa.presses("Kỳ năm 2020 (hạn của khóm: 18/12/2020)")
    await town.hoa.sees("Đã mở kỳ năm 2020. Các khóm nộp đến hết ngày 18/12/2020, phường nộp đến hết ngày 25/12/2020.")
    await town.lan.joins()
    await town.lan.presses("Báo cáo năm 2020")
    await town.lan.sees("Khóm 1, năm 2020", "bao nhiêu hộ")


async def test_reports_of_one_due_day_stand_from_the_shortest_to_the_longest(town: Town) -> None:
    hoa, lan = town.hoa, town.lan
    await hoa.joins()
    for code in ("2020-H2", "2020"):
        await hoa.says("mở kỳ", code)
    await lan.joins()
    seen = await lan.reads()
    quarter, half, year = (seen.text.index(f"Báo cáo {period}") for period in ("quý IV", "6 tháng cuối", "năm"))
    assert quarter < half < year


async def test_a_period_that_is_open_or_unreadable_is_said_so(town: Town) -> None:
    await town.hoa.joins()
    await town.hoa.presses("Mở kỳ báo cáo")
    await town.hoa.says("2020-Q4")
    await town.hoa.sees("Kỳ này đã mở rồi ạ.")
    await town.hoa.says("quý sau")
    await town.hoa.sees("Em không đọc được kỳ quý sau. Ví dụ: 2020-Q4")
    await town.hoa.presses("Thôi")
    await town.hoa.sees("Cần em giúp việc gì ạ?")


async def test_hoa_sees_who_has_sent(town: Town) -> None:
    await town.hoa.joins()
    await town.lan.joins()
    await sends_the_report(town.lan)
    await town.binh.joins()
    await town.binh.presses(REPORT)
    await town.binh.says("300")
    await town.hoa.presses("Tình hình nộp")
    await town.hoa.sees(
        "Kỳ quý IV năm 2020: 1/4 khóm đã gửi. Hạn của khóm: 18/12/2020.",
        "Khóm 1: đã gửi 15/12/2020 lúc 09:0",
        "• Khóm 2: đang làm dở",
        "• Khóm 3: chưa làm",
    )


async def test_hoa_gets_the_workbook_and_the_wish_is_in_the_audit_log(open_door: Town) -> None:
    town = open_door
    await town.lan.joins()
    await sends_the_report(town.lan)
    await town.hoa.joins()
    await town.hoa.presses("Xuất số liệu")
    await town.hoa.sees("Em đang lập sổ quý IV năm 2020")
    book = load_workbook(io.BytesIO(await town.hoa.receives_workbook()))
    assert book.sheetnames == ["Tổng hợp theo khóm", "Hoàn cảnh khó khăn", "Người tốt việc tốt", "Tình hình nộp"]
    assert await town.actions("export:1") == ["export_requested"]


async def test_a_closed_period_takes_nothing_more(town: Town) -> None:
    lan = town.lan
    await lan.joins()
    await fills_in_the_report(lan)
    now = town.watch()
    await town.change(lambda tx: tx.periods.close(tx.periods.of_ward(tx.units.wards(now.date())[0].id)[0].id, now))
    await lan.presses("Gửi về phường")
    await lan.sees("Kỳ báo cáo này đã đóng. Cần sửa số, xin nhắn cán bộ phường.")


@pytest.mark.parametrize("words", ["mở kỳ", "xuất số liệu", "tình hình nộp", "khóm nhờ ghi giúp"])
async def test_a_head_does_nothing_of_the_officers(open_town: OpenTown, words: str) -> None:
    async with open_town("console") as town:
        menu = await town.lan.joins()
        assert not {"Mở kỳ báo cáo", "Xuất số liệu", "Tình hình nộp", "Hoàn cảnh trong phường"} & set(menu.buttons)
        await town.lan.says(words)
        await town.lan.sees(NOT_YOURS)
        await town.lan.sees("Cần em giúp việc gì ạ?")


@pytest.mark.parametrize("words", ["báo cáo", "khó khăn", "việc tốt", "báo cáo của tôi", "tiếp tục"])
async def test_the_officer_does_nothing_of_a_heads(open_town: OpenTown, words: str) -> None:
    async with open_town("console") as town:
        menu = await town.hoa.joins()
        assert menu.buttons == (
            "Mở kỳ báo cáo",
            "Tình hình nộp",
            "Khóm nhờ ghi giúp",
            "Hoàn cảnh trong phường",
            "Xuất số liệu",
            "Thông báo",
            "Mời người",
            "Người phụ trách",
            "Biểu mẫu",
            "Giúp",
        )
        await town.hoa.says(words)
        await town.hoa.sees(NOT_YOURS)


@pytest.mark.parametrize("channel", ["telegram", "web"])
@pytest.mark.parametrize("choice", ["@periods", "@periods:2021-Q1", "@progress:1", "@export:1"])
async def test_a_forged_press_opens_nothing_to_a_head(open_town: OpenTown, channel: str, choice: str) -> None:
    async with open_town(channel) as town:
        await town.lan.joins()
        await town.lan.forges(choice)
        await town.lan.sees(NOT_YOURS)
        await town.lan.sees_nothing_of("khóm đã gửi", "Đã mở", "Em đang lập sổ")
        assert await town.read(lambda tx: tx.exports.open_requests()) == []


@pytest.mark.parametrize("channel", ["telegram", "web"])
async def test_a_forged_press_opens_no_other_khoms_report(open_town: OpenTown, channel: str) -> None:
    async with open_town(channel) as town:
        await town.lan.joins()
        await town.lan.presses(REPORT)
        await town.lan.says("412")
        draft = await town.read(
            lambda tx: tx.submissions.drafts(khom.id)[0] if (khom := tx.units.by_code("K1")) else None
        )
        assert draft is not None
        await town.binh.joins()
        await town.binh.forges(f"@interview:{draft.id}")
        await town.binh.sees("Em chỉ nhận báo cáo của khóm mình phụ trách ạ.")
        await town.binh.forges(f"@report:{draft.period}:{draft.unit}")
        await town.binh.sees("Báo cáo này hiện không mở. Xin chọn lại trong menu.")
        await town.binh.forges(f"@hardship:{draft.unit}")
        await town.binh.forges(f"@good_deed:{draft.unit}:new")
        for nonsense in (
            "@interview:999",
            "@interview:x",
            "@export:999",
            "@nowhere",
            "@",
            "99.option0",
            "1.line1",
            "1.boo",
        ):
            await town.binh.forges(nonsense)
        await town.binh.sees_nothing_of("412", "Khóm 1", "trục trặc")
        assert await town.read(lambda tx: tx.submissions.of_family([draft.unit], "hoan_canh_kho_khan")) == []


@pytest.mark.parametrize("channel", ["telegram", "web"])
async def test_forged_presses_inside_a_form_break_nothing(open_town: OpenTown, channel: str) -> None:
    async with open_town(channel) as town:
        lan = town.lan
        await lan.joins()
        await lan.presses(REPORT)
        person = await town.person("lan")
        for action in ("option0", "optionX", "lineX", "line99", "boo", "on", "done", "yes", "send", "give_up_yes", ""):
            serial = (await town.read(lambda tx: tx.sessions.get(person.id)))["serial"]
            await lan.forges(f"{serial}.{action}")
        await lan.sees_nothing_of("trục trặc")
        await lan.says("báo cáo", "412")
        await lan.sees("Em ghi: 412 hộ.")
