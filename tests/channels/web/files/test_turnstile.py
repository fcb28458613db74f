"""Who counts as one client, and what of an address may stand in a log."""

from __future__ import annotations

import pytest
from aiohttp.test_utils import make_mocked_request
from multidict import CIMultiDict

from channels.web.turnstile import client_of, shortened


@pytest.mark.parametrize(
    ("peer", "forwarded", "client"),
    [
        ("113.160.12.77", "", "113.160.12.77"),
        ("113.160.12.77", "8.8.8.8", "113.160.12.77"),  # no proxy of ours: whatever it claims
        ("127.0.0.1", "8.8.8.8, 113.160.12.77", "113.160.12.77"),
        ("172.18.0.3", "113.160.12.77", "113.160.12.77"),
        ("127.0.0.1", "nonsense", "127.0.0.1"),
        ("2001:ee0:4141:1::5", "", "2001:ee0:4141:1::"),
        ("2001:ee0:4141:1:ffff::9", "", "2001:ee0:4141:1::"),
        ("::ffff:113.160.12.77", "", "113.160.12.77"),
    ],
)
def test_a_client_is_a_line_behind_our_own_proxy_or_not(peer: str, forwarded: str, client: str) -> None:
    request = make_mocked_request("GET", "/files/1", headers={"X-Forwarded-For": forwarded}).clone(remote=peer)
    assert client_of(request) == client


def test_a_line_that_a_client_has_written_counts_for_nothing_above_that_of_the_proxy() -> None:
    lines = CIMultiDict([("X-Forwarded-For", "8.8.8.8"), ("X-Forwarded-For", "113.160.12.77")])
    request = make_mocked_request("GET", "/files/1", headers=lines).clone(remote="127.0.0.1")
    assert client_of(request) == "113.160.12.77"


@pytest.mark.parametrize(
    ("client", "kept"),
    [("113.160.12.77", "113.160.12.0/24"), ("2001:ee0:4141:1::", "2001:ee0:4141::/48"), ("", "")],
)
def test_an_address_is_shortened_for_the_log(client: str, kept: str) -> None:
    assert shortened(client) == kept
