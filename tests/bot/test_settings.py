"""What an operator sets is taken, or refused in one sentence that names the setting and the cure."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.app import opened
from bot.domain.errors import Invalid
from bot.domain.quotas import Quota
from bot.settings import Settings, load
from tests.support import telegram, zalo_bot

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
    settings = Settings(data_dir=tmp_path, zalo_bot_token=SecretStr(zalo_bot.TOKEN), zalo_bot_messages=10_000)
    async with opened(settings) as parts:
        (meter,) = [each.capabilities.meter for each in parts.channels if each.name == "zalo_bot"]
        assert meter is not None
        assert meter.quota == Quota(messages=10_000, people=50)


def problem_of(caught: pytest.ExceptionInfo[Invalid]) -> str:
    return str(caught.value.params["problem"])


@pytest.mark.parametrize(
    ("secret", "missing"),
    [
        ("TELEGRAM_WEBHOOK_SECRET", "TELEGRAM_BOT_TOKEN"),
        ("ZALO_BOT_WEBHOOK_SECRET", "ZALO_BOT_TOKEN"),
        ("ZALO_OA_APP_SECRET", "ZALO_OA_APP_ID"),
        ("ZALO_OA_SECRET_KEY", "ZALO_OA_APP_ID"),
        ("ZALO_OA_REFRESH_TOKEN", "ZALO_OA_APP_ID"),
    ],
)
def test_an_app_that_is_half_set_is_not_passed_over(monkeypatch: pytest.MonkeyPatch, secret: str, missing: str) -> None:
    load()
    monkeypatch.setenv(secret, "a-long-secret")
    with pytest.raises(Invalid) as caught:
        load()
    assert problem_of(caught) == f"{secret} is set without {missing}: set both, or neither"


@pytest.mark.parametrize("secret", ["", "short", "with blanks in between it", "bí-mật-của-phường-ta", "x" * 257])
def test_a_secret_that_telegram_would_not_take_or_anybody_could_guess_is_refused(
    monkeypatch: pytest.MonkeyPatch, secret: str
) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", telegram.TOKEN)
    monkeypatch.setenv("TELEGRAM_MODE", "webhook")
    monkeypatch.setenv("PUBLIC_URL", "https://bao-cao.example.vn")
    monkeypatch.setenv("TELEGRAM_WEBHOOK_SECRET", "mot-day-chu-so-dai-tu-16-ky-tu")
    assert load().has_telegram
    monkeypatch.setenv("TELEGRAM_WEBHOOK_SECRET", secret)
    with pytest.raises(Invalid) as caught:
        load()
    assert problem_of(caught).startswith("TELEGRAM_MODE=webhook needs TELEGRAM_WEBHOOK_SECRET: set it to 16 to 256")
