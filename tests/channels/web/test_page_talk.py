"""A conversation on the chat page, in a real browser of a phone's size."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import expect

from channels.web.accounts import CHAT_COOKIE
from tests.channels.web.conftest import Phone

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

TOKEN = "a-token-of-an-invitation"


async def test_a_typed_line_is_shown_taken_and_answered(phone: Phone) -> None:
    await phone.open()
    await phone.types("412")
    await expect(phone.page.locator(".own")).to_have_attribute("data-fate", "taken")
    await expect(phone.page.locator(".heard").first).to_contain_text("Đã ghi: 412 hộ.")
    await expect(phone.page.locator("#text")).to_have_value("")
    await expect(phone.page.locator("#text")).to_be_focused()


async def test_a_stranger_is_offered_a_beginning(phone: Phone) -> None:
    await phone.open()
    await phone.presses("Bắt đầu")
    await expect(phone.page.locator(".heard")).to_contain_text("Cần em giúp việc gì")


async def test_following_an_invitation_link_uses_its_token_only_after_the_button(phone: Phone) -> None:
    await phone.open(f"/chat/join/{TOKEN}")
    assert not phone.bot.inbox.stored
    await phone.presses("Vào trò chuyện")
    await expect(phone.page.locator(".heard")).to_contain_text("Chào bà Lan.")
    assert len(phone.bot.inbox.stored) == 1


async def test_the_link_leads_back_to_the_same_chat_and_is_used_once(phone: Phone) -> None:
    await phone.open(f"/chat/join/{TOKEN}")
    await phone.presses("Vào trò chuyện")
    await phone.types("412")
    await expect(phone.page.locator(".heard")).to_have_count(3)
    await phone.context.clear_cookies(name=CHAT_COOKIE)
    await phone.open(f"/chat/join/{TOKEN}")
    await phone.presses("Vào trò chuyện")
    await expect(phone.page.locator(".heard")).to_have_count(3)
    assert len(phone.bot.inbox.stored) == 2


async def test_a_pressed_row_is_closed_at_once_and_marked_not_by_colour_alone(phone: Phone) -> None:
    await phone.open()
    await phone.says("412")
    phone.bot.inbox.open.clear()  # the server takes its time
    await phone.presses("Quay lại")
    pressed = phone.page.get_by_role("button", name="Quay lại")
    await expect(pressed).to_have_attribute("aria-pressed", "true")
    await expect(pressed).to_have_css("font-weight", "650")
    await expect(phone.page.get_by_role("button", name="Giữ nguyên")).to_have_attribute("aria-disabled", "true")
    await expect(phone.page.locator(".own").last).to_contain_text("Quay lại")
    await phone.page.get_by_role("button", name="Giữ nguyên").click(force=True)
    phone.bot.inbox.open.set()
    await expect(phone.page.locator(".settled")).to_contain_text("giữ nguyên")
    assert len(phone.bot.inbox.stored) == 2


async def test_a_settled_message_takes_the_old_ones_place_also_after_a_reload(phone: Phone) -> None:
    await phone.open()
    await phone.types("412")
    await phone.presses("Giữ nguyên")
    for _ in range(2):
        settled = phone.page.locator(".settled")
        await expect(settled).to_contain_text("Câu 3: 410 hộ (giữ nguyên).")
        await expect(settled.get_by_role("button")).to_have_count(0)
        await expect(phone.page.locator(".heard")).to_have_count(3)
        await expect(phone.page.locator(".own")).to_have_text(
            ["Tôi: 412" + await fate(phone, 0), re.compile("Giữ nguyên")]
        )
        await phone.page.reload()


async def fate(phone: Phone, number: int) -> str:
    return await phone.page.locator(".own .fate").nth(number).text_content() or ""


async def test_a_reload_shows_both_sides_in_order(phone: Phone) -> None:
    await phone.open()
    for text in ("1", "2", "3"):
        await phone.types(text)
    await expect(phone.page.locator(".heard")).to_have_count(6)
    before = [text.split()[:4] for text in await phone.page.locator(".card").all_text_contents()]
    await phone.page.reload()
    await expect(phone.page.locator(".heard")).to_have_count(6)
    after = [text.split()[:4] for text in await phone.page.locator(".card").all_text_contents()]
    assert sorted(after) == sorted(before)
    assert [text for text in after if text[0] == "Tôi:"] == [text for text in before if text[0] == "Tôi:"]
