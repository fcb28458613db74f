"""The process dies again and again while six heads report on Telegram, and nobody notices more than a pause."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.durability.telegram import kill_on_telegram
from tests.durability.trial import SECONDS, Trial
from tests.support.databases import NewDatabase

pytestmark = pytest.mark.timeout(600)
KILLS = 10
KILLS_ON_POSTGRESQL = 4


async def test_kills_lose_nothing_and_double_nothing(tmp_path: Path, seed: int) -> None:
    await kill_on_telegram(Trial.on_sqlite(tmp_path, seed=seed, kills=KILLS, seconds=SECONDS))


async def test_kills_lose_nothing_and_double_nothing_on_postgresql(
    postgresql_server: NewDatabase, tmp_path: Path, seed: int
) -> None:
    url = postgresql_server("durability_telegram")
    await kill_on_telegram(
        Trial(url=url, folder=tmp_path, kills=KILLS_ON_POSTGRESQL, seconds=SECONDS, random=Random(seed))
    )
