"""Makes the pictures of the guides: plays the sample ward in Chromium and writes docs/images/*.png.

Run it again after a change of wording or look, and look at what it wrote:

    .venv/bin/python docs/make_screenshots.py

It needs Chromium, and LibreOffice Calc with pdftoppm for the picture of the workbook.
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urljoin

from PIL import Image, ImageDraw
from playwright.sync_api import Browser, FilePayload, expect, sync_playwright
from screenshots.phone import CHROMIUM, CHROMIUM_ARGS, Phone, phone
from screenshots.pictures import IMAGES, first_page, write
from screenshots.sample_ward import BINH, CUC, HOA, LAN, sample_ward

QUARTERS = {
    BINH: "356|1420|356|334|10|101|3|2 triệu|1tr5|3 triệu|1|4|3|bỏ qua",
    CUC: "298|1.180|295|281|9|chưa rõ|2|0|900k|900k|0|3|2|Hẻm 7 ngập khi triều cường",
}
"""What the heads answer to the report of a fourth quarter, in its order; the fourth khóm has not sent."""
LAN_BEGINS = ("412", "1.650", "bốn trăm mười")
LAN_GOES_ON = ("12", "120", "không phát sinh", "2 triệu", "1tr2")
LAN_ENDS = ("3 triệu", "1", "5", "4", "bỏ qua")
HARDSHIP = ("gặp", "hôm nay", "Nguyễn Thị Bảy", "1952", "tổ 5, số nhà 12/3A", "2", "1", "5, 8", "1", "gấp")
HARDSHIP_STORY = "Bà sống với cháu nhỏ, mái nhà bị tốc sau mưa lớn."
GOOD_DEED = (
    "cá nhân",
    "Trần Văn Út",
    "Ông Út hiến 40 mét đất làm đường hẻm 12 cho 15 hộ đi lại",
    "18/11",
    "7",
    "bỏ qua",
)


def the_head(browser: Browser, link: str) -> None:
    """Lan reports, stops and goes on, corrects, and records a case and a good deed."""
    lan = phone(browser)
    lan.page.goto(link)
    lan.picture("vao-bang-duong-dan")
    lan.enters(link)
    lan.picture("menu-truong-khom")
    lan.presses(_report_label(lan))
    lan.picture("cau-hoi-dau-tien")
    lan.types(*LAN_BEGINS)
    lan.picture("go-so-bang-chu")
    lan.presses("Đúng vậy")
    lan.types("để sau")
    lan.types("tiếp tục", "430")
    lan.picture("so-chua-khop")
    lan.types("389", *LAN_GOES_ON)
    lan.types("5 triệu")
    lan.presses("Gõ lại")
    lan.types(*LAN_ENDS)
    lan.picture("xem-lai")
    lan.shows_to_the_end()
    lan.picture("gui-ve-phuong")
    lan.presses("Gửi về phường")
    lan.shows_from("Đã gửi xong")
    lan.picture("da-gui")
    _passes_on(lan)
    _corrects(lan)
    _records_hardship(lan)
    _records_good_deed(lan)


def _report_label(member: Phone) -> str:
    return member.page.locator(".choices button").first.text_content() or ""


def _passes_on(lan: Phone) -> None:
    lan.presses("Bản gửi nhóm Zalo")
    lan.presses("Ảnh báo cáo")
    first = lan.page.locator(".heard img").first
    expect(first).to_be_visible(timeout=30_000)
    source = first.get_attribute("src") or ""
    write("anh-bao-cao", lan.page.request.get(urljoin(lan.page.url, source)).body())


def _corrects(lan: Phone) -> None:
    lan.presses("Báo cáo của tôi")
    lan.presses(_newest_choice(lan))
    lan.presses("7")
    lan.types("3")
    lan.presses("Gửi về phường")


def _newest_choice(member: Phone) -> str:
    return member.page.locator(".heard").last.locator(".choices button").first.text_content() or ""


def _records_hardship(lan: Phone) -> None:
    lan.presses("Ghi hoàn cảnh khó khăn")
    lan.picture("xin-phep-ho")
    lan.types("đồng ý", *HARDSHIP, HARDSHIP_STORY)
    lan.presses("Gửi về phường")


def _records_good_deed(lan: Phone) -> None:
    lan.presses("Ghi người tốt việc tốt")
    lan.types(*GOOD_DEED, "đồng ý")
    lan.sends(alley())
    lan.picture("gui-anh")
    lan.types("xong", "đồng ý")
    lan.presses("Gửi về phường")


def the_officer(browser: Browser, link: str) -> bytes:
    """Hoa opens a period, looks who has sent, invites somebody and asks for the workbook."""
    hoa = phone(browser)
    hoa.enters(link)
    hoa.shows_from("Cần em giúp việc gì")
    hoa.picture("menu-can-bo")
    hoa.presses("Mở kỳ báo cáo")
    hoa.picture("mo-ky")
    hoa.presses("Thôi")
    hoa.presses("Tình hình nộp")
    hoa.picture("tinh-hinh-nop")
    _invites(hoa)
    hoa.presses("Xuất số liệu")
    expect(hoa.page.locator("a.file", has_text=".xlsx")).to_have_count(1)
    hoa.picture("xuat-so-lieu")
    with hoa.page.expect_download() as download:
        hoa.page.locator("a.file", has_text=".xlsx").click()
    return download.value.path().read_bytes()


def _invites(hoa: Phone) -> None:
    hoa.presses("Mời người")
    hoa.presses("Khóm 4")
    hoa.presses("Người mới: Phó ban vận động")
    hoa.types("Đặng Thị Bảy")
    expect(hoa.page.locator("a.file", has_text=".svg")).to_have_count(1, timeout=30_000)
    hoa.shows_from("Lời mời Đặng Thị Bảy")
    hoa.picture("moi-nguoi")
    hoa.types("menu")


def alley() -> FilePayload:
    """A drawn photo: a new alley between houses, with nobody in it."""
    drawn = Image.new("RGB", (640, 480), "#bfdcf2")
    pen = ImageDraw.Draw(drawn)
    pen.rectangle((0, 300, 640, 480), fill="#8fae6b")
    for left, colour in ((20, "#e7c9a0"), (430, "#d9a98a")):
        pen.rectangle((left, 170, left + 190, 340), fill=colour)
        pen.polygon(((left - 15, 170), (left + 95, 90), (left + 205, 170)), fill="#a6472f")
        pen.rectangle((left + 75, 240, left + 120, 340), fill="#6b4a2f")
    pen.polygon(((290, 300), (350, 300), (480, 480), (160, 480)), fill="#c9c5bd")
    content = BytesIO()
    drawn.save(content, "JPEG", quality=80)
    return FilePayload(name="duong-hem-12.jpg", mimeType="image/jpeg", buffer=content.getvalue())


def picture_of_the_summary(workbook: bytes, folder: Path) -> None:
    """The first page of the workbook."""
    file = folder / "so.xlsx"
    file.write_bytes(workbook)
    write("so-tong-hop", first_page(file, 110))


def main() -> None:
    """All pictures, from one play of the sample ward."""
    IMAGES.mkdir(exist_ok=True)
    with TemporaryDirectory() as name, sample_ward(Path(name)) as links, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGS)
        the_head(browser, links[LAN])
        for head, answers in QUARTERS.items():
            member = phone(browser)
            member.enters(links[head])
            member.presses(_report_label(member))
            member.types(*answers.split("|"), "gửi")
        workbook = the_officer(browser, links[HOA])
        browser.close()
        picture_of_the_summary(workbook, Path(name))


if __name__ == "__main__":
    main()
