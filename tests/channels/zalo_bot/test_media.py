"""Pictures and voices are fetched from the address that Zalo names, as long as it is one of the Internet."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer
from channels.zalo_bot.media import Media, is_public

from bot.domain.errors import Invalid, SendError
from bot.messages import Attachment, AttachmentKind
from channels.zalo_bot.limits import MAX_DOWNLOAD
from tests.channels import samples
from tests.channels.zalo_bot.harness import opened
from tests.support.zalo_bot import Options

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
        for _ in range(MAX_DOWNLOAD // 2**20 + 2):
            await response.write(b"\xff" * 2**20)
        return response


@pytest.fixture
def host() -> Host:
    return Host()


@pytest.fixture
async def server(host: Host) -> AsyncIterator[TestServer]:
    app = web.Application()
    app.router.add_get("/{anything:.*}", host.serve)
    async with TestServer(app) as server:
        yield server


def photo_at(address: object) -> Attachment:
    return Attachment(kind=AttachmentKind.PHOTO, remote=None if address is None else str(address))


async def lost(media: Media, file: Attachment) -> SendError:
    with pytest.raises(SendError) as caught:
        await media.fetch(file)
    return caught.value


async def test_a_photo_is_one_whatever_its_server_calls_it(server: TestServer) -> None:
    assert await Media(anywhere=True).fetch(photo_at(server.make_url("/photo"))) == samples.photo()
    assert await Media(anywhere=True).fetch(photo_at(server.make_url("/moved"))) == samples.photo()


async def test_a_voice_is_one_by_its_bytes(server: TestServer) -> None:
    voice = Attachment(kind=AttachmentKind.VOICE, remote=str(server.make_url("/voice")))
    assert await Media(anywhere=True).fetch(voice) == AAC


@pytest.mark.parametrize("path", ["/gone", "/page", "/voice", "/round", "/away"])
async def test_what_has_expired_or_is_no_picture_is_lost_for_good(server: TestServer, path: str) -> None:
    failure = await lost(Media(anywhere=True), photo_at(server.make_url(path)))
    assert (failure.code, failure.retryable) == ("file_lost", False)


@pytest.mark.parametrize("address", [None, "", "photo.jpg", "ftp://zdn.vn/a", "file:///etc/passwd", "http://[/", "//a"])
async def test_what_is_no_address_is_lost_for_good(address: str | None) -> None:
    failure = await lost(Media(), photo_at(address))
    assert (failure.code, failure.retryable) == ("file_lost", False)


async def test_a_host_that_is_busy_may_be_asked_again(server: TestServer) -> None:
    assert (await lost(Media(anywhere=True), photo_at(server.make_url("/busy")))).retryable
    assert (await lost(Media(anywhere=True), photo_at("http://127.0.0.1:9/photo"))).retryable


async def test_a_file_over_the_limit_is_not_read_to_its_end(server: TestServer) -> None:
    with pytest.raises(Invalid, match="file_too_big") as caught:
        await Media(anywhere=True).fetch(photo_at(server.make_url("/huge")))
    assert caught.value.params == {"limit": 20}


@pytest.mark.parametrize("address", PRIVATE)
async def test_nothing_inside_our_own_network_is_opened(host: Host, server: TestServer, address: str) -> None:
    failure = await lost(Media(), photo_at(address.format(port=server.port)))
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
        ("64:ff9b::a00:1", False),
        ("2002:7f00:1::", False),
        ("::7f00:1", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
    ],
)
def test_an_address_is_public_or_not(address: str, *, public: bool) -> None:
    assert is_public(address) is public


@pytest.mark.parametrize("media_type", ["octet_stream", "html"])
async def test_a_photo_is_had_from_zalo_though_its_host_lies(media_type: str) -> None:
    async with opened(Options(media_type=media_type)) as phone:  # type: ignore[arg-type]  # one of its words
        await phone.sends_photo(samples.photo())
        incoming = phone.channel.parse(phone.inbox.stored[-1])
        assert incoming is not None
        assert await phone.channel.fetch(incoming.attachments[0]) == samples.photo()


async def test_a_photo_whose_link_has_expired_is_lost() -> None:
    async with opened(Options(media_seconds=60, photo_field="photo")) as phone:
        await phone.sends_photo(samples.photo())
        phone.zalo.clock.advance(61)
        incoming = phone.channel.parse(phone.inbox.stored[-1])
        assert incoming is not None
        with pytest.raises(SendError, match="file_lost"):
            await phone.channel.fetch(incoming.attachments[0])
