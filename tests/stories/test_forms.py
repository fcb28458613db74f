"""Hoa changes the quarterly report in Excel, tries it and puts it in force; the next head is asked what she added."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from bot.domain.people import Role
from bot.domain.units import Level
from storage.queries.outbox import LEASE
from storage.transaction import Transaction
from tests.stories.conftest import OpenTown
from tests.stories.filling import QUARTER, REPORT, fills_in_the_report, sends_the_report
from tests.support.talk import Member, Seen, Town

NOT_YOURS = "Việc này dành cho người khác phụ trách, em không mở được ạ."
TITLE = "Báo cáo định kỳ của khóm"
MEETINGS = "so_buoi_tuyen_truyen"
NEW = {
    "type": "integer",
    "name": "nguoi_du_hop",
    "label": "Buổi đông nhất có bao nhiêu người dự ạ?",
    "hint": "Ví dụ: 60",
    "required": "yes",
    "relevant": f"${{{MEETINGS}}} > 0",
    "constraint": ". >= 1 and (${tong_nhan_khau} = '' or . <= ${tong_nhan_khau})",
    "constraint_message": "Em đọc là ${nguoi_du_hop} người, khóm có ${tong_nhan_khau} người. Xin gõ lại.",
    "bind::khom:unit": "người",
    "bind::khom:short": "Người dự buổi đông nhất",
}
"""A question that is asked after the number of meetings, with a condition and a check."""


async def waits(town: Town, member: Member, *texts: str) -> Seen:
    """See what comes from a job; in a terminal it comes with the sweep of its own process."""
    if town.channel == "console":
        while await town.read(lambda tx: [*tx.exports.open_requests(), *tx.proposals.open()]):  # noqa: ASYNC110
            await asyncio.sleep(0.05)
        town.watch.forward(LEASE)
    return await member.sees(*texts, within=15)


async def downloads(town: Town) -> Workbook:
    """The quarterly report as the workbook that Hoa gets."""
    await town.hoa.presses("Biểu mẫu")
    await town.hoa.sees("Các biểu mẫu của phường", f"{TITLE}: bản ")
    await town.hoa.presses(TITLE, "Tải về Excel")
    await town.hoa.sees("Em đang lập tệp")
    seen = await waits(town, town.hoa, TITLE, "bản ")
    return await workbook_of(town.hoa, seen)


async def workbook_of(member: Member, seen: Seen) -> Workbook:
    """The workbook that came with a message, or in a terminal after it."""
    content = await (seen.files[0].fetch() if seen.files else member.receives_file())
    return load_workbook(io.BytesIO(content))


def column(sheet: Worksheet, heading: str) -> int:
    return [cell.value for cell in sheet[1]].index(heading) + 1


def row_of(sheet: Worksheet, name: str) -> int:
    names = [cell.value for cell in sheet[get_column_letter(column(sheet, "name"))]]
    return names.index(name) + 1


def insert(book: Workbook, behind: str, question: dict[str, str]) -> bytes:
    """The workbook with one more question, as somebody types it into Excel."""
    sheet = book["survey"]
    place = row_of(sheet, behind) + 1
    sheet.insert_rows(place)
    for heading, text in question.items():
        sheet.cell(place, column(sheet, heading), text)
    return saved(book)


def saved(book: Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


async def sends_new_version(town: Town, content: bytes) -> Seen:
    """Send a workbook that is in order; the card that asks what is to become of it."""
    await town.hoa.sends_file(content, "quy-moi.xlsx")
    await town.hoa.sees("Em đã nhận tệp", "quy-moi.xlsx, đang kiểm tra.")
    return await waits(town, town.hoa, "quy-moi.xlsx dùng được: bản mới của", TITLE)


async def versions(town: Town) -> list[tuple[int, date | None, bool]]:
    found = await town.read(lambda tx: tx.forms.versions("khom_dinh_ky"))
    return [(form.version, form.starts_on, form.withdrawn_at is not None) for form in found]


def with_more(answers: Sequence[str], *more: str) -> tuple[str, ...]:
    """The usual answers, and what is new after the number of meetings."""
    place = answers.index("3") + 1
    return (*answers[:place], *more, *answers[place:])


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


@pytest.mark.parametrize("channel", ["telegram", "web", "console"])
async def test_a_bad_workbook_comes_back_marked_and_the_form_in_force_stays(open_town: OpenTown, channel: str) -> None:
    async with open_town(channel) as town:
        hoa = town.hoa
        await hoa.joins()
        content = insert(await downloads(town), MEETINGS, NEW | {"relevant": f"${{{MEETINGS}}} >"})
        await hoa.sends_file(content, "quy-moi.xlsx")
        refused = await waits(town, hoa, "quy-moi.xlsx chưa dùng được", "Trang survey, dòng", "cột relevant")
        assert "Biểu mẫu đang dùng không đổi gì." in refused.text
        sheet = (await workbook_of(hoa, refused))["survey"]
        bad = sheet.cell(row_of(sheet, "nguoi_du_hop"), column(sheet, "relevant"))
        assert bad.comment is not None
        assert bad.value == f"${{{MEETINGS}}} >"
        assert await versions(town) == [(1, None, False)]
        await hoa.sends_file(b"no workbook", "quy.xlsx")
        await waits(town, hoa, "quy.xlsx chưa dùng được")
        await hoa.sends_file(b"%PDF-1.4", "quy.pdf")
        await hoa.sees("Em chỉ đọc được tệp Excel đuôi .xlsx; tệp")
        assert await versions(town) == [(1, None, False)]
        await town.lan.joins()
        await sends_the_report(town.lan)


async def test_from_the_next_period_on_the_open_one_keeps_its_questions(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        hoa, lan = town.hoa, town.lan
        await hoa.joins()
        await lan.joins()
        content = insert(await downloads(town), MEETINGS, NEW)
        await sends_new_version(town, content)
        await hoa.presses("Dùng từ kỳ sau (từ 01/01/2021)")
        await hoa.sees(f"{TITLE} bản 2 sẽ dùng từ 01/01/2021.")
        await sends_the_report(lan)
        town.watch.forward(timedelta(days=80))
        await hoa.presses("Mở kỳ báo cáo", "Kỳ quý I năm 2021 (hạn của khóm: 19/03/2021)")
        await lan.says("menu")
        await lan.presses("Báo cáo quý I năm 2021")
        await lan.says("412", "1.650", "410", "3")
        await lan.sees("Buổi đông nhất")
        # The open quarter IV is corrected with the questions that it was sent with.
        await lan.says("menu")
        await lan.presses(REPORT, "7")
        await lan.says("4")
        await lan.sees("Báo cáo đã gửi, đang sửa lại")
        await lan.sees_nothing_of("Người dự buổi đông nhất: ⚠")


async def test_a_planned_version_is_taken_back_or_replaced(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        hoa = town.hoa
        await hoa.joins()
        content = insert(await downloads(town), MEETINGS, NEW)
        await sends_new_version(town, content)
        await hoa.presses("Dùng từ kỳ sau (từ 01/01/2021)", "Biểu mẫu", TITLE)
        await hoa.sees("Bản 2 sẽ dùng từ 01/01/2021.")
        await hoa.presses("Lịch sử")
        await hoa.sees("• Bản 2: công bố 15/12/2020, dùng từ 01/01/2021.", "• Bản 1: công bố 01/12/2020, đang dùng.")
        await hoa.presses("Rút lại bản 2")
        await hoa.sees("Đã rút lại bản 2", "Bản 1 vẫn dùng như cũ.")
        assert await versions(town) == [(2, date(2021, 1, 1), True), (1, None, False)]
        await hoa.presses("Biểu mẫu")
        await sends_new_version(town, content)
        await hoa.presses("Dùng từ kỳ sau (từ 01/01/2021)", "Biểu mẫu")
        card = await sends_new_version(town, content)
        assert "bản 3 định dùng từ 01/01/2021 sẽ được bản này thay" in card.text
        await hoa.presses("Dùng ngay")
        await hoa.sees("nay là bản 4", "Bản 3 định dùng từ 01/01/2021 đã được thay.")
        assert (await versions(town))[:2] == [(4, None, False), (3, date(2021, 1, 1), True)]


async def test_a_draft_goes_on_with_the_new_version_and_says_what_has_to_be_asked_again(open_town: OpenTown) -> None:
    async with open_town("telegram") as town:
        hoa, lan = town.hoa, town.lan
        await lan.joins()
        await lan.presses(REPORT)
        await lan.says("412", "1.650", "410", "389", "12")
        await hoa.joins()
        book = await downloads(town)
        sheet = book["survey"]
        sheet.cell(row_of(sheet, "tong_so_ho"), column(sheet, "constraint"), ". >= 1 and . <= 400")
        content = insert(book, "tong_so_ho", NEW | {"relevant": "", "constraint": ""})
        card = await sends_new_version(town, content)
        assert "• Đổi điều kiểm tra: Tổng số hộ (. >= 1 → . >= 1 and . <= 400)" in card.text
        await hoa.presses("Dùng ngay")
        await lan.says("120")
        await lan.sees(
            "Tin vừa rồi em chưa ghi.",
            "Phường vừa cập nhật phiếu này.",
            "Xin trả lời lại giúp em: Tổng số hộ",
            "Khóm có tất cả bao nhiêu hộ ạ?",
        )
        await lan.says("399")
        await lan.sees("Buổi đông nhất có bao nhiêu người dự ạ?")
        await lan.says("60")
        khom = await town.read(lambda tx: tx.units.by_code("K1"))
        assert khom is not None
        [draft] = await town.read(lambda tx: tx.submissions.drafts(khom.id))
        kept = {path.rpartition("/")[2]: value for path, value in draft.filling["values"].items()}
        assert (kept["tong_nhan_khau"], kept["ho_dat_gdvh"], kept["nguoi_du_hop"]) == ("1650", "389", "60")
        assert "form_moved" in await town.actions(f"submission:{draft.id}")


async def test_a_press_on_a_question_of_the_old_version_is_no_answer_to_the_new_one(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        hoa, lan = town.hoa, town.lan
        await lan.joins()
        await lan.presses(REPORT)
        await lan.says("412", "1.650", "410")
        await hoa.joins()
        content = insert(await downloads(town), "tong_so_ho", NEW | {"relevant": "", "constraint": ""})
        await sends_new_version(town, content)
        await hoa.presses("Dùng ngay")
        await lan.presses("Chưa có số liệu")
        await lan.sees("Tin vừa rồi em chưa ghi.", "Phường vừa cập nhật phiếu này.", "Buổi đông nhất")
        await lan.says("60")
        await lan.sees("được công nhận đạt gia đình văn hóa")
        # The second change is met by somebody who wants to stop.
        await hoa.presses("Biểu mẫu")
        book = await downloads(town)
        sheet = book["survey"]
        sheet.cell(row_of(sheet, "nguoi_du_hop"), column(sheet, "constraint"), ". >= 100")
        card = await sends_new_version(town, saved(book))
        assert "Đổi điều kiểm tra: Người dự buổi đông nhất" in card.text
        await hoa.presses("Dùng ngay")
        await lan.says("để sau")
        await lan.sees("Em giữ nguyên phần đã làm.", "Xin trả lời lại giúp em: Người dự buổi đông nhất")
        await lan.says("tiếp tục")
        await lan.sees("Buổi đông nhất")


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


async def test_what_was_sent_stays_with_its_version_and_is_corrected_with_it(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        hoa, lan, binh = town.hoa, town.lan, town.binh
        await lan.joins()
        await sends_the_report(lan)
        await hoa.joins()
        await sends_new_version(town, insert(await downloads(town), MEETINGS, NEW))
        await hoa.presses("Dùng ngay")
        await lan.presses(REPORT)
        await lan.sees("Báo cáo đã gửi, đang sửa lại")
        await lan.says("7", "4")
        await lan.presses("Gửi về phường")
        await lan.sees("lần gửi 2")
        await binh.joins()
        await fills_in_the_report(binh, *with_more(QUARTER, "60"))
        await binh.presses("Gửi về phường")
        await binh.sees("Đã gửi xong")
        await hoa.presses("Xuất số liệu")
        book = load_workbook(io.BytesIO(await hoa.receives_workbook()))
        shown = [[cell.value for cell in row] for row in book.worksheets[0].iter_rows()]
        headings = next(row for row in shown if "Khóm" in row)
        place = headings.index("Người dự buổi đông nhất")
        lans, binhs = (next(row for row in shown if khom in row) for khom in ("Khóm 1", "Khóm 2"))
        assert binhs[place] == 60
        assert lans[place] == "chưa có số liệu"
        assert lans[headings.index("Số buổi tuyên truyền")] == 4


async def test_a_form_that_needs_consent_cannot_lose_it(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        hoa = town.hoa
        await hoa.joins()
        await hoa.presses("Biểu mẫu", "Hoàn cảnh khó khăn", "Tải về Excel")
        book = load_workbook(io.BytesIO(await hoa.receives_file()))
        sheet = book["survey"]
        sheet.cell(row_of(sheet, "dong_y"), column(sheet, "name"), "dong_tinh")
        for row in sheet.iter_rows():
            for cell in row:
                if isinstance(cell.value, str):
                    cell.value = cell.value.replace("${dong_y}", "${dong_tinh}")
        await hoa.sends_file(saved(book), "kk.xlsx")
        await hoa.sees("phải giữ câu dong_y với lựa chọn co", within=15)
        assert len(await town.read(lambda tx: tx.forms.versions("hoan_canh_kho_khan"))) == 1


async def test_a_workbook_that_does_not_say_which_form_it_is_is_asked_about(open_town: OpenTown) -> None:
    async with open_town("console") as town:
        hoa = town.hoa
        await hoa.joins()
        book = await downloads(town)
        book["settings"].cell(2, column(book["settings"], "form_id"), "mau_cua_hoa")
        await hoa.presses("Về menu", "Biểu mẫu")
        await hoa.sends_file(saved(book), "quy-moi.xlsx")
        await waits(town, hoa, "Đây là bản mới của biểu mẫu nào ạ?")
        await hoa.presses(TITLE)
        await hoa.sees("Không có gì khác bản 1 đang dùng.")
        await hoa.presses("Bỏ tệp này")
        await hoa.sees("Đã bỏ tệp", "Biểu mẫu đang dùng không đổi gì.")
        assert await versions(town) == [(1, None, False)]


CHOICES = ("@forms", "@forms:get:1", "@forms:now:1", "@forms:next:1", "@forms:drop:1", "@forms:withdraw:1", "@trial:1")


@pytest.mark.parametrize("channel", ["telegram", "web"])
async def test_a_head_and_a_stranger_change_no_form(open_town: OpenTown, channel: str) -> None:
    async with open_town(channel) as town:
        await town.hoa.joins()
        await sends_new_version(town, insert(await downloads(town), MEETINGS, NEW))
        menu = await town.lan.joins()
        assert "Biểu mẫu" not in menu.buttons
        await town.lan.says("biểu mẫu")
        await town.lan.sees(NOT_YOURS)
        for choice in CHOICES:
            await town.lan.forges(choice)
            await town.lan.sees(NOT_YOURS)
        await town.lan.sends_file(b"PK", "quy.xlsx")
        await town.lan.sees_nothing_of("đang kiểm tra", "THỬ")
        await town.tu.says("biểu mẫu")
        await town.tu.sees("Em là trợ lý nhận báo cáo của các khóm.")
        await town.tu.sends_file(b"PK", "quy.xlsx")
        await town.tu.sees_nothing_of("đang kiểm tra")
        assert await versions(town) == [(1, None, False)]
        assert await town.read(lambda tx: tx.proposals.get(1).status.value) == "ready"


@pytest.mark.parametrize("role", [Role.WARD_OFFICER, Role.ADMIN])
async def test_an_officer_of_another_ward_changes_no_form(open_town: OpenTown, role: Role) -> None:
    def another_ward(tx: Transaction) -> None:
        ward = tx.units.add("P2", "Phường khác", Level.WARD, None, date(2000, 1, 1), None, 9)
        person = tx.people.add("Tú", "", town.watch())
        tx.people.give_post(person, role, ward, date(2000, 1, 1), None)

    async with open_town("web") as town:
        await town.hoa.joins()
        await sends_new_version(town, insert(await downloads(town), MEETINGS, NEW))
        await town.change(another_ward)
        tu = town.member("tu")
        await tu.joins_as_newcomer(await town.open_invitation("P2", role))
        await tu.says("biểu mẫu")
        await tu.sees("Chỉ cán bộ phường đổi được biểu mẫu ạ.")
        for choice in CHOICES:
            await tu.forges(choice)
            await tu.sees("Chỉ cán bộ phường đổi được biểu mẫu ạ.")
        assert await versions(town) == [(1, None, False)]
        assert await town.read(lambda tx: tx.proposals.get(1).status.value) == "ready"


async def test_stale_and_forged_choices_of_the_officer_change_nothing_twice(open_town: OpenTown) -> None:
    async with open_town("web") as town:
        hoa = town.hoa
        await hoa.joins()
        await sends_new_version(town, insert(await downloads(town), MEETINGS, NEW))
        await hoa.presses_twice("Dùng ngay")
        await hoa.sees("nay là bản 2")
        await hoa.sees("Tệp này đã dùng, đã bỏ hoặc chưa dùng được")
        for nonsense in ("@forms:get:99", "@forms:now:99", "@forms:of:x", "@forms:for:1:x", "@forms:boo", "@trial:x"):
            await hoa.forges(nonsense)
        await hoa.sees_nothing_of("trục trặc")
        assert await versions(town) == [(2, None, False), (1, None, False)]
