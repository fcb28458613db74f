"""The process dies again and again while six heads report to a Zalo bot, and nobody notices more than a pause."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.durability.trial import SECONDS, Trial
from tests.durability.zalo_bot import kill_on_zalo_bot
from tests.support.zalo_bot import Options

pytestmark = pytest.mark.timeout(600)
KILLS = 6
KILLS_AT_NIGHT = 30


async def test_a_few_kills_lose_nothing_that_was_stored_and_double_nothing(tmp_path: Path, seed: int) -> None:
    await kill_on_zalo_bot(Trial.on_sqlite(tmp_path, seed=seed, kills=KILLS, seconds=SECONDS))


@pytest.mark.long
@pytest.mark.timeout(1200)
@pytest.mark.parametrize(
    "options",
    [Options(), Options(queue="replay"), Options(queue="live_only", errors="http_status", idle="http_408")],
)
async def test_thirty_kills_however_the_queue_behaves(tmp_path: Path, seed: int, options: Options) -> None:
    await kill_on_zalo_bot(Trial.on_sqlite(tmp_path, seed=seed, kills=KILLS_AT_NIGHT), options)
