"""What Zalo keeps from bots, files above all: whoever sends it is told so, and where it can be sent instead."""

from __future__ import annotations

import re

from tests.stories.conftest import OpenTown
from tests.stories.filling import REPORT
from tests.stories.kept import values
from tests.stories.new_version import MEETINGS, NEW, downloads, insert, waits
from tests.stories.zalo_bot import zalo_person

WITHHELD = "không đến được em"
DOOR = re.compile(r"/chat/join/(\S+)")


async def test_a_file_in_the_middle_of_a_report_is_no_answer_and_the_question_comes_again(open_town: OpenTown) -> None:
    async with open_town("zalo_bot") as town:
        lan = town.lan
        await lan.joins()
        await lan.presses(REPORT)
        zalo_person(lan).sends_something_else()
        await lan.sees(WITHHELD, "Câu 1/14")
        await lan.says("412")
        await lan.sees("Em ghi: 412 hộ.", "Câu 2/14")
        assert (await values(town))["tong_so_ho"] == "412"


async def test_a_stranger_who_sends_a_file_is_told_whom_to_ask(open_town: OpenTown) -> None:
    async with open_town("zalo_bot") as town:
        await town.tu.sends_file(b"%PDF-1.4", "giay.pdf")
        await town.tu.sees("cán bộ văn hóa của phường")
        await town.tu.sees_nothing_of("thêm kênh")


async def test_hoa_brings_her_workbook_by_the_web_page(open_town: OpenTown) -> None:
    async with open_town("zalo_bot") as town:
        hoa, page = town.hoa, town.member("hoa", "web")
        await hoa.joins()
        book = insert(await downloads(town), MEETINGS, NEW)
        await hoa.sends_file(book, "quy-moi.xlsx")
        await hoa.sees(WITHHELD, "thêm kênh")
        await hoa.says("thêm kênh")
        await hoa.presses("Thêm kênh")
        shown = await hoa.sees("Mở trợ lý ở nơi kia", "trang web")
        door = DOOR.search(shown.text)
        assert door is not None
        await page.joins(door[1])
        await page.presses("Biểu mẫu")
        await page.sends_file(book, "quy-moi.xlsx")
        await waits(town, page, "quy-moi.xlsx dùng được")
