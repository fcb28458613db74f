"""The process dies again and again while six heads report to an Official Account, however Zalo delivers."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.durability.trial import SECONDS, Trial
from tests.durability.zalo_oa import EVERY, kill_on_zalo_oa
from tests.support.zalo_oa import Options

pytestmark = pytest.mark.timeout(600)
KILLS = 6
KILLS_AT_NIGHT = 30


async def test_a_few_kills_lose_nothing_and_double_nothing(tmp_path: Path, seed: int) -> None:
    await kill_on_zalo_oa(Trial.on_sqlite(tmp_path, seed=seed, kills=KILLS, seconds=SECONDS), Options())


@pytest.mark.long
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("options", EVERY)
async def test_thirty_kills_lose_nothing_and_double_nothing(tmp_path: Path, seed: int, options: Options) -> None:
    await kill_on_zalo_oa(Trial.on_sqlite(tmp_path, seed=seed, kills=KILLS_AT_NIGHT), options)
