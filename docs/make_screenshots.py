"""Makes the pictures of the guides: plays the sample ward in Chromium and writes docs/images/*.png.

Run it again after a change of wording or look, and look at what it wrote:

    .venv/bin/python docs/make_screenshots.py

It needs Chromium, and LibreOffice Calc with pdftoppm for the picture of the workbook.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageDraw, ImageOps
from playwright.sync_api import Browser, FilePayload, Page, ViewportSize, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[1]
IMAGES = ROOT / "docs" / "images"
CHROMIUM = Path("/usr/bin/chromium")
CHROMIUM_ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PHONE: ViewportSize = {"width": 360, "height": 740}
SHARPNESS = 2
"""Pixels of the picture per pixel of the page: letters stay clear on paper."""
COLOURS = 40
MOST_BYTES = 60_000

LINK = re.compile(r"^ *(?P<role>\S.*?)  +\S.*?  +(?P<name>\S.*?)  +(?P<link>http\S+/chat/join/\S+)", re.MULTILINE)
LAN, BINH, CUC, HOA = "Trần Thị Lan", "Lê Văn Bình", "Phạm Thị Cúc", "Nguyễn Thị Hoa"

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Phone:
    """One member's phone with the chat open."""

    page: Page

    def enters(self, link: str) -> None:
        """Open an invitation and go in."""
        self.page.goto(link)
        self.page.get_by_role("button").click()
        expect(self.page.locator(".heard .choices")).to_have_count(1)
        self._settles()

    def types(self, *lines: str) -> None:
        """Answer, line by line."""
        for line in lines:
            heard = self._newest()
            self.page.locator("#text").fill(line)
            self.page.keyboard.press("Enter")
            self._hears(heard)

    def presses(self, label: str) -> None:
        """Press the newest button with that label."""
        heard = self._newest()
        self.page.get_by_role("button", name=label, exact=True).last.click()
        self._hears(heard)

    def sends(self, photo: FilePayload) -> None:
        """Send a photo."""
        heard = self._newest()
        self.page.locator("#files").set_input_files([photo])
        self._hears(heard)

    def picture(self, name: str) -> None:
        """Write what the phone shows now."""
        self._settles()
        write(name, self.page.screenshot())

    def shows_from(self, words: str) -> None:
        """Scroll the newest card with these words to the top."""
        self.page.locator(".card", has_text=words).last.evaluate("card => card.scrollIntoView({ block: 'start' })")

    def shows_to_the_end(self) -> None:
        """Scroll down, to the newest card's buttons."""
        self.page.locator("#log").evaluate("log => log.scrollTo(0, log.scrollHeight)")

    def _newest(self) -> str:
        return self.page.locator(".heard").last.get_attribute("data-id") or ""

    def _hears(self, before: str) -> None:
        expect(self.page.locator(".heard").last).not_to_have_attribute("data-id", before)
        expect(self.page.locator(".own").last).to_have_attribute("data-fate", "taken")
        self._settles()

    def _settles(self) -> None:
        """A turn may say several things: wait until nothing new has come for a moment."""
        cards, before = self.page.locator(".card"), -1
        while before != cards.count():
            before = cards.count()
            self.page.wait_for_timeout(350)


@contextmanager
def sample_ward(folder: Path) -> Iterator[dict[str, str]]:
    """A running sample ward on a free port, with its data in the folder; the invitation link of each member."""
    foreign = ("DATABASE_URL", "PUBLIC_URL", "TELEGRAM_")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    settings = {"PORT": "0", "DATA_DIR": str(folder / "data"), "PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
    command = (sys.executable, "-m", "bot", "run", "--sample")
    with subprocess.Popen(command, cwd=folder, env=kept | settings, stdout=subprocess.PIPE, text=True) as running:
        try:
            yield _links(running)
        finally:
            running.terminate()


def _links(running: subprocess.Popen[str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for line in running.stdout or ():
        found |= {row["name"]: row["link"] for row in LINK.finditer(line)}
        if len(found) == len({*QUARTERS, LAN, HOA}) + 2:  # the deputy, and the head who sends nothing
            return found
    raise RuntimeError("khombot did not start")


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
    _corrects(lan)
    _records_hardship(lan)
    _records_good_deed(lan)


def _report_label(member: Phone) -> str:
    return member.page.locator(".choices button").first.text_content() or ""


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
    """Hoa opens a period, looks who has sent and asks for the workbook."""
    hoa = phone(browser)
    hoa.enters(link)
    hoa.presses("Mở kỳ báo cáo")
    hoa.picture("mo-ky")
    hoa.presses("Thôi")
    hoa.presses("Tình hình nộp")
    hoa.picture("tinh-hinh-nop")
    hoa.presses("Xuất số liệu")
    expect(hoa.page.locator("a.file")).to_have_count(1)
    hoa.picture("xuat-so-lieu")
    with hoa.page.expect_download() as download:
        hoa.page.locator("a.file").click()
    return download.value.path().read_bytes()


def phone(browser: Browser) -> Phone:
    """A phone of its own for a member."""
    context = browser.new_context(
        viewport=PHONE,
        device_scale_factor=SHARPNESS,
        has_touch=True,
        is_mobile=True,
        locale="vi-VN",
        reduced_motion="reduce",
    )
    return Phone(page=context.new_page())


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
    """The first page of the workbook, as LibreOffice prints it."""
    (folder / "so.xlsx").write_bytes(workbook)
    office = (
        "soffice",
        "--headless",
        f"-env:UserInstallation={folder.as_uri()}/office",
        "--convert-to",
        "pdf",
        "so.xlsx",
    )
    subprocess.run(office, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    subprocess.run(("pdftoppm", "-r", "110", "-f", "1", "-l", "1", "-png", "so.pdf", "so"), cwd=folder, check=True)
    (page,) = folder.glob("so-*.png")
    write("so-tong-hop", cut(page.read_bytes()))


def cut(page: bytes) -> bytes:
    """Only the printed part of a page, with a narrow margin and without the page's foot."""
    printed = Image.open(BytesIO(page)).convert("RGB")
    body = printed.crop((0, 0, printed.width, printed.height * 9 // 10))
    left, top, right, bottom = ImageOps.invert(body).getbbox() or (0, 0, *body.size)
    content = BytesIO()
    body.crop((left - 20, top - 20, right + 20, bottom + 20)).save(content, "PNG")
    return content.getvalue()


def write(name: str, png: bytes) -> None:
    """Few colours make a small file; letters stay sharp."""
    small = Image.open(BytesIO(png)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    path = IMAGES / f"{name}.png"
    small.save(path, optimize=True)
    if path.stat().st_size > MOST_BYTES:
        raise RuntimeError(f"{path.name} has {path.stat().st_size} bytes, more than {MOST_BYTES}")


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
