"""The page of a locked file on a phone: large enough, in the right order, and the file comes down."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import BrowserContext, Page, expect

from bot.app.file_links import StoredFileLedger
from bot.clock import utc_now
from bot.conversation.channel import FileLink
from bot.messages import Address, Attachment, AttachmentKind
from bot.texts import open_files as say
from channels.server import application, serving
from channels.web.open_files import OpenFiles
from storage.store import Store
from tests.channels.web.conftest import PHONE
from tests.channels.web.echo import EchoBot
from tests.channels.web.test_page_look import SMALLEST_LETTER

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="module")]

LAN = Address(channel="zalo_bot", bot="12345", chat="lan")
WORKBOOK = b"PK\x03\x04 a workbook"
NAME = "Tổng hợp quý IV năm 2020, phường Tân Quy Đông.xlsx"
SMALLEST_TARGET = """Math.min(...[...document.querySelectorAll("button, input, a")]
    .map((one) => one.offsetHeight))"""


@dataclass(slots=True)
class Locked:
    """A phone on which somebody has just pressed the link of a locked file."""

    page: Page
    link: FileLink
    errors: list[str]

    async def types(self, code: str) -> None:
        await self.page.get_by_label(say.CODE_LABEL).fill(code)
        await self.page.get_by_role("button", name=say.OPEN_BUTTON).click()

    async def fits(self) -> None:
        """Nothing is wider than the phone, smaller than 18 px, or too small to be pressed."""
        # A heading is there before its stylesheet is.
        await self.page.wait_for_load_state("load")
        assert await self.page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
        assert await self.page.evaluate(SMALLEST_LETTER) >= 18
        assert await self.page.evaluate(SMALLEST_TARGET) >= 48


@pytest_asyncio.fixture(loop_scope="module")
async def locked(context: BrowserContext, sqlite_template: Path, tmp_path: Path) -> AsyncIterator[Locked]:
    shutil.copy(sqlite_template, tmp_path)
    store = await Store.open("", data_dir=tmp_path)
    files = OpenFiles(
        secret_key=b"key", public_url="", clock=utc_now, read_file=store.files.read, ledger=StoredFileLedger(store)
    )
    digest = await store.files.put(WORKBOOK)
    link = await files.link(LAN, Attachment(kind=AttachmentKind.DOCUMENT, name=NAME, digest=digest))
    page = await context.new_page()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if "Security" in message.text else None)
    app = application([EchoBot().channel.mount, files.mount], healthy=store.is_well)
    async with serving(app, "127.0.0.1", 0) as port:
        await page.goto(f"http://127.0.0.1:{port}{link.url}")
        yield Locked(page, link, errors)
        await page.close()
    await store.close()
    assert not errors


async def test_a_wrong_code_is_explained_and_the_right_one_leads_to_the_file(locked: Locked) -> None:
    page = locked.page
    await expect(page.get_by_label(say.CODE_LABEL)).to_have_attribute("inputmode", "numeric")
    await locked.fits()
    await locked.types("000000" if locked.link.code != "000000" else "000001")
    await expect(page.get_by_role("alert")).to_have_text(say.WRONG.format(left=4))
    await locked.fits()
    await locked.types(f"{locked.link.code[:3]} {locked.link.code[3:]}")
    await expect(page.get_by_role("heading", name=say.READY_TITLE)).to_be_visible()
    await expect(page.get_by_text(NAME)).to_be_visible()
    await locked.fits()
    async with page.expect_download() as coming:
        await page.get_by_role("link", name=say.SAVE_BUTTON).click()
    download = await coming.value
    assert download.suggested_filename == NAME
    assert await asyncio.to_thread(Path(await download.path()).read_bytes) == WORKBOOK


async def test_the_page_with_the_file_can_be_opened_in_another_program(locked: Locked) -> None:
    await locked.types(locked.link.code)
    await expect(locked.page.get_by_role("link", name=say.SAVE_BUTTON)).to_be_visible()
    await locked.page.context.clear_cookies()
    await locked.page.reload()
    await expect(locked.page.get_by_role("link", name=say.SAVE_BUTTON)).to_be_visible()
