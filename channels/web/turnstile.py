"""Lets so many through in a minute, and says how long the others wait."""

from __future__ import annotations

import ipaddress
from collections import Counter

from aiohttp import web

from bot.clock import Clock

MINUTE_SECONDS = 60
WHOLE_IPV6_LINE = 64
"""Bits of an IPv6 address that one telephone line has: what follows changes at will."""
SHORTENED = {4: 24, 6: 48}
"""Bits that are kept of an address in a log: where somebody was roughly, not who."""


class Turnstile:
    """Counts by key, in this process; what was counted is forgotten with the minute, so it stays small."""

    def __init__(self, per_minute: int, clock: Clock) -> None:
        self._per_minute = per_minute
        self._clock = clock
        self._minute = 0
        self._passed: Counter[str] = Counter()

    def seconds_to_wait(self, key: str) -> int:
        """0: passed, and counted."""
        now = int(self._clock().timestamp())
        minute = now // MINUTE_SECONDS
        if minute != self._minute:
            self._minute = minute
            self._passed.clear()
        self._passed[key] += 1
        return 0 if self._passed[key] <= self._per_minute else MINUTE_SECONDS - now % MINUTE_SECONDS


def client_of(request: web.Request) -> str:
    """The network address of whoever asks; behind a proxy of our own, the one that the proxy names last."""
    peer = _address(request.remote or "")
    if peer is not None and not (peer.is_loopback or peer.is_private):
        return _whole_line(peer)
    # A proxy may add a line of its own below what the client claims, or go on in the same one.
    last_hop = ",".join(request.headers.getall("X-Forwarded-For", ())).rpartition(",")[2].strip()
    client = _address(last_hop) or peer
    return "" if client is None else _whole_line(client)


def shortened(client: str) -> str:
    """What may stand in a log: 113.160.12.0/24; blank for what is no address."""
    address = _address(client)
    if address is None:
        return ""
    return str(ipaddress.ip_network((address, SHORTENED[address.version]), strict=False))


Ip = ipaddress.IPv4Address | ipaddress.IPv6Address


def _address(text: str) -> Ip | None:
    try:
        address = ipaddress.ip_address(text.partition("%")[0])
    except ValueError:
        return None
    mapped = address.ipv4_mapped if isinstance(address, ipaddress.IPv6Address) else None
    return mapped or address


def _whole_line(address: Ip) -> str:
    if address.version == 4:
        return str(address)
    return str(ipaddress.ip_network((address, WHOLE_IPV6_LINE), strict=False).network_address)
