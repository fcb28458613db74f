"""A phone with a browser, and the small conversation that it talks to."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, BrowserContext, FilePayload, Page, ViewportSize, async_playwright, expect

from bot.messages import Address
from channels.web.accounts import CHAT_COOKIE, Accounts
from tests.channels.samples import photo
from tests.channels.web.echo import EchoBot

CHROMIUM = Path("/usr/bin/chromium")
HAS_CHROMIUM = CHROMIUM.exists()
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


@dataclass(slots=True)
class Phone:
    """One phone, its open page, and the conversation at the other end."""

    page: Page
    context: BrowserContext
    bot: EchoBot
    address: str
    errors: list[str]
    """What the page complained about by itself."""

    async def open(self, path: str = "/chat/") -> None:
        """Open a page and wait until it talks to the server."""
        await self.page.goto(self.address + path)

    async def types(self, text: str) -> None:
        """Type a line and send it, once the page is ready."""
        await expect(self.page.locator("#log")).to_have_attribute("aria-busy", "false")
        await self.page.locator("#text").fill(text)
        await self.page.keyboard.press("Enter")

    async def presses(self, label: str) -> None:
        """Press the newest button with that label."""
        await self.page.get_by_role("button", name=label).last.click()

    async def own_address(self) -> Address:
        """Where the server reaches this phone, once they are connected."""
        await expect(self.page.locator("#link")).not_to_have_text("Đang kết nối …")
        (cookie,) = [cookie for cookie in await self.context.cookies() if cookie.get("name") == CHAT_COOKIE]
        return Accounts(b"a key for tests", "").address(cookie.get("value", ""))


def upload(name: str, colour: str = "teal") -> FilePayload:
    """A photo, as it is chosen on the phone."""
    return {"name": name, "mimeType": "image/jpeg", "buffer": photo(colour=colour)}


@pytest.fixture
def bot() -> EchoBot:
    return EchoBot()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    """Starting Chromium takes longer than most tests, so they share one; each has its own context."""
    if not HAS_CHROMIUM:
        pytest.skip(f"{CHROMIUM} is not installed: the page is not looked at")
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_ARGS)
        yield started
        await started.close()


@pytest_asyncio.fixture(loop_scope="module")
async def context(browser: Browser) -> AsyncIterator[BrowserContext]:
    opened = await browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True, locale="vi-VN")
    opened.set_default_timeout(8_000)
    yield opened
    await opened.close()


@pytest_asyncio.fixture(loop_scope="module")
async def phone(context: BrowserContext, bot: EchoBot) -> AsyncIterator[Phone]:
    page = await context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    async with bot.running() as address:
        yield Phone(page, context, bot, address, errors)
        await page.close()
    assert not errors
