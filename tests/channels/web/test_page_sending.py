"""What can be sent from the chat page and saved from it, by finger and by keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import expect

from bot.messages import Reply
from tests.channels.web.conftest import Phone, upload

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


async def test_photos_are_sent_together_and_shown_as_pictures(phone: Phone) -> None:
    await phone.open()
    await phone.page.locator("#files").set_input_files([upload("một.jpg"), upload("hai.jpg", "orange")])
    await expect(phone.page.locator(".heard")).to_contain_text("Đã nhận 2 tệp.")
    await phone.page.reload()
    pictures = phone.page.locator(".own img")
    await expect(pictures).to_have_count(2)
    for number in range(2):
        await until_drawn(phone, number)
    assert await pictures.first.get_attribute("alt") == "Ảnh: một.jpg"


async def test_a_file_can_be_saved_under_its_name(phone: Phone) -> None:
    await phone.open()
    await phone.types("sổ")
    async with phone.page.expect_download() as download:
        await phone.page.get_by_role("link", name="Tải về").click()
    assert (await download.value).suggested_filename == "Tổng hợp quý IV năm 2020.xlsx"


async def test_a_line_that_is_too_long_stays_in_the_box_with_the_reason(phone: Phone) -> None:
    await phone.open()
    await phone.types("x" * 5_000)
    await expect(phone.page.get_by_role("alert")).to_contain_text("5.000 chữ, mỗi tin chỉ gửi được 4.000 chữ")
    await expect(phone.page.locator("#counter")).to_have_text("5.000/4.000 chữ")
    await expect(phone.page.locator("#text")).to_have_value("x" * 5_000)
    await phone.types("")
    await expect(phone.page.get_by_role("alert")).to_contain_text("Chưa có nội dung")
    assert not phone.bot.inbox.stored


async def test_a_file_that_is_too_big_is_not_sent_and_the_reason_is_said(phone: Phone) -> None:
    await phone.open()
    await phone.page.evaluate(
        """() => {
            const chosen = new DataTransfer();
            chosen.items.add(new File([new Uint8Array(20 * 1024 * 1024 + 1)], "to.jpg", { type: "image/jpeg" }));
            const input = document.getElementById("files");
            input.files = chosen.files;
            input.dispatchEvent(new Event("change"));
        }"""
    )
    await expect(phone.page.get_by_role("alert")).to_contain_text("“to.jpg” lớn quá 20 MB")
    assert not phone.bot.inbox.stored


async def test_a_line_that_the_server_refuses_can_be_changed_and_sent_again(phone: Phone) -> None:
    await phone.open()
    sentence = '{"sentence": "Máy chủ không đọc được tin này."}'
    await phone.page.route(
        re.compile("/chat/lines"),
        lambda route: route.fulfill(status=400, body=sentence) if route.request.method == "POST" else route.continue_(),
    )
    await phone.types("412")
    await expect(phone.page.locator(".own")).to_contain_text("Máy chủ không đọc được tin này.")
    await phone.page.unroute_all()
    await phone.presses("Sửa và gửi lại")
    await expect(phone.page.locator("#text")).to_have_value("412")
    await phone.page.keyboard.press("Enter")
    await expect(phone.page.locator(".own")).to_have_attribute("data-fate", "taken")


async def test_the_keyboard_alone_is_enough(phone: Phone) -> None:
    await phone.open()
    await phone.page.locator("#text").focus()
    await phone.page.keyboard.type("410")
    await phone.page.keyboard.press("Enter")
    await expect(phone.page.locator(".heard")).to_have_count(2)
    await phone.page.keyboard.press("Shift+Tab")
    await expect(phone.page.get_by_role("button", name="Để sau")).to_be_focused()
    await phone.page.keyboard.press("Enter")
    await expect(phone.page.locator(".heard")).to_have_count(3)
    await expect(phone.page.get_by_role("button", name="Giữ nguyên")).to_be_focused()


async def test_enter_that_ends_the_composing_of_a_letter_sends_nothing(phone: Phone) -> None:
    await phone.open()
    await phone.page.locator("#text").fill("Hộ")
    await phone.page.locator("#text").dispatch_event("keydown", {"key": "Enter", "isComposing": True})
    await expect(phone.page.locator("#text")).to_have_value("Hộ")
    await expect(phone.page.locator(".own")).to_have_count(0)


async def test_a_text_to_pass_on_is_handed_to_the_phones_other_apps(phone: Phone) -> None:
    await phone.open()
    await phone.says("1")
    await phone.page.evaluate("() => { navigator.share = async (data) => { window.shared = data.text; }; }")
    await phone.bot.say(await phone.own_address(), Reply(text="Báo cáo quý IV\nTổng số hộ: 412 hộ", shareable=True))
    await phone.page.get_by_role("button", name="Chia sẻ").click()
    assert await phone.page.evaluate("window.shared") == "Báo cáo quý IV\nTổng số hộ: 412 hộ"


async def test_where_nothing_can_be_shared_the_text_is_copied(phone: Phone) -> None:
    await phone.open()
    await phone.says("1")
    await phone.page.evaluate("delete Navigator.prototype.share; delete Navigator.prototype.clipboard")
    await phone.bot.say(await phone.own_address(), Reply(text="Tổng số hộ: 412 hộ", shareable=True))
    await phone.page.get_by_role("button", name="Chia sẻ").click()
    await expect(phone.page.get_by_role("button", name="Đã chép.")).to_be_visible()


async def until_drawn(phone: Phone, number: int) -> None:
    await phone.page.wait_for_function(
        "(number) => document.querySelectorAll('.own img')[number]?.naturalWidth === 80", arg=number
    )
