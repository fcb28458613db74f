"""Opens a file behind a link in a chat: the link alone, or with the code that stands below it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

import aiohttp

from bot.texts import zalo
from tests.support.talk.phone import SeenFile

LINK = re.compile(r"https?://\S+/files/\S+")
NAME = re.compile(re.escape(zalo.FILE.partition("\n")[0]).replace(r"\{name\}", "(.+)"))
CODE = re.compile(re.escape(zalo.CODE).replace(r"\{code\}", r"([\d ]+)"))
SAVE = re.compile(r'<a class="big" href="([^"]+)"')


def linked_files(text: str) -> Iterator[SeenFile]:
    """The files that a message links to, in its order."""
    lines = text.splitlines()
    for place, line in enumerate(lines):
        if link := LINK.search(line):
            named = NAME.fullmatch(lines[place - 1]) if place else None
            below = CODE.fullmatch(lines[place + 1]) if place + 1 < len(lines) else None
            code = below[1] if below else ""
            yield SeenFile(name=named[1] if named else "", fetch=partial(open_link, link[0], code))


async def open_link(link: str, code: str = "") -> bytes:
    """What a phone's browser saves: at once, or after the code was entered and the button pressed."""
    async with aiohttp.ClientSession() as browser:
        if not code:
            async with browser.get(link) as answer:
                assert answer.ok, await answer.text()
                return await answer.read()
        async with browser.get(link) as page:
            assert page.ok, await page.text()
        async with browser.post(link, data={"code": code}) as opened:
            save = SAVE.search(await opened.text())
        assert save, "the code opens nothing"
        async with browser.get(opened.url.join(type(opened.url)(save[1]))) as answer:
            assert answer.ok, await answer.text()
            return await answer.read()
