"""The chat page in a real browser of a phone's size."""

from __future__ import annotations

import re

import pytest
from playwright.async_api import BrowserContext, FilePayload, expect

from bot.messages import Address, Choice, Reply
from channels.web.accounts import CHAT_COOKIE, Accounts
from tests.channels.samples import MARKUP, SHAPES, photo
from tests.channels.web.conftest import Phone
from tests.channels.web.echo import QUESTION, EchoBot

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

TOKEN = "a-token-of-an-invitation"
LOST = "Mất mạng"
LONGEST_PAUSE = 20_000
"""Milliseconds: more than the page waits between two tries on a slow machine."""


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
    await phone.types("412")
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


async def test_lines_said_while_the_network_is_gone_arrive_once_and_in_order(phone: Phone) -> None:
    await phone.open()
    await phone.types("0")
    await expect(phone.page.locator(".heard")).to_have_count(2)
    await phone.context.set_offline(True)
    await expect(phone.page.locator("#link")).to_contain_text(LOST)
    for text in ("1", "2", "3"):
        await phone.types(text)
    await expect(phone.page.locator(".own").nth(1)).to_contain_text("máy sẽ tự gửi lại")
    await phone.context.set_offline(False)
    await expect(phone.page.locator("#link")).to_have_text("Đã kết nối")
    await expect(phone.page.locator('.own[data-fate="taken"]')).to_have_count(4)
    assert [phone.bot.channel.parse(update).text for update in phone.bot.inbox.stored] == ["0", "1", "2", "3"]  # type: ignore[union-attr]


async def test_unsent_lines_and_photos_survive_a_reload(phone: Phone) -> None:
    await phone.open()
    await phone.types("0")
    await expect(phone.page.locator(".heard")).to_have_count(2)
    phone.bot.inbox.failing = True
    await phone.types("1")
    await phone.page.locator("#files").set_input_files([upload("nhà.jpg")])
    await phone.types("2")
    await expect(phone.page.locator(".own")).to_have_count(4)
    await phone.page.reload()
    await expect(phone.page.locator(".own")).to_have_count(4)
    assert len(phone.bot.inbox.stored) == 1
    phone.bot.inbox.failing = False
    await expect(phone.page.locator('.own[data-fate="taken"]')).to_have_count(4, timeout=LONGEST_PAUSE)
    parsed = [phone.bot.channel.parse(update) for update in phone.bot.inbox.stored]
    assert [(line.text, len(line.attachments)) for line in parsed if line] == [("0", 0), ("1", 0), ("", 1), ("2", 0)]


async def test_a_photo_and_the_words_after_it_keep_their_order(phone: Phone) -> None:
    await phone.open()
    await phone.types("0")
    await expect(phone.page.locator(".heard")).to_have_count(2)
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
    async with bot.running() as address:
        phone = Phone(page, context, bot, address, [])
        await phone.open()
        await phone.types("0")
        await expect(page.locator(".heard")).to_have_count(2)
    await expect(page.locator("#link")).to_contain_text(LOST)
    await phone.types("1")
    bot.log.add(await own_address(phone), Reply(text="Nhắc hạn: thứ Sáu."))
    async with bot.running(int(address.rpartition(":")[2])):
        await expect(page.locator("#link")).to_have_text("Đã kết nối")
        await expect(page.locator(".heard")).to_have_count(5)
        await expect(page.locator(".heard", has_text="Nhắc hạn")).to_have_count(1)
        assert len(bot.inbox.stored) == 2
        await page.close()


async def test_where_websockets_are_not_let_through_the_page_asks(phone: Phone) -> None:
    await phone.page.route_web_socket(re.compile("/chat/socket"), lambda socket: socket.close())
    await phone.open()
    await phone.types("412")
    await expect(phone.page.locator(".heard")).to_have_count(2, timeout=LONGEST_PAUSE)
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


async def test_replies_are_announced_and_the_history_is_not(phone: Phone) -> None:
    await phone.open()
    log = phone.page.get_by_role("log")
    await expect(log).to_have_attribute("aria-live", "polite")
    await expect(log).to_have_attribute("aria-busy", "false")


async def test_nothing_is_wider_than_the_phone_or_too_small_to_read_and_press(phone: Phone) -> None:
    await phone.open()
    await phone.types("412")
    for reply in SHAPES.values():
        await phone.bot.say(await own_address(phone), reply)
    await expect(phone.page.locator(".heard")).to_have_count(2 + len(SHAPES))
    assert await phone.page.evaluate("document.documentElement.scrollWidth") <= 360
    assert await phone.page.evaluate("document.getElementById('log').scrollWidth") <= 360
    assert await phone.page.evaluate(SMALLEST_LETTER) >= 18
    assert await phone.page.evaluate(SMALLEST_BUTTON) >= 48


SMALLEST_LETTER = """Math.min(...[...document.querySelectorAll("body *:not(.unseen)")]
    .filter((one) => one.offsetParent)
    .map((one) => parseFloat(getComputedStyle(one).fontSize)))"""
