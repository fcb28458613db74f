"""The secret of this installation, with which links, logins and codes are signed."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from bot.domain.errors import Invalid
from bot.settings import Settings


def signing_key(settings: Settings) -> bytes:
    """SECRET_KEY, or the one that was made at the first start and is kept beside the database."""
    if given := settings.secret_key.get_secret_value():
        return given.encode()
    kept = settings.data_dir / "secret.key"
    if not kept.exists():
        settings.data_dir.mkdir(parents=True, exist_ok=True)
        with suppress(FileExistsError):  # another process was faster: its key is everybody's
            _make_key(kept)
    if key := kept.read_text().strip().encode():
        return key
    # The disk was full, or we were killed, while it was made; and with nothing anybody could sign.
    raise Invalid("settings", problem=f"{kept} is empty; remove it and start again, then a new key is made")


def _make_key(path: Path) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(secrets.token_hex(32))
