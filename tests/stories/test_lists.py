"""A form with a list: Lan names her projects one by one, mends the list, and Hoa finds them line by line."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from bot.cli.form_files import checked, put_in_force
from tests.support.talk import Member, Town

FAMILY, ENTRY = "guong_ntvt", "Ghi người tốt việc tốt"
TABLE = """
| survey |
| | type | name | label | calculation | bind::khom:unit | bind::khom:privacy | required |
| | select_one co_khong | dong_y_neu_guong | Có đồng ý nêu tên không ạ? | | | | yes |
| | begin_repeat | ct | Công trình | | | | |
| | text | ten_ct | Công trình tên gì ạ? | | | | yes |
| | integer | tien_ct | ${ten_ct} hết bao nhiêu tiền ạ? | | đồng | | yes |
| | text | nguoi_ct | Ai đứng ra làm ạ? | | | personal | |
| | end_repeat | | | | | | |
| | calculate | tong | | sum(${tien_ct}) | | | |
| | note | het | Cộng lại: ${tong} đồng. | | | | |
| choices |
| | list_name | name | label |
| | co_khong | co | Có |
| | co_khong | khong | Không |
"""


@pytest.fixture
def form_file(tmp_path: Path) -> Path:
    """The form as the operator has it on disk."""
    path = tmp_path / "nguoi-tot.md"
    path.write_text(TABLE, encoding="utf-8")
    return path


async def publishes(town: Town, form_file: Path) -> None:
    """As the operator does at the console."""
    found, at = checked(form_file), town.watch()
    await town.change(lambda tx: put_in_force(tx, found, family=FAMILY, at_once=True, at=at))


async def names_two_projects(lan: Member) -> None:
    """From the menu to the review."""
    await lan.presses(ENTRY)
    await lan.presses("Có")
    await lan.sees("Công trình 1", "Công trình tên gì ạ?")
    await lan.says("Đèn đường")
    await lan.sees("Đèn đường hết bao nhiêu tiền ạ?")
    await lan.says("2tr", "Trần Thị Chín")
    await lan.sees("Công trình: đã ghi 1 (Đèn đường). Còn nữa không ạ?")
    await lan.presses("Thêm nữa")
    await lan.sees("Công trình 2")
    await lan.says("Cầu hẻm 12", "500k")
    await lan.presses("Bỏ qua")
    await lan.presses("Đủ rồi")
    await lan.sees("Cộng lại: 2500000 đồng.")
    await lan.presses("Tiếp")
    await lan.sees("Xem lại trước khi gửi", "Công trình: đủ 2 mục")


async def test_lan_mends_the_list_from_the_review(town: Town, form_file: Path) -> None:
    await publishes(town, form_file)
    lan = town.lan
    await lan.joins()
    await names_two_projects(lan)
    await lan.says("8")
    await lan.presses("Thêm nữa")
    await lan.says("Hàng rào", "1tr")
    await lan.presses("Bỏ qua")
    await lan.presses("Đủ rồi")
    await lan.sees("Xem lại trước khi gửi", "Công trình: đủ 3 mục")
    await lan.says("11")
    await lan.presses("Bỏ 1. Đèn đường")
    await lan.sees("Công trình: đã ghi 2 (Cầu hẻm 12, Hàng rào). Còn nữa không ạ?")
    await lan.presses("Đủ rồi")
    await lan.sees("Xem lại trước khi gửi", "Công trình: đủ 2 mục")
    await lan.presses("Gửi về phường")
    await lan.sees("Đã gửi xong lúc")


async def test_hoa_finds_every_line_in_a_sheet_of_its_own(town: Town, form_file: Path) -> None:
    await publishes(town, form_file)
    # On the web: at the console a file waits until nobody else can be sending it.
    lan, hoa = town.lan, town.member("hoa", "web")
    await lan.joins()
    await names_two_projects(lan)
    await lan.presses("Gửi về phường")
    await lan.sees("Đã gửi xong lúc")
    await hoa.joins()
    await hoa.presses("Xuất số liệu")
    sheet = load_workbook(io.BytesIO(await hoa.receives_workbook()))["Công trình"]
    lines = rows(sheet)
    assert [lines[0][place] for place in (1, 2, 4, 5)] == ["NT-K1-2020-001/1", "Khóm 1", "Đèn đường", 2_000_000]
    assert [lines[1][place] for place in (1, 2, 4, 5)] == ["NT-K1-2020-001/2", "Khóm 1", "Cầu hẻm 12", 500_000]
    assert len(lines) == 2


def rows(sheet: Worksheet) -> list[list[object]]:
    """The lines of the list, without headings."""
    return [[cell.value for cell in row] for row in sheet.iter_rows() if isinstance(row[0].value, int)]
