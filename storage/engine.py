"""From the DATABASE_URL that people write to the address that a driver understands."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from storage.errors import StorageError

SQLITE = "sqlite"
POSTGRESQL = "postgresql"
_SPELLINGS = {"sqlite": SQLITE, "postgresql": POSTGRESQL, "postgres": POSTGRESQL}
_DEFAULT_FILE = "khombot.sqlite3"


def parse(url: str, data_dir: Path) -> URL:
    """The URL with its backend's plain name; an empty one means the SQLite file in the data folder."""
    if not url:
        return URL.create(SQLITE, database=str(data_dir.absolute() / _DEFAULT_FILE))
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError) as error:
        raise StorageError(
            "DATABASE_URL cannot be read; write sqlite:///path/to/file or postgresql://user:password@host/name."
        ) from error
    scheme = parsed.drivername.split("+")[0]
    backend = _SPELLINGS.get(scheme)
    if backend is None:
        raise StorageError(f"DATABASE_URL begins with {scheme}: but only sqlite: and postgresql: are supported.")
    if backend == SQLITE and parsed.database in {None, "", ":memory:"}:
        raise StorageError("DATABASE_URL names no SQLite file; write sqlite:///path/to/file.")
    return parsed.set(drivername=backend)
