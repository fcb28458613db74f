"""`khombot quotas`: what the operator sees of a month."""

from __future__ import annotations

import asyncio
from pathlib import Path

from typer.testing import CliRunner

from bot.cli import app
from bot.domain.errors import Invalid
from bot.domain.quotas import Quota
from storage.store import Store
from storage.transaction import Transaction
from tests.storage.world import NOW


def test_without_a_quota_there_is_nothing_to_count(khombot: CliRunner) -> None:
    assert "No bot has a quota" in khombot.invoke(app, ["quotas"]).output


def test_the_operator_sees_what_was_used_in_a_month(khombot: CliRunner, tmp_path: Path) -> None:
    def work(tx: Transaction) -> None:
        tx.quotas.set("zalo_bot", "12345", Quota(messages=3000, people=50))
        tx.quotas.add([("zalo_bot", "12345", 2412)], "2020-12")
        tx.quotas.refused("zalo_bot", "12345", "2020-12", NOW)

    async def use() -> None:
        store = await Store.open(f"sqlite:///{tmp_path}/data/khombot.sqlite", data_dir=tmp_path / "data")
        await store.transact(work)
        await store.close()

    asyncio.run(use())
    said = khombot.invoke(app, ["quotas", "--month", "2020-12"]).output
    assert "zalo_bot 12345: 2,412 of 3,000 messages in 2020-12, 0 of 50 people, the vendor says" in said
    assert ": 0 of 3,000 messages" in khombot.invoke(app, ["quotas"]).output


def test_what_is_no_month_is_refused_with_an_example(khombot: CliRunner) -> None:
    refused = khombot.invoke(app, ["quotas", "--month", "tháng 12"])
    assert isinstance(refused.exception, Invalid)
    assert "2020-12" in str(refused.exception)
