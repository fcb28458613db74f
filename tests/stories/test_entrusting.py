"""Lan cannot read small print and sends photos; Hoa enters the figures for her; Lan says whether they are right."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from openpyxl import load_workbook

from bot.actions.confirming import moment_of
from bot.domain.entrustments import Entrusted
from bot.domain.submissions import Empty, SubmissionId
from tests.channels.samples import photo
from tests.stories.conftest import OpenTown
from tests.stories.filling import AFTER_THE_HOUSEHOLDS, REPORT
from tests.stories.telegram import phone_of
from tests.support.talk import Member, Town
from tests.support.talk.web import WebPhone

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


async def test_a_photo_of_the_paper_report_leaves_all_of_it_and_one_message_asks_about_everything(town: Town) -> None:
    await joined(town)
    await town.lan.sends_photo(photo())
    await town.lan.sees("Dạ, em đã giữ ảnh này cho cả phiếu.", "bấm Nhờ phường ghi giúp cả phiếu là xong", "Câu 1/14")
    await town.lan.says("412", "1.650", "410", "389", "12", "120", "3", "2 triệu", "1tr2", "850 ngàn", "1")
    await town.lan.sees("Câu 12/14")
    await town.lan.presses("Nhờ phường ghi giúp cả phiếu")
    await town.lan.sees(
        "Em đã nhờ phường ghi giúp 3 câu. Xin bấm Gửi về phường để gửi phiếu.",
        "12. Gia đình được khen: nhờ phường ghi giúp",
        "14. Khó khăn, vướng mắc: nhờ phường ghi giúp",
    )
    await is_told(town, town.hoa, "Khóm 1 (Trần Thị Lan) nhờ ghi giúp")
    await town.hoa.says("khóm nhờ ghi giúp")
    await town.hoa.presses("Khóm 1 · Báo cáo quý IV năm 2020")
    await town.hoa.sees("Khóm gửi: 1 ảnh.", "12. Gia đình được khen: nhờ phường ghi giúp")
    await town.hoa.says("12", "5")
    await town.hoa.sees("Em ghi giúp Khóm 1: Gia đình được khen 5 gia đình.", "Cá nhân được khen")
    await town.hoa.says("4", "không phát sinh")
    await town.hoa.sees("Khóm chưa gửi phiếu này", "Em đã nhờ Trần Thị Lan xác nhận 3 câu.")
    await is_told(
        town,
        town.lan,
        "Cán bộ Nguyễn Thị Hoa đã ghi giúp 3 câu:\n• Gia đình được khen: 5 gia đình\n• Cá nhân được khen: 4 người",
    )
    assert "so_khen_gia_dinh" in await kept(town)
    await town.lan.says("menu")
    await town.lan.presses("Xem số phường ghi giúp", "Chưa đúng")
    await town.lan.sees("Câu nào chưa đúng ạ?")
    await town.lan.presses("Cá nhân được khen: 4 người")
    await town.lan.sees("Xin gõ lại câu này giúp em.", "Câu 13/14", "Đang ghi: 4 người.")
    assert (await states(town))["so_khen_ca_nhan"] is Entrusted.DISPUTED
    await town.lan.says("6")
    await town.lan.sees(
        "12. Gia đình được khen: 5 gia đình (phường ghi giúp, chờ xác nhận)", "13. Cá nhân được khen: 6"
    )
    await town.lan.says("xem ghi giúp")
    await town.lan.presses("Đúng")
    await town.lan.sees("Dạ, em ghi là đúng.", "Phiếu này chưa gửi")
    assert await states(town) == {
        "so_khen_gia_dinh": Entrusted.CONFIRMED,
        "so_khen_ca_nhan": Entrusted.OWN,
        "kho_khan_vuong_mac": Entrusted.CONFIRMED,
    }
    await town.lan.presses("Gửi về phường")
    await town.lan.sees("Đã gửi xong", "12. Gia đình được khen: 5 gia đình (phường ghi giúp)")


async def test_a_figure_that_lan_gives_meanwhile_stands_and_hoa_is_told(town: Town) -> None:
    await joined(town)
    await town.lan.sends_photo(photo())
    await town.lan.presses("Nhờ phường ghi giúp")
    await town.lan.sees("Câu 2/14")
    await town.hoa.says("khóm nhờ ghi giúp")
    await town.hoa.presses("Khóm 1 · Báo cáo quý IV năm 2020")
    await town.hoa.says("1")
    await town.hoa.sees("Ghi giúp Khóm 1 · Tổng số hộ")
    await town.lan.says("quay lại", "410")
    await town.lan.sees("Em ghi: 410 hộ.")
    await town.hoa.says("412")
    await town.hoa.sees("Câu “Tổng số hộ” khóm vừa tự trả lời: 410 hộ. Em không ghi đè.", "(khóm tự trả lời)")
    assert (await kept(town))["tong_so_ho"] == "410"
    assert await states(town) == {"tong_so_ho": Entrusted.OWN}


async def test_lan_goes_on_where_she_is_while_hoa_enters(town: Town) -> None:
    await joined(town)
    await town.lan.sends_photo(photo())
    await town.lan.presses("Nhờ phường ghi giúp")
    await town.lan.says("1.650")
    await town.lan.sees("Câu 3/14")
    await town.hoa.says("khóm nhờ ghi giúp")
    await town.hoa.presses("Khóm 1 · Báo cáo quý IV năm 2020")
    await town.hoa.says("1", "412")
    await town.hoa.sees("Em đã nhờ Trần Thị Lan xác nhận 1 câu.")
    await town.lan.says("413")
    await town.lan.sees("413 hộ đăng ký, nhưng khóm có 412 hộ", "Câu 3/14")
    await town.lan.says("410")
    await town.lan.sees("Em ghi: 410 hộ.", "Câu 4/14")
    assert (await kept(town))["tong_so_ho"] == "412"


async def test_a_photo_with_words_is_kept_and_the_words_are_the_answer(open_town: OpenTown) -> None:
    async with open_town("telegram") as town:
        await joined(town)
        phone_of(town).person.sends_photo(photo(), caption="412")
        await town.lan.is_answered()
        await town.lan.sees("Dạ, em đã giữ ảnh này gửi kèm phiếu này.")
        await town.lan.sees("Em ghi: 412 hộ.", "Câu 2/14")
        assert len(await town.read(lambda tx: tx.enclosures.of(REPORT_1))) == 1


async def test_an_album_gets_one_answer_and_stays_with_its_question(open_town: OpenTown) -> None:
    async with open_town("telegram") as town:
        await joined(town)
        await town.lan.says("412")
        phone_of(town).person.sends_album([photo(colour=colour) for colour in ("teal", "navy", "red")])
        await town.lan.is_answered()
        answers = [seen for seen in await town.lan.phone.events() if "em đã giữ" in seen.text]
        assert len(answers) == 1
        files = await town.read(lambda tx: tx.enclosures.of(REPORT_1))
        assert len(files) == 3
        assert {one.key.rpartition("/")[2] for one in files} == {"tong_nhan_khau"}


async def test_a_voice_note_reaches_hoa_as_it_was_spoken(open_town: OpenTown) -> None:
    async with open_town("telegram") as town:
        await joined(town)
        await town.lan.sends_file(b"OggS" + b"\0" * 64, "noi.ogg")
        await town.lan.sees("Dạ, em đã giữ bản ghi âm này cho cả phiếu.")
        await town.lan.presses("Nhờ phường ghi giúp")
        await town.hoa.presses("Xem phiếu", "Xem tệp khóm gửi")
        seen = await town.hoa.sees("Trần Thị Lan gửi lúc 09:00 ngày 15/12/2020 cho cả phiếu.")
        assert (await seen.files[0].fetch())[:4] == b"OggS"


async def test_pressed_twice_it_is_left_once_and_confirmed_once(open_door: Town) -> None:
    town = open_door
    await joined(town)
    await town.lan.sends_photo(photo())
    await town.lan.presses_twice("Nhờ phường ghi giúp")
    await town.lan.sees("Câu 2/14")
    assert await states(town) == {"tong_so_ho": Entrusted.ASKED}
    await town.hoa.presses("Xem phiếu")
    await town.hoa.says("1", "412")
    await town.lan.presses_twice("Đúng")
    await town.lan.sees("Dạ, em ghi là đúng.")
    await town.lan.sees("Không có câu nào chờ xác nhận ạ.")
    assert (await town.actions("submission:1")).count("entry_confirmed") == 1


@pytest.mark.parametrize("channel", ["telegram", "web"])
async def test_nobody_else_sees_the_photo_or_enters_or_confirms(open_town: OpenTown, channel: str) -> None:
    async with open_town(channel) as town:
        await joined(town)
        await town.binh.joins()
        await town.lan.sends_photo(photo())
        await town.lan.presses("Nhờ phường ghi giúp")
        for other in (town.binh, town.lan):
            for choice in ("@entrusted", "@entrusted:1"):
                await other.forges(choice)
                await other.sees("Việc này dành cho người khác phụ trách, em không mở được ạ.")
            await other.sees_nothing_of("gửi lúc")
        await town.hoa.presses("Xem phiếu")
        await town.hoa.says("1", "412")
        told = (await town.read(lambda tx: tx.entrustments.of(REPORT_1)))[0].told_at
        assert told is not None
        for verb in ("see", "right", "wrong"):
            await town.binh.forges(f"@confirm:1:{verb}:{moment_of(told)}")
            await town.binh.sees("Em chỉ nhận báo cáo của khóm mình phụ trách ạ.")
            await town.hoa.forges(f"@confirm:1:{verb}:{moment_of(told)}")
            await town.hoa.sees("Việc này dành cho người khác phụ trách")
        assert await states(town) == {"tong_so_ho": Entrusted.ENTERED}
        await town.binh.sees_nothing_of("412")


async def test_a_stranger_is_shown_nothing_and_the_link_of_a_file_is_good_in_hoas_chat_only(
    open_town: OpenTown,
) -> None:
    async with open_town("web") as town:
        await joined(town)
        await town.lan.sends_photo(photo())
        await town.lan.presses("Nhờ phường ghi giúp")
        for choice in ("@entrusted:1", "@confirm:1:see:1"):
            await town.tu.forges(choice)
        await town.tu.sees("Xin nhắn cán bộ văn hóa của phường")
        await town.hoa.presses("Xem phiếu", "Xem tệp khóm gửi")
        seen = await town.hoa.sees("Trần Thị Lan gửi lúc")
        assert isinstance(seen.source, dict)
        href = seen.source["files"][0]["href"]
        for other, good in ((town.hoa, True), (town.lan, False), (town.tu, False)):
            assert isinstance(other.phone, WebPhone)
            assert await other.phone.can_open(href) is good


async def test_a_photo_before_a_household_has_consented_is_not_kept(town: Town) -> None:
    await town.lan.joins()
    await town.lan.presses("Ghi hoàn cảnh khó khăn")
    await town.lan.sends_photo(photo())
    await town.lan.sees("Em nhận được ảnh, nhưng câu này cần trả lời bằng chữ hoặc số.")
    await town.lan.says("nhờ phường ghi giúp")
    await town.lan.sees("Câu này phường không trả lời thay được")
    assert await town.read(lambda tx: tx.enclosures.of(REPORT_1)) == []


async def test_the_progress_and_the_workbook_say_what_is_not_confirmed(open_door: Town) -> None:
    town = open_door
    await joined(town)
    await town.lan.says("412")
    await town.lan.sends_photo(photo())
    await town.lan.presses("Nhờ phường ghi giúp cả phiếu", "Gửi về phường")
    await town.lan.sees("Đã gửi xong")
    await town.hoa.says("khóm nhờ ghi giúp")
    await town.hoa.presses("Khóm 1 · Báo cáo quý IV năm 2020")
    await town.hoa.says("2", "1.650", "về phiếu")
    await town.hoa.presses("Nhờ khóm xác nhận")
    await town.hoa.sees("Em đã nhờ Trần Thị Lan xác nhận 1 câu.")
    await town.hoa.says("3", "410", "menu", "tình hình nộp")
    await town.hoa.sees("lần 3, còn 11 câu nhờ ghi giúp, 2 câu phường ghi khóm chưa xác nhận")
    await town.lan.presses("Đúng")
    await town.hoa.presses("Xuất số liệu")
    book = load_workbook(io.BytesIO(await town.hoa.receives_workbook()))
    assert "Phường ghi giúp" in book.sheetnames
    rows = {row[3]: row[4:7] for row in book["Phường ghi giúp"].iter_rows(min_row=8, values_only=True)}
    assert rows["Tổng số nhân khẩu"] == (1650, "phường ghi giúp, đã xác nhận", "Nguyễn Thị Hoa")
    assert rows["Hộ đăng ký gia đình văn hóa"] == (410, "phường ghi giúp, chưa xác nhận", "Nguyễn Thị Hoa")
    left = rows["Hộ đạt gia đình văn hóa"]
    assert left[:2] == ("chưa có số liệu", "khóm nhờ ghi giúp, phường chưa ghi")


async def test_a_photo_at_the_menu_is_answered_with_what_to_do_first(town: Town) -> None:
    await town.lan.joins()
    await town.lan.sends_photo(photo())
    await town.lan.sees("Xin bấm báo cáo ở dưới, rồi gửi lại giúp em.")
    await town.hoa.joins()
    await town.hoa.sends_photo(photo())
    await town.hoa.sees("Em chưa hiểu tin vừa rồi.")


async def test_lan_learns_of_it_where_she_begins_and_where_she_asks_for_help(open_town: OpenTown) -> None:
    async with open_town("telegram") as town:
        await town.lan.joins()
        await town.lan.presses(REPORT)
        await town.lan.sees("Khó đọc chữ nhỏ thì gửi ảnh tờ báo cáo hoặc ghi âm.")
        await town.lan.says("giúp")
        await town.lan.sees(
            "• Khó đọc chữ nhỏ: gửi ảnh tờ giấy hoặc ghi âm, phường ghi giúp",
            "• Khó đọc chữ nhỏ: gửi ảnh hoặc ghi âm, phường ghi giúp",
        )
