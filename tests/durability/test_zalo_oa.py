"""The process dies again and again while six heads report to an Official Account, however Zalo delivers."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from tests.durability.trial import Trial
from tests.durability.zalo_oa import EVERY, kill_on_zalo_oa
from tests.support.zalo_oa import Options

pytestmark = [pytest.mark.timeout(1200), pytest.mark.long]
KILLS = 30


@pytest.mark.parametrize("options", EVERY)
async def test_kills_lose_nothing_and_double_nothing(tmp_path: Path, seed: int, options: Options) -> None:
    url = f"sqlite:///{tmp_path}/khombot.sqlite3"
    await kill_on_zalo_oa(Trial(url=url, folder=tmp_path, kills=KILLS, random=Random(seed)), options)
