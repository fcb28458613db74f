"""The browser's own place, for a question that asks where something is."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from bot.messages import Choice, Reply
from tests.channels.web.conftest import Phone

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

WHERE = Reply(
    heading="Câu 24/26",
    text="Công trình ở đâu?",
    hint="Gửi vị trí, dán đường dẫn bản đồ, hoặc gõ tọa độ.",
    rows=((Choice(id="3.skip", label="Bỏ qua", way_out=True),),),
    wants_place=True,
)
HERE = "Gửi vị trí của tôi"


async def asked_where(phone: Phone) -> None:
    await phone.open()
    await phone.says("412")
    await phone.bot.say(await phone.own_address(), WHERE)
    await expect(phone.page.locator(".heard").last).to_contain_text("Công trình ở đâu?")


async def test_a_place_that_is_asked_for_can_be_sent_with_one_press(phone: Phone) -> None:
    await phone.context.grant_permissions(["geolocation"])
    await phone.context.set_geolocation({"latitude": 10.2912, "longitude": 105.7512, "accuracy": 11.5})
    await asked_where(phone)
    await phone.presses(HERE)
    await expect(phone.page.locator(".own").last).to_contain_text("Vị trí của tôi: 10.291200, 105.751200 (±12 m)")
    await expect(phone.page.locator(".own").last).to_have_attribute("data-fate", "taken")
    await expect(phone.page.get_by_role("button", name=HERE)).to_have_count(0)


async def test_a_phone_that_does_not_tell_gets_a_sentence_and_can_try_again(phone: Phone) -> None:
    await phone.context.clear_permissions()
    await asked_where(phone)
    await phone.presses(HERE)
    await expect(phone.page.locator("#complaint")).to_contain_text("Máy chưa cho biết vị trí.")
    await expect(phone.page.get_by_role("button", name=HERE)).to_be_enabled()


async def test_the_offer_is_there_again_after_a_reload(phone: Phone) -> None:
    await asked_where(phone)
    await phone.page.reload()
    await expect(phone.page.get_by_role("button", name=HERE)).to_have_count(1)


async def test_no_place_is_offered_where_none_is_asked_for(phone: Phone) -> None:
    await phone.open()
    await phone.types("412")
    await expect(phone.page.locator(".heard").last).to_contain_text("Khóm có tất cả bao nhiêu hộ ạ?")
    await expect(phone.page.get_by_role("button", name=HERE)).to_have_count(0)
