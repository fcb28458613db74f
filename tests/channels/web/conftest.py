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

CHROMIUM_ARGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",  # containers have little of it, and then pages crash
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PHONE: ViewportSize = {"width": 360, "height": 740}
PATIENCE = 45_000
"""Milliseconds for each thing that is waited for: only a page that fails takes them, on however busy a machine."""

expect.set_options(timeout=PATIENCE)


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
        await self._is_ready()
        await self.page.locator("#text").fill(text)
        await self.page.keyboard.press("Enter")

    async def says(self, text: str) -> None:
        """Type a line that the conversation repeats, and wait for its two answers: what is said next stands below."""
        await self._is_ready()
        heard = self.page.locator(".heard")
        before = await heard.count()
        await self.types(text)
        await expect(heard).to_have_count(before + 2)

    async def presses(self, label: str) -> None:
        """Press the newest button with that label."""
        await self.page.get_by_role("button", name=label).last.click()

    async def own_address(self) -> Address:
        """Where the server reaches this phone, once they are connected."""
        await expect(self.page.locator("#link")).not_to_have_text("Đang kết nối …")
        (cookie,) = [cookie for cookie in await self.context.cookies() if cookie.get("name") == CHAT_COOKIE]
        return Accounts(b"a key for tests", "").address(cookie.get("value", ""))

    async def _is_ready(self) -> None:
        await expect(self.page.locator("#log")).to_have_attribute("aria-busy", "false")


def upload(name: str, colour: str = "teal") -> FilePayload:
    """A photo, as it is chosen on the phone."""
    return {"name": name, "mimeType": "image/jpeg", "buffer": photo(colour=colour)}


@pytest.fixture
def bot() -> EchoBot:
    return EchoBot()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser(chromium: Path) -> AsyncIterator[Browser]:
    """Starting Chromium takes longer than most tests, so they share one; each has its own context."""
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(executable_path=chromium, args=CHROMIUM_ARGS)
        yield started
        await started.close()


@pytest_asyncio.fixture(loop_scope="module")
async def context(browser: Browser) -> AsyncIterator[BrowserContext]:
    opened = await browser.new_context(viewport=PHONE, has_touch=True, is_mobile=True, locale="vi-VN")
    opened.set_default_timeout(PATIENCE)
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
