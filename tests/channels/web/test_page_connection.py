"""The chat page while the network, the server or another tab has its own ways: each line arrives once, in order."""

from __future__ import annotations

import asyncio
import re

import pytest
from playwright.async_api import BrowserContext, Route, expect

from bot.messages import Reply
from tests.channels.web.conftest import Phone, upload
from tests.channels.web.echo import EchoBot
from tests.support.ports import held_port

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

TOKEN = "a-token-of-an-invitation"
LOST = "Mất mạng"
KEPT = """() => new Promise((done, failed) => {
    const opening = indexedDB.open("khombot");
    opening.onerror = () => failed(opening.error);
    opening.onsuccess = () => {
        const counting = opening.result.transaction("files").objectStore("files").count();
        counting.onsuccess = () => { opening.result.close(); done(counting.result === 1); };
    };
})"""
"""Whether the browser has put a photo away."""


async def test_lines_said_while_the_network_is_gone_arrive_once_and_in_order(phone: Phone) -> None:
    await phone.open()
    await phone.says("0")
    await phone.context.set_offline(True)
    await expect(phone.page.locator("#link")).to_contain_text(LOST)
    for text in ("1", "2", "3"):
        await phone.types(text)
    await expect(phone.page.locator(".own").nth(1)).to_contain_text("máy sẽ tự gửi lại")
    await phone.context.set_offline(False)
    await expect(phone.page.locator("#link")).to_have_text("Đã kết nối")
    await expect(phone.page.locator('.own[data-fate="taken"]')).to_have_count(4)
    understood = [phone.bot.channel.parse(update) for update in phone.bot.inbox.stored]
    assert [said and said.text for said in understood] == ["0", "1", "2", "3"]


async def test_a_line_said_before_the_history_has_come_waits_for_it(phone: Phone) -> None:
    let_through = asyncio.Event()

    async def held(route: Route) -> None:
        if route.request.method == "GET":
            await let_through.wait()
        await route.continue_()

    await phone.page.route_web_socket(re.compile("/chat/socket"), lambda socket: socket.close())
    await phone.page.route(re.compile("/chat/lines"), held)
    await phone.open()
    await phone.page.locator("#text").fill("412")
    await phone.page.keyboard.press("Enter")
    await expect(phone.page.locator(".own")).to_contain_text("412")
    assert not phone.bot.inbox.stored
    let_through.set()
    await expect(phone.page.locator('.own[data-fate="taken"]')).to_have_count(1)
    await expect(phone.page.locator(".heard")).to_have_count(2)


async def test_unsent_lines_and_photos_survive_a_reload(phone: Phone) -> None:
    await phone.open()
    await phone.says("0")
    phone.bot.inbox.failing = True
    await phone.types("1")
    await phone.page.locator("#files").set_input_files([upload("nhà.jpg")])
    await phone.page.wait_for_function(KEPT)
    await phone.types("2")
    await expect(phone.page.locator(".own")).to_have_count(4)
    await phone.page.reload()
    await expect(phone.page.locator(".own")).to_have_count(4)
    assert len(phone.bot.inbox.stored) == 1
    phone.bot.inbox.failing = False
    await expect(phone.page.locator('.own[data-fate="taken"]')).to_have_count(4)
    parsed = [phone.bot.channel.parse(update) for update in phone.bot.inbox.stored]
    assert [(line.text, len(line.attachments)) for line in parsed if line] == [("0", 0), ("1", 0), ("", 1), ("2", 0)]


async def test_a_photo_and_the_words_after_it_keep_their_order(phone: Phone) -> None:
    await phone.open()
    await phone.says("0")
    await phone.page.evaluate(
        """() => {
            const chosen = new DataTransfer();
            chosen.items.add(new File([new Uint8Array(100)], "a.bin"));
            const input = document.getElementById("files");
            input.files = chosen.files;
            input.dispatchEvent(new Event("change"));
            document.getElementById("text").value = "1";
            document.getElementById("composer").requestSubmit();
        }"""
    )
    await expect(phone.page.locator('.own[data-fate="taken"]')).to_have_count(3)
    parsed = [phone.bot.channel.parse(update) for update in phone.bot.inbox.stored]
    assert [(line.text, len(line.attachments)) for line in parsed if line] == [("0", 0), ("", 1), ("1", 0)]


async def test_a_server_that_was_away_gives_what_was_said_meanwhile(context: BrowserContext, bot: EchoBot) -> None:
    page = await context.new_page()
    with held_port() as port:
        async with bot.running(port) as address:
            phone = Phone(page, context, bot, address, [])
            await phone.open()
            await phone.says("0")
        await expect(page.locator("#link")).to_contain_text(LOST)
        await phone.types("1")
        bot.log.add(await phone.own_address(), Reply(text="Nhắc hạn: thứ Sáu."))
        async with bot.running(port):
            await expect(page.locator("#link")).to_have_text("Đã kết nối")
            await expect(page.locator(".heard")).to_have_count(5)
            await expect(page.locator(".heard", has_text="Nhắc hạn")).to_have_count(1)
            assert len(bot.inbox.stored) == 2
            await page.close()


async def test_where_websockets_are_not_let_through_the_page_asks(phone: Phone) -> None:
    await phone.page.route_web_socket(re.compile("/chat/socket"), lambda socket: socket.close())
    await phone.open()
    await phone.types("412")
    await expect(phone.page.locator(".heard")).to_have_count(2)
    await expect(phone.page.locator("#link")).to_have_text("Đã kết nối")


async def test_a_second_tab_shows_what_the_first_one_says(phone: Phone) -> None:
    await phone.open()
    second = await phone.context.new_page()
    await second.goto(phone.address + "/chat/")
    await expect(second.locator("#link")).to_have_text("Đã kết nối")
    await phone.types("412")
    await expect(second.locator(".own")).to_contain_text("412")
    await expect(second.locator(".heard")).to_have_count(2)
    await second.close()


async def test_a_tab_of_another_person_does_not_speak_in_the_new_ones_name(phone: Phone) -> None:
    await phone.open()
    await expect(phone.page.locator("#link")).to_have_text("Đã kết nối")
    second = await phone.context.new_page()
    await second.goto(f"{phone.address}/chat/join/{TOKEN}")
    await second.get_by_role("button").click()
    await expect(second.locator(".heard")).to_have_count(1)
    await phone.types("412")
    await expect(phone.page.locator(".own")).to_contain_text("tải lại trang")
    assert len(phone.bot.inbox.stored) == 1
    await second.close()
