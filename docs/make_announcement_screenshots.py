"""Makes the pictures of announcements for the guides: Hoa invites to a meeting in a running sample ward.

Run it again after a change of wording or look, and look at what it wrote:

    .venv/bin/python docs/make_announcement_screenshots.py

It needs Chromium, and LibreOffice Calc with pdftoppm for the picture of the proof.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser, expect, sync_playwright
from screenshots.phone import CHROMIUM, CHROMIUM_ARGS, Phone, phone
from screenshots.pictures import IMAGES, first_page, write
from screenshots.sample_ward import BINH, CUC, HOA, LAN, sample_ward

TEXT = "Mời {tên} họp giao ban lúc 8 giờ thứ Hai tại hội trường phường. Xin đem theo sổ ghi chép của {khóm}."
SECONDS = 30_000
"""Milliseconds until an announcement has come: its drain looks for work now and then."""


def invites(hoa: Phone) -> None:
    """From the menu to a draft for the heads, and how it will look to them."""
    hoa.presses("Thông báo")
    hoa.presses("Soạn thông báo mới")
    hoa.picture("thong-bao-chon-loai")
    hoa.presses("Mời họp")
    hoa.types(TEXT)
    hoa.presses("Chọn người nhận")
    hoa.presses(hoa.labelled("Chỉ trưởng khóm ("))
    hoa.shows_from("BẢN NHÁP")
    hoa.picture("thong-bao-ban-nhap")
    hoa.presses("Xem thử")
    hoa.shows_from("sẽ nhận được như sau")
    hoa.picture("thong-bao-xem-thu")
    hoa.presses("Gửi ngay")
    hoa.presses("Đồng ý gửi")


def answers(head: Phone, label: str) -> None:
    """The invitation has come, and is answered with one tap."""
    expect(head.page.locator(".card", has_text="MỜI HỌP")).to_have_count(1, timeout=SECONDS)
    head.presses(label)


def follows(hoa: Phone) -> bytes:
    """How far it has come, who has not read it, and the proof."""
    expect(hoa.page.locator(".card", has_text="Nhận được 3/4 người.")).to_have_count(1, timeout=SECONDS)
    hoa.types("thông báo")
    hoa.presses(hoa.labelled("Mời họp "))
    hoa.shows_from("Đã gửi 3/4 người.")
    hoa.picture("thong-bao-theo-doi")
    hoa.presses("Ai chưa đọc")
    hoa.shows_from("chưa báo đọc")
    hoa.picture("thong-bao-chua-doc")
    hoa.presses("Nhắc những người này")
    hoa.types("thông báo")
    hoa.presses(hoa.labelled("Mời họp "))
    hoa.presses("Tải minh chứng Excel")
    expect(hoa.page.locator("a.file")).to_have_count(1, timeout=SECONDS)
    with hoa.page.expect_download() as download:
        hoa.page.locator("a.file").click()
    return download.value.path().read_bytes()


def _enters(browser: Browser, link: str) -> Phone:
    member = phone(browser)
    member.enters(link)
    return member


def main() -> None:
    """All pictures, from one play of the sample ward."""
    IMAGES.mkdir(exist_ok=True)
    with TemporaryDirectory() as name, sample_ward(Path(name)) as links, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGS)
        lan, binh, cuc, hoa = (_enters(browser, links[who]) for who in (LAN, BINH, CUC, HOA))
        invites(hoa)
        expect(lan.page.locator(".card", has_text="MỜI HỌP")).to_have_count(1, timeout=SECONDS)
        lan.shows_from("MỜI HỌP")
        lan.picture("thu-moi-hop")
        answers(lan, "Dự được")
        answers(binh, "Xin vắng")
        expect(cuc.page.locator(".card", has_text="MỜI HỌP")).to_have_count(1, timeout=SECONDS)
        proof = follows(hoa)
        browser.close()
        file = Path(name) / "minh-chung.xlsx"
        file.write_bytes(proof)
        write("thong-bao-minh-chung", first_page(file, 110))


if __name__ == "__main__":
    main()
