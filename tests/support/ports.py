"""Ports for servers whose address is known before they run, or that run again at the same address."""

from __future__ import annotations

import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager

HOST = "127.0.0.1"


@contextmanager
def held_port() -> Iterator[int]:
    """A port on which a server of this test may listen whenever it wants to, and nobody else on this machine.

    A free port that is only looked up may be another test's before the server is there: many tests run at once.
    """
    with socket.socket() as holder:
        holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        holder.bind((HOST, 0))
        port: int = holder.getsockname()[1]
        if sys.platform != "linux":
            holder.close()  # elsewhere the server, too, would be refused; Linux lets it in, because nobody listens yet
        yield port
