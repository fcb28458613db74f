"""Links to files that a channel could not carry: whole, until they expire, with a code where they concern people."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

import pytest
from aiohttp import ClientResponse, web
from aiohttp.test_utils import TestClient, TestServer
from yarl import URL

from bot.app.file_links import StoredFileLedger
from bot.conversation.channel import FileLink
from bot.domain.errors import Missing
from bot.messages import Address, Attachment, AttachmentKind
from bot.texts import open_files as say
from channels.server import application
from channels.web.file_ledger import MOST_WRONG, OPEN_FOR
from channels.web.open_files import PER_CLIENT, PER_LINK, PRIVATE_LIFE, PUBLIC_LIFE, OpenFiles
from storage.store import Store
from tests.channels.samples import photo

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


async def test_a_public_file_is_fetched_as_often_as_you_like(film: str, browser: Browser) -> None:
    assert URL(film).origin() == URL("https://khom.vn")
    for headers in AGENTS.values():
        answer = await browser.get(film, **headers)
        assert (answer.status, await answer.read()) == (200, b"mp4 film")
        assert answer.content_type == "video/mp4"
        assert 'filename="phim cup nuoc.mp4"' in answer.headers["Content-Disposition"]
        assert "filename*=UTF-8''phim%20c%C3%BAp%20n%C6%B0%E1%BB%9Bc.mp4" in answer.headers["Content-Disposition"]


async def test_only_its_head_or_a_part_of_it_can_be_asked_for(film: str, browser: Browser) -> None:
    head = await browser.client.head(URL(film).relative())
    assert (head.status, head.headers["Content-Length"], await head.read()) == (200, "8", b"")
    part = await browser.get(film, Range="bytes=4-")
    assert (part.status, part.headers["Content-Range"], await part.read()) == (206, "bytes 4-7/8", b"film")
    assert (await browser.get(film, Range="bytes=9-")).status == 416


async def test_an_address_of_a_public_file_ends_like_its_name(town: Town, files: OpenFiles) -> None:
    named = await town.keep(b"x", "Áp phích.PDF", public=True)
    assert (await files.link(LAN, named)).url.endswith("/tep.pdf")
    picture = replace(named, kind=AttachmentKind.PHOTO, name="")
    assert (await files.link(LAN, picture)).url.endswith("/tep.jpg")
    for strange in ("a/../../b", "x.<script>", "không đuôi.", "a.tar gz"):
        url = (await files.link(LAN, await town.keep(b"x", strange, public=True))).url
        assert URL(url).name == "tep"


async def test_a_picture_is_shown_and_everything_else_is_saved(town: Town, files: OpenFiles, browser: Browser) -> None:
    picture = await browser.get((await files.link(LAN, await town.keep(photo(), "a.jpg", public=True))).url)
    assert picture.content_type == "image/jpeg"
    assert picture.headers["Content-Disposition"].startswith("inline")
    for name in ("trang.html", "hinh.svg", "du-lieu.xml", "ma.js"):
        page = await browser.get((await files.link(LAN, await town.keep(b"<svg/>", name, public=True))).url)
        assert page.content_type == "application/octet-stream"
        assert page.headers["Content-Disposition"].startswith("attachment")


async def test_nobody_keeps_finds_or_passes_on_what_is_behind_a_link(
    film: str, report: FileLink, browser: Browser
) -> None:
    for url in (film, report.url, report.url + "x"):
        headers = (await browser.get(url)).headers
        assert headers["Cache-Control"] == "private, no-store"
        assert "noindex" in headers["X-Robots-Tag"]
        assert headers["Referrer-Policy"] == "no-referrer"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in headers["Content-Security-Policy"]


async def test_a_link_that_is_not_whole_opens_nothing(
    film: str, report: FileLink, town: Town, files: OpenFiles, browser: Browser
) -> None:
    other = await files.link(LAN, await town.keep(b"other", "b.txt", public=True))
    number, expires, sign = URL(film).parts[2].split("-")
    strange = [
        f"{int(number) + 1}-{expires}-{sign}",
        f"{number}-{int(expires) + 1}-{sign}",
        f"{number}-{expires}-{'0' * 32}",
        f"{number}-{expires}-{URL(other.url).parts[2].split('-')[2]}",
        f"{number}-{expires}",
        "..",
        "%2e%2e%2fkhombot.sqlite",
        "1-9999999999-" + "%C3%A0" * 32,
        "%D9%A1-9999999999-" + "0" * 32,
        "x" * 5000,
    ]
    for link in strange:
        answer = await browser.get(URL(f"/files/{link}", encoded=True))
        assert answer.status == 404, link
    for tail in ("", "/tep.txt", "/a/b", "/a/b/c"):
        assert (await browser.get(f"{report.url}x{tail}")).status == 404
    assert say.PROBLEMS["not_whole"] in await (await browser.get(f"{film[:-12]}/tep")).text()


async def test_links_signed_with_another_secret_open_nothing(film: str, town: Town) -> None:
    town.secret_key = b"another"
    app = application([town.process().mount], healthy=town.is_well)
    async with TestClient(TestServer(app)) as client:
        assert (await Browser(client).get(film)).status == 404


@pytest.mark.parametrize("public", [True, False])
async def test_a_link_expires(public: bool, town: Town, files: OpenFiles, browser: Browser) -> None:
    link = await files.link(LAN, await town.keep(b"x", "a.pdf", public=public))
    life = PUBLIC_LIFE if public else PRIVATE_LIFE
    town.now = NOW + life - timedelta(minutes=1)
    assert (await browser.get(link.url)).status == 200
    town.now = NOW + life + timedelta(minutes=1)
    answer = await browser.get(link.url)
    assert (answer.status, say.PROBLEMS["expired"] in await answer.text()) == (410, True)
    if not public:
        assert (await browser.types(link.url, link.code)).status == 410


async def test_what_concerns_people_asks_for_a_code_and_tells_nothing_before(
    report: FileLink, browser: Browser
) -> None:
    assert len(report.code) == 6
    assert report.code.isdigit()
    page = await (await browser.get(report.url)).text()
    assert say.ASK_TEXT in page
    for secret in ("Tổng hợp", report.code, "workbook"):
        assert secret not in page + report.url.rpartition("/")[2].rpartition("-")[0]


async def test_the_right_code_leads_to_the_file(report: FileLink, browser: Browser) -> None:
    ready = await browser.ticket(report)
    page = await (await browser.get(ready)).text()
    assert REPORT in page
    assert f'href="{ready}/tep.xlsx"' in page
    for headers in AGENTS.values():  # a program that loads files knows no cookie
        answer = await browser.get(f"{ready}/tep.xlsx", **headers)
        assert (answer.status, await answer.read()) == (200, b"PK\x03\x04 a workbook")
        assert "spreadsheetml" in answer.content_type
        assert 'filename="Tong hop Dong Thap quy IV.xlsx"' in answer.headers["Content-Disposition"]
    part = await browser.get(f"{ready}/tep.xlsx", Range="bytes=0-1")
    assert (part.status, await part.read()) == (206, b"PK")


@pytest.mark.parametrize("how", ["{a} {b}", " {a}-{b} ", "{a}.{b}"])
async def test_the_code_may_be_typed_as_it_is_read(how: str, report: FileLink, browser: Browser) -> None:
    typed = how.format(a=report.code[:3], b=report.code[3:])
    assert (await browser.types(report.url, typed)).status == 303
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in report.code)
    assert (await browser.types(report.url, wide)).status == 303


async def test_what_is_no_code_is_explained_and_not_counted(report: FileLink, browser: Browser) -> None:
    for typed in ("", "12345", "1234567", "mã số", "<b>1</b>", "\u0661" * 6):
        answer = await browser.types(report.url, typed)
        page = await answer.text()
        assert (answer.status, say.NO_CODE in page, "<b>1</b>" in page) == (422, True, False)
    assert (await browser.types(report.url, report.code)).status == 303


async def test_after_five_wrong_codes_even_the_right_one_is_refused(
    report: FileLink, town: Town, files: OpenFiles, browser: Browser
) -> None:
    for left in range(MOST_WRONG - 1, 0, -1):
        answer = await browser.types(report.url, wrong(report))
        assert (answer.status, say.WRONG.format(left=left) in await answer.text()) == (422, True)
    answer = await browser.types(report.url, wrong(report))
    assert (answer.status, say.PROBLEMS["locked"] in await answer.text()) == (403, True)
    assert (await browser.types(report.url, report.code)).status == 403
    assert (await browser.get(report.url)).status == 403
    again = await files.link(LAN, await town.keep(b"PK\x03\x04 a workbook", REPORT))
    assert (again.url, again.code) != (report.url, report.code)
    assert (await browser.types(again.url, again.code)).status == 303


async def test_wrong_codes_are_counted_across_processes(report: FileLink, town: Town, browser: Browser) -> None:
    for _ in range(MOST_WRONG - 1):
        await browser.types(report.url, wrong(report))
    app = application([town.process().mount], healthy=town.is_well)
    async with TestClient(TestServer(app)) as client:
        assert (await Browser(client).types(report.url, wrong(report))).status == 403
    assert (await browser.types(report.url, report.code)).status == 403


async def test_a_link_stays_open_for_half_an_hour_and_then_never_again(
    report: FileLink, town: Town, browser: Browser
) -> None:
    ready = await browser.ticket(report)
    town.now += OPEN_FOR - timedelta(seconds=1)
    assert await browser.ticket(report) == ready  # another browser of the same person
    assert (await browser.get(f"{ready}/tep.xlsx")).status == 200
    town.now += timedelta(seconds=1)
    for answer in (
        await browser.get(report.url),
        await browser.get(ready),
        await browser.get(f"{ready}/tep.xlsx"),
        await browser.types(report.url, report.code),
    ):
        assert (answer.status, say.PROBLEMS["used_up"] in await answer.text()) == (410, True)


async def test_the_code_or_ticket_of_one_link_opens_no_other(
    report: FileLink, town: Town, files: OpenFiles, browser: Browser
) -> None:
    other = await files.link(LAN, await town.keep(b"a case", "Hoàn cảnh.docx"))
    ticket = URL(await browser.ticket(report)).name
    assert (await browser.types(other.url, report.code)).status == 422
    for tail in (ticket, f"{ticket}/tep.docx", f"{'0' * 32}/tep.docx", "x/tep.docx"):
        assert (await browser.get(f"{other.url}/{tail}")).status == 404
    await browser.ticket(other)
    assert (await browser.get(f"{other.url}/{ticket}/tep.docx")).status == 404


async def test_a_public_file_takes_no_code(film: str, browser: Browser) -> None:
    link = str(URL(film).parent)
    assert (await browser.types(link, "042715")).status == 404
    assert (await browser.get(f"{link}/x/tep.mp4")).status == 404


async def test_too_many_requests_for_one_link_wait_and_others_do_not(
    film: str, report: FileLink, town: Town, browser: Browser
) -> None:
    for _ in range(PER_LINK):
        assert (await browser.get(film)).status == 200
    answer = await browser.get(film)
    assert (answer.status, answer.headers["Retry-After"]) == (429, "60")
    assert say.PROBLEMS["too_fast"].format(seconds=60) in await answer.text()
    assert (await browser.get(report.url)).status == 200
    town.now += timedelta(minutes=1)
    assert (await browser.get(film)).status == 200


async def test_whoever_tries_many_links_waits_and_others_do_not(film: str, browser: Browser) -> None:
    for number in range(PER_CLIENT):
        assert (await browser.get(f"/files/{number}", **{"X-Forwarded-For": "9.9.9.9, 5.6.7.8"})).status == 404
    assert (await browser.get(film, **{"X-Forwarded-For": "1.1.1.1, 5.6.7.8"})).status == 429
    assert (await browser.get(film, **{"X-Forwarded-For": "9.9.9.9"})).status == 200


async def test_it_can_be_looked_up_who_was_given_a_link_and_what_was_done_with_it(
    report: FileLink, town: Town, browser: Browser
) -> None:
    here = {"X-Forwarded-For": "113.160.12.77"}
    await browser.get(report.url, **here)
    await browser.types(report.url, wrong(report))
    ready = await browser.ticket(report)
    await browser.get(f"{ready}/tep.xlsx", **here)
    id = int(URL(report.url).name.partition("-")[0])
    given = await town.store.read(lambda tx: tx.file_links.find(id))
    assert given is not None
    assert given.address == LAN
    fetches = await town.store.read(lambda tx: tx.file_links.fetches(id))
    assert [(each.what, each.client) for each in fetches] == [
        ("asked", "113.160.12.0/24"),
        ("wrong", "127.0.0.0/24"),
        ("opened", "127.0.0.0/24"),
        ("fetched", "113.160.12.0/24"),
    ]
    (entry,) = await town.store.read(lambda tx: tx.audit.about(f"file_link:{id}"))
    assert (entry.action, entry.actor) == ("file_link_opened", None)
    assert entry.detail["file"] == given.digest[:12]


async def test_only_a_kept_file_has_a_link(files: OpenFiles) -> None:
    with pytest.raises(Missing):
        await files.link(LAN, Attachment(kind=AttachmentKind.PHOTO, remote="abc"))


def local(url: str | URL) -> URL:
    """The address on the test's own server."""
    absolute = URL(url)
    return absolute.relative() if absolute.absolute else absolute


def wrong(link: FileLink) -> str:
    return f"{(int(link.code) + 1) % 10**6:06}"
