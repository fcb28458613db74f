"""How the chat page looks and reads: large enough, enough contrast, announced, and never markup."""

from __future__ import annotations

import pytest
from playwright.async_api import expect

from bot.messages import Choice, Reply
from tests.channels.samples import MARKUP, SHAPES
from tests.channels.web.conftest import Phone
from tests.channels.web.echo import QUESTION

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]


async def test_replies_are_announced_and_the_history_is_not(phone: Phone) -> None:
    await phone.open()
    log = phone.page.get_by_role("log")
    await expect(log).to_have_attribute("aria-live", "polite")
    await expect(log).to_have_attribute("aria-busy", "false")


async def test_nothing_is_wider_than_the_phone_or_too_small_to_read_and_press(phone: Phone) -> None:
    await phone.open()
    await phone.says("412")
    for reply in SHAPES.values():
        await phone.bot.say(await phone.own_address(), reply)
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
    await phone.says("<b>1</b>")
    await phone.bot.say(await phone.own_address(), MARKUP)
    await expect(phone.page.locator(".heard").last).to_contain_text("<script>alert(1)</script>")
    assert await phone.page.locator("#log b, #log script").count() == 0


async def test_the_main_choice_stands_out_among_the_ways_out(phone: Phone) -> None:
    await phone.open()
    await phone.says("1")
    ways = (Choice(id="9.later", label="Để sau", way_out=True),)
    send = (Choice(id="9.send", label="Gửi về phường", way_out=True, main=True),)
    await phone.bot.say(await phone.own_address(), Reply(text="Xem lại", rows=(send, ways)))
    main, other = (phone.page.get_by_role("button", name=name, exact=True).last for name in ("Gửi về phường", "Để sau"))
    await expect(main).to_have_css("background-color", "rgb(11, 93, 59)")
    await expect(other).to_have_css("background-color", "rgba(0, 0, 0, 0)")


async def test_a_choice_that_is_no_way_out_does_not_rival_the_main_one(phone: Phone) -> None:
    await phone.open()
    await phone.says("1")
    send, look = Choice(id="9.send", label="Gửi ngay", main=True), Choice(id="9.look", label="Xem thử")
    await phone.bot.say(await phone.own_address(), Reply(text="Bản nháp", rows=((send, look),)))
    other = phone.page.get_by_role("button", name="Xem thử", exact=True)
    await expect(other).to_have_css("background-color", "rgba(0, 0, 0, 0)")


async def test_labels_share_a_row_only_where_none_has_to_be_broken(phone: Phone) -> None:
    await phone.open()
    await phone.says("1")
    rows = (
        (Choice(id="9.a", label="Gửi ngay"), Choice(id="9.b", label="Hẹn giờ gửi")),
        (Choice(id="9.c", label="Xem tên người nhận"), Choice(id="9.d", label="Mở tệp không cần mã")),
    )
    await phone.bot.say(await phone.own_address(), Reply(text="Bản nháp", rows=rows))
    buttons = phone.page.locator(".heard").last.locator(".choices button")
    await expect(buttons).to_have_count(4)
    boxes = await buttons.evaluate_all("all => all.map((one) => one.getBoundingClientRect().toJSON())")
    assert boxes[0]["top"] == boxes[1]["top"]
    assert boxes[2]["top"] < boxes[3]["top"]
    assert {round(box["height"]) for box in boxes} == {round(boxes[0]["height"])}, "no label takes two lines"


@pytest.mark.parametrize(("lines", "weight"), [(1, "650"), (12, "400")])
async def test_a_question_is_thick_and_a_long_list_is_not(phone: Phone, lines: int, weight: str) -> None:
    await phone.open()
    await phone.says("1")
    reply = Reply(heading="Em ghi: 2 hộ.", text="\n".join(f"{line}. Tổng số hộ: 412 hộ" for line in range(lines)))
    await phone.bot.say(await phone.own_address(), reply)
    await expect(phone.page.locator(".headed .text").last).to_have_css("font-weight", weight)


async def test_what_is_longer_than_the_phone_is_shown_from_its_beginning(phone: Phone) -> None:
    await phone.open()
    await phone.says("1")
    long = Reply(text="\n".join(f"Dòng {line}" for line in range(60)))
    address = await phone.own_address()
    await phone.bot.say(address, long)
    await expect(phone.page.locator(".heard", has_text="Dòng 59")).to_have_count(1)
    await phone.page.wait_for_function(FROM_THE_TOP)
    await phone.open()
    await expect(phone.page.get_by_role("log")).to_have_attribute("aria-busy", "false")
    await phone.page.wait_for_function(FROM_THE_TOP)


FROM_THE_TOP = """() => {
    const top = (one) => one.getBoundingClientRect().top;
    return Math.abs(top([...document.querySelectorAll(".heard")].at(-1)) - top(document.getElementById("log"))) < 2;
}"""


async def test_somebody_who_reads_further_up_is_not_pulled_down(phone: Phone) -> None:
    await phone.open()
    for text in ("1", "2", "3"):
        await phone.says(text)
    await phone.page.evaluate(SCROLL_UP)
    await phone.bot.say(await phone.own_address(), QUESTION)
    await expect(phone.page.locator("#newer")).to_be_visible()
    assert await phone.page.evaluate("document.getElementById('log').scrollTop") == 0
    await phone.page.locator("#newer").click()
    await expect(phone.page.locator("#newer")).to_be_hidden()


SCROLL_UP = """() => new Promise((done) => {
    const log = document.getElementById("log");
    log.addEventListener("scroll", done, { once: true });
    log.scrollTo({ top: 0, behavior: "instant" });
})"""
"""Ends when the page has noticed it."""


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_every_text_has_enough_contrast(phone: Phone, scheme: str) -> None:
    await phone.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    await phone.open()
    await phone.says("412")
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
