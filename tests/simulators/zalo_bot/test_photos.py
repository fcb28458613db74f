"""sendPhoto fetches the picture, twice, and takes nothing else."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from tests.channels.samples import photo
from tests.simulators.zalo_bot.conftest import Opened, Platform


class Shelf:
    """A server with a picture that can be had so often, and a page."""

    def __init__(self) -> None:
        self.times = 99
        self.base = ""

    async def picture(self, request: web.Request) -> web.Response:
        self.times -= 1
        if self.times < 0:
            return web.Response(status=410)
        return web.Response(body=photo(), content_type="image/jpeg")

    async def page(self, request: web.Request) -> web.Response:
        return web.Response(text="<html>Mã?</html>", content_type="text/html")


@pytest.fixture
async def shelf() -> AsyncIterator[Shelf]:
    shelf, app = Shelf(), web.Application()
    app.router.add_get("/picture", shelf.picture)
    app.router.add_get("/page", shelf.page)
    async with TestServer(app) as server:
        shelf.base = str(server.make_url("")).rstrip("/")
        yield shelf


async def test_the_picture_behind_a_link_is_seen_with_its_caption(zalo: Platform, shelf: Shelf) -> None:
    chat = await zalo.knows_lan()
    sent = await zalo.gets("sendPhoto", chat_id=chat, photo=f"{shelf.base}/picture", caption="Ngày hội")
    assert sent["message_type"] == "CHAT_PHOTO"
    assert zalo.lan.screen[-1].content.photo == photo()
    assert zalo.lan.screen[-1].text == "Ngày hội"
    assert shelf.times == 97
    assert zalo.problems == []


async def test_a_link_for_one_time_shows_a_black_picture(zalo: Platform, shelf: Shelf) -> None:
    chat = await zalo.knows_lan()
    shelf.times = 1
    await zalo.gets("sendPhoto", chat_id=chat, photo=f"{shelf.base}/picture")
    assert zalo.lan.screen[-1].content.photo == b""
    assert "only once" in zalo.problems[0]


@pytest.mark.parametrize("path", ["page", "nothing"])
async def test_what_is_no_picture_is_refused(zalo: Platform, shelf: Shelf, path: str) -> None:
    chat = await zalo.knows_lan()
    refused = await zalo.is_refused("sendPhoto", chat_id=chat, photo=f"{shelf.base}/{path}")
    assert refused == "Bad request: The photo URL is invalid"
    assert zalo.problems


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("data:image/png;base64,iVBORw0KGgo=", "The photo must start with http:// or https://"),
        ("https://upload.wikimedia.org/a.png", "The photo URL is invalid"),
        ("", "The photo must not be empty"),
    ],
)
async def test_the_measured_refusals(zalo: Platform, link: str, words: str) -> None:
    chat = await zalo.knows_lan()
    assert await zalo.is_refused("sendPhoto", chat_id=chat, photo=link) == f"Bad request: {words}"


async def test_the_real_platform_fetches_nothing_from_an_own_machine(platform: Opened, shelf: Shelf) -> None:
    async with platform(local=False) as zalo:
        chat = await zalo.knows_lan()
        assert await zalo.is_refused("sendPhoto", chat_id=chat, photo=f"{shelf.base}/picture")
