"""Opens files behind links in a chat, as a phone's browser does: at once, or with the code that stands below."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from html import unescape
from urllib.parse import urljoin

import aiohttp

from bot.texts import zalo as say
from tests.support.talk.phone import SeenFile

FILE = re.compile(
    rf"(?:{re.escape(say.FILE.partition('{')[0])}(?P<name>.+):|{re.escape(say.FILE_NAMELESS.partition('{')[0].strip())})"
    rf"\n(?P<link>https?://\S+)"
    rf"(?:\n{re.escape(say.CODE.partition('{')[0])}(?P<code>\S+))?"
)
"""A link to a file, with the code that opens it."""
SAVE = re.compile(r'<a class="big" href="([^"]+)"')
"""The button of the page behind the code."""


def linked_files(text: str) -> Iterator[SeenFile]:
    """The files that a message links to, in its order."""
    for found in FILE.finditer(text):
        yield SeenFile(name=found["name"] or "", fetch=partial(open_link, found["link"], found["code"] or ""))


async def open_link(link: str, code: str = "") -> bytes:
    """What the browser saves."""
    async with aiohttp.ClientSession() as browser:
        return await _got(browser, await _behind_code(browser, link, code) if code else link)


async def _behind_code(browser: aiohttp.ClientSession, link: str, code: str) -> str:
    """Where the file is, once the code is typed into the page."""
    async with browser.post(link, data={"code": code}) as page:
        opened = SAVE.search(await page.text())
        assert opened, await page.text()
        return urljoin(str(page.url), unescape(opened[1]))


async def _got(browser: aiohttp.ClientSession, link: str) -> bytes:
    async with browser.get(link) as answer:
        assert answer.ok, await answer.text()
        return await answer.read()
