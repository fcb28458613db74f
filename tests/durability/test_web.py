"""The process dies again and again while six heads report on the web chat; what was not taken is sent again."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.durability.trial import SECONDS, Trial
from tests.durability.web import kill_on_web

pytestmark = pytest.mark.timeout(600)
KILLS = 8


async def test_kills_lose_no_line_that_was_taken_and_double_none(tmp_path: Path, seed: int) -> None:
    await kill_on_web(Trial.on_sqlite(tmp_path, seed=seed, kills=KILLS, seconds=SECONDS))
