"""What concerns people opens with the code of the chat: once, for half an hour, and not to who guesses."""

from __future__ import annotations

from datetime import timedelta

import pytest
from aiohttp.test_utils import TestClient, TestServer
from yarl import URL

from bot.conversation.channel import FileLink
from bot.texts import open_files as say
from channels.server import application
from channels.web.file_ledger import MOST_WRONG, OPEN_FOR
from channels.web.open_files import OpenFiles
from tests.channels.web.files.conftest import AGENTS, LAN, REPORT, Browser, Town, local


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


@pytest.mark.parametrize("how", ["{a} {b}", " {a}-{b} ", "{a}.{b}", "Mã mở tệp: {a}{b}"])
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
    assert again.code != report.code
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


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("multipart/form-data", b"code=042715"),
        ("application/x-www-form-urlencoded; charset=xyz", b"code=042715"),
        ("application/x-www-form-urlencoded", b"code=\xff\xfe"),
        ("application/json", b'{"code": "042715"}'),
    ],
)
async def test_what_our_page_did_not_send_is_no_code_and_is_not_counted(
    report: FileLink, browser: Browser, kind: str, body: bytes
) -> None:
    for _ in range(MOST_WRONG + 1):
        answer = await browser.client.post(local(report.url), data=body, headers={"Content-Type": kind})
        assert (answer.status, say.NO_CODE in await answer.text()) == (422, True)


async def test_a_number_that_is_given_again_after_an_old_backup_came_back_is_another_link(
    report: FileLink, town: Town, files: OpenFiles, browser: Browser
) -> None:
    await town.store.transact(lambda tx: tx.connection.exec_driver_sql("DELETE FROM file_links").close())
    await town.store.transact(lambda tx: tx.connection.exec_driver_sql("DELETE FROM sqlite_sequence").close())
    town.now += timedelta(hours=1)
    again = await files.link(LAN, await town.keep(b"PK\x03\x04 a workbook", REPORT))
    assert URL(again.url).name.partition("-")[0] == URL(report.url).name.partition("-")[0]
    assert (await browser.get(report.url)).status == 404
    assert (await browser.types(again.url, report.code)).status == 422


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


def wrong(link: FileLink) -> str:
    return f"{(int(link.code) + 1) % 10**6:06}"
