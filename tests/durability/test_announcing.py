"""The process dies over an announcement, and so may its job database: nobody is left out, and doubles are on record."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from bot.announcements.send import ON_THE_WIRE
from tests.durability.announcing import Trial
from tests.support.databases import NewDatabase

pytestmark = pytest.mark.timeout(600)
RECIPIENTS = 90


async def test_two_kills_and_a_deleted_job_database_leave_nobody_out(tmp_path: Path, seed: int) -> None:
    def delete_jobs() -> None:
        files = list((tmp_path / "alone").glob("jobs.sqlite3*"))
        assert files
        for file in files:
            file.unlink()

    trial = Trial(
        url=f"sqlite:///{tmp_path}/khombot.sqlite3",
        folder=tmp_path,
        recipients=RECIPIENTS,
        kills=2,
        random=Random(seed),
        before_restart=delete_jobs,
    )
    outcome = await trial.run()
    outcome.judge()
    assert outcome.recorded <= trial.kills * ON_THE_WIRE


async def test_a_worker_that_never_comes_back_is_replaced_on_postgresql(
    postgresql_server: NewDatabase, tmp_path: Path, seed: int
) -> None:
    trial = Trial(
        url=postgresql_server("durability_announcing"),
        folder=tmp_path,
        recipients=RECIPIENTS,
        kills=1,
        random=Random(seed),
        workers=2,
    )
    outcome = await trial.run()
    outcome.judge()
    assert outcome.recorded <= trial.kills * ON_THE_WIRE