SMALLEST_BUTTON = """Math.min(...[...document.querySelectorAll("button, textarea")]
    .filter((one) => one.offsetParent)
    .map((one) => Math.min(one.offsetHeight, one.offsetWidth)))"""


async def test_words_of_a_reply_are_never_taken_for_markup(phone: Phone) -> None:
    await phone.open()
    await phone.types("<b>1</b>")
    await phone.bot.say(await own_address(phone), MARKUP)
    await expect(phone.page.locator(".heard").last).to_contain_text("<script>alert(1)</script>")
    assert await phone.page.locator("#log b, #log script").count() == 0


async def test_the_main_choice_stands_out_among_the_ways_out(phone: Phone) -> None:
    await phone.open()
    await phone.types("1")
    ways = (Choice(id="9.later", label="Để sau", way_out=True),)
    send = (Choice(id="9.send", label="Gửi về phường", way_out=True, main=True),)
    await phone.bot.say(await own_address(phone), Reply(text="Xem lại", rows=(send, ways)))
    main, other = (phone.page.get_by_role("button", name=name, exact=True).last for name in ("Gửi về phường", "Để sau"))
    await expect(main).to_have_css("background-color", "rgb(11, 93, 59)")
    await expect(other).to_have_css("background-color", "rgba(0, 0, 0, 0)")


async def test_a_text_to_pass_on_is_handed_to_the_phones_other_apps(phone: Phone) -> None:
    await phone.open()
    await phone.types("1")
    await phone.page.evaluate("() => { navigator.share = async (data) => { window.shared = data.text; }; }")
    await phone.bot.say(await own_address(phone), Reply(text="Báo cáo quý IV\nTổng số hộ: 412 hộ", shareable=True))
    await phone.page.get_by_role("button", name="Chia sẻ").click()
    assert await phone.page.evaluate("window.shared") == "Báo cáo quý IV\nTổng số hộ: 412 hộ"


async def test_where_nothing_can_be_shared_the_text_is_copied(phone: Phone) -> None:
    await phone.open()
    await phone.types("1")
    await phone.page.evaluate("delete Navigator.prototype.share; delete Navigator.prototype.clipboard")
    await phone.bot.say(await own_address(phone), Reply(text="Tổng số hộ: 412 hộ", shareable=True))
    await phone.page.get_by_role("button", name="Chia sẻ").click()
    await expect(phone.page.get_by_role("button", name="Đã chép.")).to_be_visible()


async def test_somebody_who_reads_further_up_is_not_pulled_down(phone: Phone) -> None:
    await phone.open()
    for text in ("1", "2", "3"):
        await phone.types(text)
    await expect(phone.page.locator(".heard")).to_have_count(6)
    await phone.page.evaluate("document.getElementById('log').scrollTo({ top: 0, behavior: 'instant' })")
    await phone.page.wait_for_timeout(100)
    await phone.bot.say(await own_address(phone), QUESTION)
    await expect(phone.page.locator("#newer")).to_be_visible()
    assert await phone.page.evaluate("document.getElementById('log').scrollTop") == 0
    await phone.page.locator("#newer").click()
    await expect(phone.page.locator("#newer")).to_be_hidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_every_text_has_enough_contrast(phone: Phone, scheme: str) -> None:
    await phone.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    await phone.open()
    await phone.types("412")
    await phone.presses("Giữ nguyên")
    await phone.types("x" * 5_000)
    await expect(phone.page.locator(".settled")).to_have_count(1)
    assert await phone.page.evaluate(LOW_CONTRAST) == []


LOW_CONTRAST = """() => {
    const rgb = (text) => text.match(/[\\d.]+/g).map(Number);
    const light = (text) => {
        const [r, g, b] = rgb(text).map((part) => part / 255)
            .map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const paper = (one) => {
        for (let at = one; at; at = at.parentElement) {
            const colour = getComputedStyle(at).backgroundColor;
            if ((rgb(colour)[3] ?? 1) === 1) return colour;
        }
        return "rgb(255, 255, 255)";
    };
    const written = (one) => one.offsetParent
        && [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    return [...document.querySelectorAll("body *")].filter(written).map((one) => {
        const [darker, lighter] = [light(getComputedStyle(one).color), light(paper(one))].sort((x, y) => x - y);
        return [one.className || one.tagName, (lighter + 0.05) / (darker + 0.05)];
    }).filter(([, contrast]) => contrast < 4.5);
}"""


async def own_address(phone: Phone) -> Address:
    await expect(phone.page.locator("#link")).not_to_have_text("Đang nối …")
    (cookie,) = [cookie for cookie in await phone.context.cookies() if cookie.get("name") == CHAT_COOKIE]
    return Accounts(b"a key for tests", "").address(cookie.get("value", ""))


def upload(name: str, colour: str = "teal") -> FilePayload:
    return {"name": name, "mimeType": "image/jpeg", "buffer": photo(colour=colour)}


async def until_drawn(phone: Phone, number: int) -> None:
    await phone.page.wait_for_function(
        "(number) => document.querySelectorAll('.own img')[number]?.naturalWidth === 80", arg=number
    )
