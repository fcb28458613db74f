"""SIGKILL at any instant: what was acknowledged is there, and no transaction is there by half."""

from __future__ import annotations

import random
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.store import Store
from storage.transaction import Transaction

_RUNS_APART = 1_000_000


def acknowledged_before_the_kill(url: str, folder: Path, run: int, moments: random.Random) -> set[int]:
    """Let the program write until it has acknowledged so much, and then for an instant; then kill it."""
    command = [sys.executable, "-m", "tests.storage.writer", url, str(folder), str(run * _RUNS_APART)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        first = "".join(process.stdout.readline() for _ in range(moments.randint(2, 60)))
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=moments.uniform(0, 0.05))
        process.kill()
        rest = process.stdout.read()
    assert process.returncode < 0, "it ended by itself"
    # The kill may cut the last line short.
    return {int(line) for line in (first + rest[: rest.rfind("\n") + 1]).split()}


def rows(tx: Transaction) -> dict[int, int]:
    """How many rows each work left."""
    found = tx.connection.execute(text("SELECT lane, count(*) FROM inbox GROUP BY lane")).all()
    return {int(lane): int(count) for lane, count in found}


def recorded(tx: Transaction) -> set[int]:
    """The works of which the audit log tells."""
    subjects = tx.connection.execute(text("SELECT subject FROM audit_entries")).scalars()
    return {int(subject.removeprefix("work:")) for subject in subjects}


@pytest.mark.parametrize("kills", [4, pytest.param(100, marks=[pytest.mark.long, pytest.mark.timeout(600)])])
async def test_nothing_acknowledged_is_lost_and_nothing_is_half_done(
    database_url: str, tmp_path: Path, kills: int
) -> None:
    moments = random.Random(2020)
    acknowledged: set[int] = set()
    for run in range(kills):
        acknowledged |= acknowledged_before_the_kill(database_url, tmp_path, run, moments)
        store = await Store.open(database_url, data_dir=tmp_path)
        left = await store.read(rows)
        assert acknowledged <= set(left)
        assert set(left.values()) == {2}
        assert await store.read(recorded) == set(left)
        assert await store.read(lambda tx: tx.audit.verify()) is None
        await store.close()
    assert len(acknowledged) > kills
