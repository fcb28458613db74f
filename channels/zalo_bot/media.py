"""Fetches what people send, from the public address that Zalo names: soon, for it expires.

Whoever knows the webhook's secret could name any address, so none inside our own network is opened: looked at on each
connection, after the name is resolved and after each redirect.
"""

from __future__ import annotations

import ipaddress
import socket
from http import HTTPStatus
from typing import Any

import aiohttp
import filetype  # type: ignore[import-untyped]  # it ships no types
from yarl import URL

from bot.domain.errors import Invalid, SendError
from bot.messages import Attachment, AttachmentKind
from channels.zalo_bot.limits import MAX_DOWNLOAD

MEGABYTE = 1024 * 1024
TIMEOUT = aiohttp.ClientTimeout(total=40, connect=10)
CHUNK = 64 * 1024
MOST_REDIRECTS = 3
EXPECTED = {AttachmentKind.PHOTO: "image/", AttachmentKind.VOICE: "audio/"}
"""What the bytes must be, whatever the address or its server says: a page "this link has expired" is no picture."""
NAT64 = ipaddress.ip_network("64:ff9b::/96")


class Media:
    """Downloads. `anywhere` opens addresses of this machine too: only where the Bot API itself is on it."""

    def __init__(self, *, anywhere: bool = False) -> None:
        self._socket_factory = None if anywhere else public_socket

    async def fetch(self, attachment: Attachment) -> bytes:
        """The bytes. SendError("file_lost") where they cannot be had any more; Invalid("file_too_big")."""
        address = URL(attachment.remote or "")
        if address.scheme not in {"http", "https"} or not address.host:
            raise _lost()
        try:
            content = await self._download(address)
        except (aiohttp.InvalidURL, aiohttp.TooManyRedirects, aiohttp.NonHttpUrlRedirectClientError):
            content = None
        except (aiohttp.ClientError, OSError):
            raise SendError("unreachable", retryable=True) from None
        if content is None or not _is(attachment.kind, content):
            raise _lost()
        return content

    async def _download(self, address: URL) -> bytes | None:
        connector = aiohttp.TCPConnector(socket_factory=self._socket_factory)
        async with (
            aiohttp.ClientSession(connector=connector, cookie_jar=aiohttp.DummyCookieJar(), timeout=TIMEOUT) as http,
            http.get(address, max_redirects=MOST_REDIRECTS) as response,
        ):
            if response.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
                raise aiohttp.ClientError
            if response.status != HTTPStatus.OK:
                return None
            content = bytearray()
            async for chunk in response.content.iter_chunked(CHUNK):
                content += chunk
                if len(content) > MAX_DOWNLOAD:
                    raise Invalid("file_too_big", limit=MAX_DOWNLOAD // MEGABYTE)
            return bytes(content)


class NotPublic(OSError):
    """An address that only this machine or its network knows."""


def public_socket(info: tuple[Any, Any, int, str, tuple[Any, ...]]) -> socket.socket:
    """A socket to an address on the Internet; NotPublic for any other."""
    family, kind, protocol, _, address = info
    if not is_public(address[0]):
        raise NotPublic("not a public address")
    return socket.socket(family, kind, protocol)


def is_public(host: str) -> bool:
    """Whether a numeric address is one of the Internet, also where it is hidden in another."""
    address = ipaddress.ip_address(host.partition("%")[0])
    if isinstance(address, ipaddress.IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour
        if address in NAT64:
            inner = ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
        if inner is not None:
            address = inner
    return address.is_global and not address.is_multicast


def _is(kind: AttachmentKind, content: bytes) -> bool:
    expected = EXPECTED.get(kind)
    return expected is None or str(filetype.guess_mime(content) or "").startswith(expected)


def _lost() -> SendError:
    return SendError("file_lost", retryable=False)
