"""What people send is fetched from the address that Zalo names, as long as it is one of the Internet."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.domain.errors import Invalid, SendError
from bot.messages import Attachment, AttachmentKind
from channels.remote_files import RemoteFiles, is_public
from tests.channels import samples

MEGABYTE = 2**20
LIMIT = 3 * MEGABYTE
HERE, OUTSIDE = RemoteFiles(limit=LIMIT, anywhere=True), RemoteFiles(limit=LIMIT)
"""Where a test's own server may be asked, and as it is outside tests."""
AAC = b"\xff\xf1\x50\x80" + b"\x00" * 60
"""The beginning of a raw ADTS stream, as Zalo's voices are."""

PRIVATE = [
    "http://127.0.0.1:{port}/photo",
    "http://localhost:{port}/photo",
    "http://0.0.0.0:{port}/photo",
    "http://127.1:{port}/photo",
    "http://2130706433:{port}/photo",
    "http://0x7f000001:{port}/photo",
    "http://[::1]:{port}/photo",
    "http://[::ffff:127.0.0.1]:{port}/photo",
    "http://[64:ff9b::7f00:1]:{port}/photo",
    "http://someone@127.0.0.1:{port}/photo",
    "http://10.0.0.7/photo",
    "http://192.168.1.1/photo",
    "http://169.254.169.254/latest/meta-data",
]


class Host:
    """Serves what Zalo's own host does, and worse; counts who came."""

    def __init__(self) -> None:
        self.visits = 0

    async def serve(self, request: web.Request) -> web.StreamResponse:
        self.visits += 1
        match request.path:
            case "/photo":
                return web.Response(body=samples.photo(), content_type="application/octet-stream")
            case "/voice":
                return web.Response(body=AAC, content_type="audio/aac")
            case "/moved":
                raise web.HTTPFound("/photo")
            case "/round":
                raise web.HTTPFound("/round")
            case "/away":
                raise web.HTTPFound("file:///etc/passwd")
            case "/page":
                return web.Response(text="<html>Liên kết đã hết hạn</html>", content_type="image/jpeg")
            case "/busy":
                return web.Response(status=503)
            case "/huge":
                return await self._huge(request)
            case _:
                return web.Response(status=404, text="gone")

    async def _huge(self, request: web.Request) -> web.StreamResponse:
        """More than anybody may send, without saying so before."""
        response = web.StreamResponse()
        await response.prepare(request)
        for _ in range(LIMIT // MEGABYTE + 2):
            await response.write(b"\xff" * MEGABYTE)
        return response


@pytest.fixture
def host() -> Host:
    return Host()


@pytest.fixture
async def server(host: Host) -> AsyncIterator[TestServer]:
    app = web.Application()
    app.router.add_get("/{anything:.*}", host.serve)
    server = TestServer(app)
    async with server:
        yield server


def photo_at(address: object) -> Attachment:
    return Attachment(kind=AttachmentKind.PHOTO, remote=None if address is None else str(address))


async def lost(media: RemoteFiles, file: Attachment) -> SendError:
    with pytest.raises(SendError) as caught:
        await media.fetch(file)
    return caught.value


async def test_a_photo_is_one_whatever_its_server_calls_it(server: TestServer) -> None:
    assert await HERE.fetch(photo_at(server.make_url("/photo"))) == samples.photo()
    assert await HERE.fetch(photo_at(server.make_url("/moved"))) == samples.photo()


async def test_a_voice_is_one_by_its_bytes(server: TestServer) -> None:
    voice = Attachment(kind=AttachmentKind.VOICE, remote=str(server.make_url("/voice")))
    assert await HERE.fetch(voice) == AAC


@pytest.mark.parametrize("path", ["/gone", "/page", "/voice", "/round", "/away"])
async def test_what_has_expired_or_is_no_picture_is_lost_for_good(server: TestServer, path: str) -> None:
    failure = await lost(HERE, photo_at(server.make_url(path)))
    assert (failure.code, failure.retryable) == ("file_lost", False)


async def test_a_page_is_no_file_unless_it_was_sent_as_one(server: TestServer) -> None:
    address = str(server.make_url("/page"))
    await lost(HERE, Attachment(kind=AttachmentKind.DOCUMENT, name="so-lieu.xlsx", remote=address))
    page = Attachment(kind=AttachmentKind.DOCUMENT, name="trang.html", remote=address)
    assert (await HERE.fetch(page)).startswith(b"<html>")


@pytest.mark.parametrize("address", [None, "", "photo.jpg", "ftp://zdn.vn/a", "file:///etc/passwd", "http://[/", "//a"])
async def test_what_is_no_address_is_lost_for_good(address: str | None) -> None:
    failure = await lost(OUTSIDE, photo_at(address))
    assert (failure.code, failure.retryable) == ("file_lost", False)


async def test_a_host_that_is_busy_may_be_asked_again(server: TestServer) -> None:
    assert (await lost(HERE, photo_at(server.make_url("/busy")))).retryable
    assert (await lost(HERE, photo_at("http://127.0.0.1:9/photo"))).retryable


async def test_a_file_over_the_limit_is_not_read_to_its_end(server: TestServer) -> None:
    with pytest.raises(Invalid, match="file_too_big") as caught:
        await HERE.fetch(photo_at(server.make_url("/huge")))
    assert caught.value.params == {"limit": 3}


async def test_a_file_that_is_said_to_be_over_the_limit_is_not_asked_for(host: Host, server: TestServer) -> None:
    book = Attachment(kind=AttachmentKind.DOCUMENT, remote=str(server.make_url("/photo")), size=LIMIT + 1)
    with pytest.raises(Invalid, match="file_too_big"):
        await HERE.fetch(book)
    assert not host.visits


@pytest.mark.parametrize("address", PRIVATE)
async def test_nothing_inside_our_own_network_is_opened(host: Host, server: TestServer, address: str) -> None:
    failure = await lost(OUTSIDE, photo_at(address.format(port=server.port)))
    assert (failure.code, failure.retryable) == ("file_lost", False)
    assert not host.visits


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("8.8.8.8", True),
        ("2404:6800:4003::1", True),
        ("64:ff9b::808:808", True),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("::ffff:10.0.0.1", False),
        ("::ffff:224.0.0.1", False),
        ("64:ff9b::a00:1", False),
        ("2002:7f00:1::", False),
        ("::7f00:1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
    ],
)
def test_an_address_is_public_or_not(address: str, *, public: bool) -> None:
    assert is_public(address) is public
