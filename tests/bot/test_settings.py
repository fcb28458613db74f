"""What an operator sets is taken, or refused in one sentence that names the setting and the cure."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.app import opened
from bot.domain.errors import Invalid
from bot.domain.quotas import Quota
from bot.settings import Settings, load
from tests.support.zalo_bot import TOKEN

PLAN = "ZALO_BOT_MESSAGES"


@pytest.fixture(autouse=True)
def in_a_new_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def limits(settings: Settings) -> tuple[int | None, int | None]:
    return settings.zalo_bot_messages, settings.zalo_bot_people


def test_a_zalo_bot_is_on_the_free_plan_unless_another_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    assert limits(load()) == (3000, 50)
    Path(".env").write_text("export ZALO_BOT_MESSAGES=10000 # gói Pro\nZALO_BOT_PEOPLE='200'\n", encoding="utf-8")
    assert limits(load()) == (10_000, 200)
    monkeypatch.setenv(PLAN, "Unlimited")
    assert limits(load()) == (None, 200)


@pytest.mark.parametrize("given", ["3.000", "3,000", "nhiều", "-5", "0", "1e4", "10000000000", "50 người"])
def test_a_plan_that_is_no_number_is_refused_with_an_example(monkeypatch: pytest.MonkeyPatch, given: str) -> None:
    monkeypatch.setenv(PLAN, given)
    with pytest.raises(Invalid) as refused:
        load()
    problem = str(refused.value.params["problem"])
    assert problem.startswith(f"ZALO_BOT_MESSAGES: {given!r} is no limit")
    assert "such as 3000, or unlimited" in problem


@pytest.mark.parametrize("line", ["ZALO_BOT_PEOPLE=", "ZALO_BOT_PEOPLE=''", "ZALO_BOT_PEOPLE=   # sau"])
def test_an_empty_plan_is_refused_for_it_could_mean_none_as_well_as_any(line: str) -> None:
    Path(".env").write_text(f"{line}\n", encoding="utf-8")
    with pytest.raises(Invalid) as refused:
        load()
    assert str(refused.value.params["problem"]).startswith("ZALO_BOT_PEOPLE is empty: write the number")


def test_what_is_no_setting_is_refused_with_the_nearest_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ZALO_BOT_MESAGES", "10000")
    with pytest.raises(Invalid) as refused:
        load()
    assert (
        refused.value.params["problem"] == "ZALO_BOT_MESAGES is no setting of khombot: did you mean ZALO_BOT_MESSAGES?"
    )


async def test_the_bots_meter_knows_the_plan(tmp_path: Path) -> None:
    settings = Settings(data_dir=tmp_path, zalo_bot_token=SecretStr(TOKEN), zalo_bot_messages=10_000)
    async with opened(settings) as parts:
        (meter,) = [each.capabilities.meter for each in parts.channels if each.name == "zalo_bot"]
        assert meter is not None
        assert meter.quota == Quota(messages=10_000, people=50)
