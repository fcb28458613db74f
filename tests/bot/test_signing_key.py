"""The key is made once, and never an empty one."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.errors import Invalid
from bot.settings import Settings
from bot.signing_key import signing_key


def test_the_key_is_made_once_and_only_its_owner_can_read_it(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path / "data")
    key = signing_key(settings)
    assert len(key) == 64
    assert signing_key(settings) == key
    assert (tmp_path / "data" / "secret.key").stat().st_mode & 0o777 == 0o600


def test_nothing_is_signed_with_a_key_that_never_got_to_the_disk(tmp_path: Path) -> None:
    (tmp_path / "secret.key").touch()
    with pytest.raises(Invalid) as caught:
        signing_key(Settings(data_dir=tmp_path))
    assert "secret.key is empty; remove it and start again" in str(caught.value.params["problem"])
