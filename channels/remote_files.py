"""Fetches what people send, from the public address that Zalo names (both of its channels): soon, for it expires.

Whoever knows the webhook's secret could name any address, so none inside our own network is opened: looked at on each
connection, after the name is resolved and after each redirect.
"""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

import aiohttp
import filetype  # type: ignore[import-untyped]  # it ships no types
from yarl import URL

from bot.domain.errors import Invalid, SendError
from bot.messages import Attachment, AttachmentKind

MEGABYTE = 1024 * 1024
TIMEOUT = aiohttp.ClientTimeout(total=40, connect=10)
CHUNK = 64 * 1024
MOST_REDIRECTS = 3
EXPECTED = {AttachmentKind.PHOTO: ("image/",), AttachmentKind.VOICE: ("audio/", "video/mp4")}
"""What the bytes must be, whatever the address or its server says: a page "this link has expired" is no picture."""
WEB_PAGE = (b"<!doctype html", b"<html")
"""How such a page begins, where anything may have been sent."""
HIDES_IPV4 = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("::/96"))
"""IPv6 addresses whose last 32 bits are an IPv4 address."""

SocketFactory = Callable[[tuple[Any, ...]], socket.socket]


class RemoteFiles:
    """Downloads of at most `limit` bytes. `anywhere` opens addresses of this machine too: only where Zalo is on it."""

    def __init__(self, *, limit: int, anywhere: bool = False) -> None:
        self._limit = limit
        self._anywhere = anywhere

    async def fetch(self, attachment: Attachment) -> bytes:
        """The bytes. SendError("file_lost") where they cannot be had any more; Invalid("file_too_big")."""
        content, door = None, Door()
        if (attachment.size or 0) > self._limit:
            raise _too_big(self._limit)
        try:
            address = URL(attachment.remote or "")
            if address.scheme in {"http", "https"}:
                content = await self._download(address, None if self._anywhere else door.opened)
        except (ValueError, aiohttp.TooManyRedirects, aiohttp.NonHttpUrlClientError):
            content = None  # this is no address
        except (aiohttp.ClientError, OSError):
            # A door that was shut stays shut; anything else may be different in a moment.
            if not door.was_shut:
                raise SendError("unreachable", retryable=True) from None
        if content is None or not _is(attachment, content):
            raise SendError("file_lost", retryable=False)
        return content

    async def _download(self, address: URL, opened: SocketFactory | None) -> bytes | None:
        async with (
            aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(socket_factory=opened),
                cookie_jar=aiohttp.DummyCookieJar(),
                timeout=TIMEOUT,
            ) as http,
            http.get(address, max_redirects=MOST_REDIRECTS) as response,
        ):
            if response.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
                raise aiohttp.ClientError
            return await _limited(response, self._limit) if response.status == HTTPStatus.OK else None


class Door:
    """Lets out to the Internet only, and remembers whether it was shut."""

    def __init__(self) -> None:
        self.was_shut = False

    def opened(self, info: tuple[Any, ...]) -> socket.socket:
        """A socket for an address that was resolved; OSError for one that only our own network knows."""
        family, kind, protocol, _, address = info
        if not is_public(address[0]):
            self.was_shut = True
            raise OSError("not a public address")
        return socket.socket(family, kind, protocol)


async def _limited(response: aiohttp.ClientResponse, limit: int) -> bytes:
    content = bytearray()
    async for chunk in response.content.iter_chunked(CHUNK):
        content += chunk
        if len(content) > limit:
            raise _too_big(limit)
    return bytes(content)


def _too_big(limit: int) -> Invalid:
    return Invalid("file_too_big", limit=limit // MEGABYTE)


def is_this_machine(address: str) -> bool:
    """Whether a web address leads to this machine, as that of a Zalo for trying out does."""
    host = URL(address).host or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def is_public(host: str) -> bool:
    """Whether a numeric address is one of the Internet, also where it is hidden in another."""
    address = ipaddress.ip_address(host.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if any(address in network for network in HIDES_IPV4):
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            return inner.is_global and not inner.is_multicast
    return address.is_global and not address.is_multicast


def _is(attachment: Attachment, content: bytes) -> bool:
    expected = EXPECTED.get(attachment.kind)
    if expected is not None:
        return str(filetype.guess_mime(content) or "").startswith(expected)
    is_page = content[:64].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(WEB_PAGE)
    return not is_page or attachment.name.lower().endswith((".html", ".htm"))
