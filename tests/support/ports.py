"""Ports for servers whose address is known before they run, or that run again at the same address."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

HOST = "127.0.0.1"


@contextmanager
def held_port() -> Iterator[int]:
    """A port on which a server of this test may listen whenever it wants to, and nobody else on this machine.

    A free port that is only looked up may be another test's before the server is there: many tests run at once.
    """
    with _bound() as holder:
        port: int = holder.getsockname()[1]
        if not _lets_a_server_in():
            holder.close()
        yield port


@cache
def _lets_a_server_in() -> bool:
    """Whether this system, as Linux does, gives a server a port to which somebody is bound who does not listen."""
    with _bound() as holder:
        try:
            with _bound(holder.getsockname()[1]) as server:
                server.listen()
        except OSError:
            return False
        return True


def _bound(port: int = 0) -> socket.socket:
    """A socket as servers make it."""
    made = socket.socket()
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind((HOST, port))
    except OSError:
        made.close()
        raise
    return made
