"""Links to files that a channel could not carry: for whoever has one, whole, and until it expires."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from yarl import URL

from bot.messages import Attachment, AttachmentKind
from channels.web.open_files import LINK_LIFE, OpenFiles

NOW = datetime(2020, 12, 15, 2, 0, tzinfo=UTC)
DIGEST = "ab" * 32
FILM = Attachment(kind=AttachmentKind.DOCUMENT, name="phim cúp nước.mp4", size=3, digest=DIGEST)


class Hands:
    """A clock that a test can push, and the one file there is."""

    def __init__(self) -> None:
        self.now = NOW

    def clock(self) -> datetime:
        return self.now

    async def read(self, digest: str) -> bytes:
        assert digest == DIGEST
        return b"mp4"


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def files(hands: Hands) -> OpenFiles:
    return OpenFiles(secret_key=b"key", public_url="https://khom.vn/", clock=hands.clock, read_file=hands.read)


@pytest.fixture
async def browser(files: OpenFiles) -> AsyncIterator[TestClient[web.Request, web.Application]]:
    app = web.Application()
    files.mount(app)
    async with TestClient(TestServer(app)) as client:
        yield client


async def test_a_link_is_followed_as_often_as_you_like(
    files: OpenFiles, browser: TestClient[web.Request, web.Application]
) -> None:
    link = URL(files.link(FILM))
    assert link.origin() == URL("https://khom.vn")
    for _ in range(2):
        answer = await browser.get(link.relative())
        assert (answer.status, await answer.read()) == (200, b"mp4")
        assert answer.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''phim%20c")


@pytest.mark.parametrize("changed", ["name", "expires", "sign"])
async def test_a_link_that_is_not_whole_opens_nothing(
    files: OpenFiles, browser: TestClient[web.Request, web.Application], changed: str
) -> None:
    link = URL(files.link(FILM)).relative()
    assert (await browser.get(link.update_query({changed: "9999999999"}))).status == 404
    assert (await browser.get(link.with_query(None))).status == 404
    assert (await browser.get(link.with_path(f"/files/{'cd' * 32}", keep_query=True))).status == 404


async def test_a_link_expires(
    files: OpenFiles, hands: Hands, browser: TestClient[web.Request, web.Application]
) -> None:
    link = URL(files.link(FILM)).relative()
    hands.now = NOW + LINK_LIFE - timedelta(minutes=1)
    assert (await browser.get(link)).status == 200
    hands.now = NOW + LINK_LIFE + timedelta(minutes=1)
    assert (await browser.get(link)).status == 410
