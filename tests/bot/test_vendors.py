"""Which apps are served is a matter of which tokens are set, and only those are loaded."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.app import opened
from bot.settings import Settings
from tests.support.telegram import TOKEN as TELEGRAM_TOKEN
from tests.support.zalo_bot import TOKEN as ZALO_TOKEN

LOADED = """
import asyncio, sys
from bot.app import opened
from bot.settings import Settings

async def main():
    async with opened(Settings(data_dir=sys.argv[1])) as parts:
        loaded = [each for each in sys.modules if each.startswith("channels.zalo")]
        print([channel.name for channel in parts.channels], loaded)

asyncio.run(main())
"""


@pytest.mark.parametrize(
    ("tokens", "names"),
    [
        (("", ZALO_TOKEN), ["web", "zalo_bot"]),
        ((TELEGRAM_TOKEN, ZALO_TOKEN), ["web", "telegram", "zalo_bot"]),
    ],
)
async def test_an_app_is_served_whose_token_is_set(tmp_path: Path, tokens: tuple[str, str], names: list[str]) -> None:
    telegram, zalo = map(SecretStr, tokens)
    settings = Settings(data_dir=tmp_path, telegram_bot_token=telegram, zalo_bot_token=zalo)
    async with opened(settings) as parts:
        assert [channel.name for channel in parts.channels] == names
        paces = {name: outlet.pace for (name, _), outlet in parts.bench.outlets.items()}
        assert paces.keys() == set(names)


async def test_the_webhook_is_served_where_it_is_set(tmp_path: Path) -> None:
    settings = Settings(
        data_dir=tmp_path,
        public_url="https://bao-cao.example.vn",
        zalo_bot_token=SecretStr(ZALO_TOKEN),
        zalo_bot_mode="webhook",
        zalo_bot_webhook_secret=SecretStr("12345678"),
    )
    async with opened(settings) as parts:
        routes = {route.resource.canonical for route in parts.server.router.routes() if route.resource}
        assert "/zalo-bot/webhook" in routes


def test_without_a_token_nothing_of_zalo_is_loaded(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-c", LOADED, str(tmp_path)], capture_output=True, text=True, check=True, timeout=200
    )
    assert ran.stdout.strip() == "['web'] []"
