"""Links to files that a channel could not carry: whole, until they expire, and no more than so many at once."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from aiohttp.test_utils import TestClient, TestServer
from yarl import URL

from bot.conversation.channel import FileLink
from bot.domain.errors import Missing
from bot.messages import Attachment, AttachmentKind
from bot.texts import open_files as say
from channels.server import application
from channels.web.open_files import PER_CLIENT, PER_LINK, PRIVATE_LIFE, PUBLIC_LIFE, OpenFiles
from tests.channels.samples import photo
from tests.channels.web.files.conftest import AGENTS, LAN, NOW, Browser, Town


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


async def test_only_a_kept_file_has_a_link(files: OpenFiles) -> None:
    with pytest.raises(Missing):
        await files.link(LAN, Attachment(kind=AttachmentKind.PHOTO, remote="abc"))


@pytest.mark.parametrize("damage", [None, b"other bytes"])
async def test_a_file_that_is_missing_or_damaged_is_regretted_with_a_code_that_stands_in_the_log(
    damage: bytes | None, film: str, town: Town, browser: Browser, capfd: pytest.CaptureFixture[str]
) -> None:
    digest = await town.store.files.put(b"mp4 film")
    path = town.store.files.path(digest)
    path.unlink() if damage is None else path.write_bytes(damage)
    answer = await browser.get(film)
    page, logged = await answer.text(), "".join(capfd.readouterr())
    code = page.partition("báo phường mã ")[2][:8]
    assert (answer.status, answer.content_type) == (500, "text/html")
    assert say.PROBLEMS["failed"].format(code=code) in page
    assert f"code={code}" in logged
    assert "restore a backup" in logged
    assert str(URL(film).parent.name) not in logged, "the log would open the file"
