"""Settings: what is half-set refuses to start, naming the cure."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.domain.errors import Invalid
from bot.settings import load
from tests.support.telegram import TOKEN


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
def test_an_app_that_is_half_set_is_not_passed_over(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, secret: str, missing: str
) -> None:
    monkeypatch.chdir(tmp_path)
    load()
    monkeypatch.setenv(secret, "a-long-secret")
    with pytest.raises(Invalid) as caught:
        load()
    assert problem_of(caught) == f"{secret} is set without {missing}: set both, or neither"


@pytest.mark.parametrize("secret", ["", "short", "with blanks in between it", "bí-mật-của-phường-ta", "x" * 257])
def test_a_secret_that_telegram_would_not_take_or_anybody_could_guess_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, secret: str
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    monkeypatch.setenv("TELEGRAM_MODE", "webhook")
    monkeypatch.setenv("PUBLIC_URL", "https://bao-cao.example.vn")
    monkeypatch.setenv("TELEGRAM_WEBHOOK_SECRET", "mot-day-chu-so-dai-tu-16-ky-tu")
    assert load().has_telegram
    monkeypatch.setenv("TELEGRAM_WEBHOOK_SECRET", secret)
    with pytest.raises(Invalid) as caught:
        load()
    assert problem_of(caught).startswith("TELEGRAM_MODE=webhook needs TELEGRAM_WEBHOOK_SECRET: set it to 16 to 256")
