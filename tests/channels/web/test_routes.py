"""The web chat's routes by themselves: bad input, strange visitors, links, places in the log."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from io import BytesIO
from typing import Any

import aiohttp
import pytest
import pytest_asyncio

from bot.messages import Attachment, AttachmentKind, Reply
from channels.web.accounts import CHAT_COOKIE
from channels.web.limits import LINK_LIFE, MAX_BODY, MAX_FILE, MAX_FILES
from channels.web.links import Links
from tests.channels.samples import photo
from tests.channels.web.harness import SECRET_KEY, WebChat, web_chat, web_chat_at

JSON = {"Content-Type": "application/json"}


@pytest_asyncio.fixture
async def lan() -> AsyncIterator[WebChat]:
    async with web_chat() as chat:
        yield chat


async def posted(lan: WebChat, body: str | bytes) -> tuple[int, dict[str, Any]]:
    answer = await lan.browser.post("/chat/lines", data=body, headers=JSON)
    return answer.status, await answer.json()


@pytest.mark.parametrize(
    ("body", "status", "problem"),
    [
        ("", 400, "bad_line"),
        ("{", 400, "bad_line"),
        ("[]", 400, "bad_line"),
        ("null", 400, "bad_line"),
        ("[" * 50_000, 400, "bad_line"),
        (b"\xff\xfe{}", 400, "bad_line"),
        ('{"text": "412"}', 400, "bad_line"),
        ('{"id": "../../../etc", "text": "412"}', 400, "bad_line"),
        ('{"id": "line-0001", "text": 412}', 400, "bad_line"),
        ('{"id": "line-0001", "text": "\\ud83d"}', 400, "bad_line"),
        ('{"id": "line-0001", "choice": "\\ud83d"}', 400, "bad_line"),
        ('{"id": "line-0001", "choice": "' + "x" * 65 + '"}', 400, "bad_line"),
        ('{"id": "line-0001"}', 400, "empty"),
        ('{"id": "line-0001", "text": " \\n\\u0000 "}', 400, "empty"),
        ('{"id": "line-0001", "text": "' + "x" * 4_001 + '"}', 400, "too_long"),
        ('{"id": "line-0001", "text": "' + "x" * MAX_BODY + '"}', 413, "body_too_big"),
    ],
)
async def test_a_line_that_cannot_be_used_gets_a_sentence_and_is_not_stored(
    lan: WebChat, body: str | bytes, status: int, problem: str
) -> None:
    answer = await posted(lan, body)
    assert (answer[0], answer[1]["problem"]) == (status, problem)
    assert answer[1]["sentence"].endswith(".")
    assert "{" not in answer[1]["sentence"]
    assert not lan.inbox.stored


async def test_four_thousand_letters_with_marks_are_taken(lan: WebChat) -> None:
    assert await lan.types("ộ" * 4_000)


async def test_the_limit_counts_letters_as_people_do(lan: WebChat) -> None:
    """A phone that sends o, dot and hat apart sends no longer text."""
    assert await lan.types("o\u0323\u0302" * 4_000)


async def test_a_line_of_one_chat_does_not_use_up_the_id_of_another(lan: WebChat) -> None:
    await posted(lan, '{"id": "line-0001", "text": "412"}')
    lan.browser.session.cookie_jar.update_cookies({CHAT_COOKIE: "T" * 43})
    await posted(lan, '{"id": "line-0001", "text": "500"}')
    assert len(lan.inbox.stored) == 2


@pytest.mark.parametrize("path", ["/chat/lines", "/chat/upload", "/chat/join/a-whole-token"])
async def test_another_sites_page_cannot_post_in_the_visitors_name(lan: WebChat, path: str) -> None:
    answer = await lan.browser.post(path, data=b"{}", headers={"Origin": "https://elsewhere.example"})
    assert answer.status == 403
    assert not lan.inbox.stored


@pytest.mark.parametrize("origin", [{"Origin": "https://elsewhere.example"}, {"Origin": "null"}, {}])
async def test_another_sites_page_cannot_listen(lan: WebChat, origin: dict[str, str]) -> None:
    with pytest.raises(aiohttp.WSServerHandshakeError, match="403"):
        await lan.browser.ws_connect("/chat/socket", headers=origin)


async def test_our_own_page_can_listen_behind_its_public_address(lan: WebChat) -> None:
    async with lan.browser.ws_connect("/chat/socket", headers={"Origin": "http://khom.example"}) as socket:
        assert (await socket.receive_json())["lines"] == []
        await lan.reply(Reply(text="Chào bà Lan."))
        assert (await socket.receive_json())["lines"][0]["text"] == "Chào bà Lan."


async def test_a_socket_is_answered_when_the_page_wonders_about_news(lan: WebChat) -> None:
    async with lan.browser.ws_connect("/chat/socket", headers={"Origin": "http://khom.example"}) as socket:
        await socket.receive_json()
        lan.log.add(lan.lan, Reply(text="Của tiến trình khác."))  # another process has written it: no bell rings here
        await socket.send_str("?")
        assert (await socket.receive_json())["lines"][0]["text"] == "Của tiến trình khác."


@pytest.mark.parametrize("path", ["/chat/lines", "/chat/socket"])
async def test_nobody_reads_a_chat_without_its_cookie(lan: WebChat, path: str) -> None:
    await lan.reply(Reply(text="Chào bà Lan."))
    lan.browser.session.cookie_jar.clear()
    answer = await lan.browser.get(path, params={"chat": lan.lan.chat}, headers={"Origin": "http://khom.example"})
    assert answer.status == 403
    assert "tải lại trang" in (await answer.json())["sentence"]


@pytest.mark.parametrize("public_url", ["https://khom.example", "http://khom.example"])
async def test_the_cookie_is_for_the_server_only_and_travels_encrypted_where_it_can(public_url: str) -> None:
    async with web_chat_at(public_url) as lan:
        cookie = (await lan.browser.get("/chat/")).cookies[CHAT_COOKIE]
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/chat")
    assert bool(cookie["secure"]) == public_url.startswith("https:")


async def test_the_page_does_not_contain_the_secret(lan: WebChat) -> None:
    answer = await lan.browser.get("/chat/")
    page = await answer.text()
    assert lan.lan.chat in page
    assert answer.cookies[CHAT_COOKIE].value not in page


async def test_looking_at_an_invitation_does_not_use_it(lan: WebChat) -> None:
    for _ in range(3):
        assert (await lan.browser.get("/chat/join/a-whole-token")).ok
    assert not lan.inbox.stored


async def test_pressing_the_invitations_button_twice_is_joining_once(lan: WebChat) -> None:
    await lan.browser.get("/chat/join/a-whole-token")
    for _ in range(2):
        await lan.browser.post("/chat/join/a-whole-token")
    assert len(lan.inbox.offered) == 2
    assert len(lan.inbox.stored) == 1


async def test_a_new_person_in_the_same_browser_gets_an_account_of_her_own(lan: WebChat) -> None:
    await lan.opens_invitation("the-token-of-lan")
    first = lan.lan
    await lan.opens_invitation("the-token-of-minh")
    assert lan.lan != first


@pytest.mark.parametrize("token", ["short", "x" * 129, "kh%C3%B3m-m%E1%BB%99t-hai", "a%2Fb-whole-token"])
async def test_a_damaged_invitation_link_says_what_to_do(lan: WebChat, token: str) -> None:
    answer = await lan.browser.get(f"/chat/join/{token}", headers={"Accept": "text/html"})
    assert answer.status == 404
    assert "<h1>" in await answer.text()


async def upload(lan: WebChat, *files: bytes, line_id: str = "line-0001") -> tuple[int, dict[str, Any]]:
    form = aiohttp.FormData(quote_fields=False)  # as browsers do
    form.add_field("id", line_id)
    for number, content in enumerate(files):
        form.add_field("file", BytesIO(content), filename=f"C:\\ảnh\\{number}.jpg", content_type="image/jpeg")
    answer = await lan.browser.post("/chat/upload", data=form)
    return answer.status, await answer.json()


async def test_a_file_is_what_its_bytes_say_and_is_named_without_a_path(lan: WebChat) -> None:
    assert (await upload(lan, photo(), b"%PDF-1.7 a paper", b"nothing known"))[0] == 200
    incoming = lan.channel.parse(lan.inbox.stored[0])
    assert incoming
    assert [(file.name, file.kind, file.mime) for file in incoming.attachments] == [
        ("0.jpg", AttachmentKind.PHOTO, "image/jpeg"),
        ("1.jpg", AttachmentKind.DOCUMENT, "application/pdf"),
        ("2.jpg", AttachmentKind.DOCUMENT, "application/octet-stream"),
    ]


async def test_a_file_over_the_limit_is_refused_by_name(lan: WebChat) -> None:
    status, answer = await upload(lan, bytes(MAX_FILE + 1))
    assert status == 413
    assert "“0.jpg” lớn quá 20 MB" in answer["sentence"]
    assert not lan.inbox.stored
    assert not lan.files.kept


async def test_a_file_of_exactly_the_limit_is_taken(lan: WebChat) -> None:
    assert (await upload(lan, bytes(MAX_FILE)))[0] == 200


@pytest.mark.parametrize(
    ("files", "status", "problem"),
    [((b"",), 400, "file_empty"), ((), 400, "bad_line"), ((b"x",) * (MAX_FILES + 1), 413, "too_many_files")],
)
async def test_uploads_that_cannot_be_used_are_explained(
    lan: WebChat, files: tuple[bytes, ...], status: int, problem: str
) -> None:
    answer = await upload(lan, *files)
    assert (answer[0], answer[1]["problem"]) == (status, problem)
    assert not lan.inbox.stored


async def test_a_broken_upload_is_explained(lan: WebChat) -> None:
    headers = {"Content-Type": "multipart/form-data; boundary=x"}
    answer = await lan.browser.post("/chat/upload", data=b"--y\r\nnothing", headers=headers)
    assert answer.status == 400


async def file_link(lan: WebChat, content: bytes, name: str) -> str:
    digest = await lan.keep(content)
    await lan.reply(
        Reply(text="Đây ạ.", attachments=(Attachment(kind=AttachmentKind.DOCUMENT, name=name, digest=digest),))
    )
    link: str = (await lan.lines())[-1]["files"][0]["href"]
    return link


async def test_a_file_link_gives_the_file_more_than_once(lan: WebChat) -> None:
    link = await file_link(lan, b"PK\x03\x04 a workbook", "Tổng hợp.xlsx")
    for _ in range(2):
        answer = await lan.browser.get(link)
        assert await answer.read() == b"PK\x03\x04 a workbook"
        assert "filename*=UTF-8''T%E1%BB%95ng%20h%E1%BB%A3p.xlsx" in answer.headers["Content-Disposition"]


async def test_a_page_that_was_uploaded_is_saved_and_never_opened_as_ours(lan: WebChat) -> None:
    answer = await lan.browser.get(await file_link(lan, b"<script>alert(1)</script>", "trang.html"))
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


async def test_a_file_link_is_of_no_use_to_others(lan: WebChat) -> None:
    link = await file_link(lan, b"a report", "a.docx")
    lan.browser.session.cookie_jar.update_cookies({CHAT_COOKIE: "T" * 43})
    assert (await lan.browser.get(link)).status == 404


@pytest.mark.parametrize("change", [("name=a.docx", "name=b.html"), ("expires=", "expires=9"), ("sign=", "sign=0")])
async def test_a_file_link_cannot_be_changed(lan: WebChat, change: tuple[str, str]) -> None:
    link = await file_link(lan, b"a report", "a.docx")
    assert (await lan.browser.get(link.replace(*change))).status == 404


async def test_a_file_link_expires_and_says_so(lan: WebChat) -> None:
    link = await file_link(lan, b"a report", "a.docx")
    lan.log.now += LINK_LIFE + timedelta(seconds=2)
    answer = await lan.browser.get(link, headers={"Accept": "text/html"})
    assert answer.status == 410
    assert "hết hạn" in await answer.text()


async def test_a_link_of_another_installation_is_refused(lan: WebChat) -> None:
    file = Attachment(kind=AttachmentKind.PHOTO, name="a.jpg", digest=await lan.keep(photo()))
    assert (await lan.browser.get(Links(SECRET_KEY, lan.log.clock).link(lan.lan.chat, file))).ok
    assert (await lan.browser.get(Links(b"another key", lan.log.clock).link(lan.lan.chat, file))).status == 404


async def test_nothing_is_taken_before_the_engine_listens(lan: WebChat) -> None:
    other = WebChat()
    async with other.browser:
        answer = await other.browser.post("/chat/lines", json={"id": "line-0001", "text": "412"})
        assert answer.status == 503


async def test_a_file_that_is_lost_is_regretted_on_a_page(lan: WebChat) -> None:
    await upload(lan, photo())
    link: str = (await lan.lines())[-1]["files"][0]["href"]
    lan.files.kept.clear()
    answer = await lan.browser.get(link, headers={"Accept": "text/html"})
    assert (answer.status, answer.content_type) == (500, "text/html")
    assert "xin báo phường mã" in await answer.text()
    assert (await (await lan.browser.get(link)).json())["problem"] == "failed"
