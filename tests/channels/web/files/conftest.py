"""The server of linked files with a database behind it, and browsers that follow what they are given."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest
from aiohttp import ClientResponse, web
from aiohttp.test_utils import TestClient, TestServer
from yarl import URL

from bot.app.file_links import StoredFileLedger
from bot.conversation.channel import FileLink
from bot.messages import Address, Attachment, AttachmentKind
from channels.server import application
from channels.web.open_files import OpenFiles
from storage.store import Store

NOW = datetime(2020, 12, 15, 2, 0, tzinfo=UTC)
LAN = Address(channel="zalo_bot", bot="12345", chat="lan")
REPORT = "Tổng hợp Đồng Tháp quý IV.xlsx"
AGENTS = {"phone": {"User-Agent": "Mozilla/5.0"}, "vendor": {"User-Agent": "ZaloPC-win32"}}
Answer = ClientResponse


@dataclass(slots=True)
class Town:
    """The running server with a database behind it, and a clock that a test can push."""

    store: Store
    now: datetime = NOW
    secret_key: bytes = b"key"

    def clock(self) -> datetime:
        return self.now

    def process(self) -> OpenFiles:
        """One process; a second one, or the next life, knows what this one knew."""
        return OpenFiles(
            secret_key=self.secret_key,
            public_url="https://khom.vn/",
            clock=self.clock,
            read_file=self.store.files.read,
            ledger=StoredFileLedger(self.store),
        )

    async def keep(self, content: bytes, name: str, *, public: bool = False) -> Attachment:
        digest = await self.store.files.put(content)
        return Attachment(kind=AttachmentKind.DOCUMENT, name=name, size=len(content), digest=digest, public=public)

    async def is_well(self) -> bool:
        return True


@dataclass(slots=True)
class Browser:
    """One browser, which follows what it is given."""

    client: TestClient[web.Request, web.Application]

    async def get(self, url: str | URL, **headers: str) -> Answer:
        return await self.client.get(local(url), headers=headers, allow_redirects=False)

    async def types(self, url: str | URL, code: str) -> Answer:
        return await self.client.post(local(url), data={"code": code}, allow_redirects=False)

    async def ticket(self, link: FileLink) -> str:
        """The page behind the code."""
        answer = await self.types(link.url, link.code)
        assert answer.status == 303, await answer.text()
        return answer.headers["Location"]


@pytest.fixture
def town(sqlite_store: Store) -> Town:
    return Town(sqlite_store)


@pytest.fixture
def files(town: Town) -> OpenFiles:
    return town.process()


@pytest.fixture
async def browser(town: Town, files: OpenFiles) -> AsyncIterator[Browser]:
    async with TestClient(TestServer(application([files.mount], healthy=town.is_well))) as client:
        yield Browser(client)


@pytest.fixture
async def film(town: Town, files: OpenFiles) -> str:
    """A public file."""
    return (await files.link(LAN, await town.keep(b"mp4 film", "phim cúp nước.mp4", public=True))).url


@pytest.fixture
async def report(town: Town, files: OpenFiles) -> FileLink:
    """A file that concerns people."""
    return await files.link(LAN, await town.keep(b"PK\x03\x04 a workbook", REPORT))


def local(url: str | URL) -> URL:
    """The address on the test's own server."""
    absolute = URL(url)
    return absolute.relative() if absolute.absolute else absolute
