"""Which Official Account this is: asked once, known from then on, and said plainly where nobody can know."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from pydantic import SecretStr

from bot.app.links import doors
from bot.app.parts import opened
from bot.domain.errors import Invalid
from bot.settings import Settings
from tests.support.zalo_oa import ZaloOaServer


@pytest_asyncio.fixture
async def zalo() -> AsyncIterator[ZaloOaServer]:
    async with ZaloOaServer() as server:
        yield server
    assert server.violations == []


def settings(zalo: ZaloOaServer, folder: Path, **more: object) -> Settings:
    found = Settings(
        data_dir=folder,
        public_url="https://bao-cao.phuong.example",
        secret_key=SecretStr("a key of the ward"),
        zalo_oa_app_id=zalo.app_id,
        zalo_oa_app_secret=SecretStr(zalo.app_secret),
        zalo_oa_secret_key=SecretStr(zalo.secret_key),
        zalo_oa_refresh_token=SecretStr(zalo.tokens.first_refresh_token),
        zalo_oa_api_base=zalo.base,
        zalo_oauth_base=zalo.base,
    )
    return found.model_copy(update=more)


async def test_it_is_asked_once_and_later_starts_do_without_zalo(zalo: ZaloOaServer, tmp_path: Path) -> None:
    async with opened(settings(zalo, tmp_path)) as parts:
        assert ("zalo_oa", zalo.oa_id) in {(channel.name, channel.bot) for channel in parts.channels}
    away = settings(zalo, tmp_path, zalo_oa_api_base="http://127.0.0.1:1", zalo_oauth_base="http://127.0.0.1:1")
    async with opened(away) as parts:
        assert ("zalo_oa", zalo.oa_id) in parts.bench.outlets
    assert zalo.tokens.refreshes == 1
    assert len(zalo.calls_of("/getoa")) == 1


async def test_its_door_is_the_chat_where_the_code_is_typed(zalo: ZaloOaServer, tmp_path: Path) -> None:
    async with opened(settings(zalo, tmp_path)) as parts:
        (door,) = (each for each in doors(parts.channels, "a-token") if each.channel == "zalo_oa")
    assert door.link == f"https://zalo.me/{zalo.oa_id}"
    assert not door.takes_token


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ({"zalo_oa_refresh_token": SecretStr("")}, "no Official Account is linked yet; run: khombot zalo-oa login"),
        ({"zalo_oa_refresh_token": SecretStr("used up")}, "run: khombot zalo-oa login"),
        ({"zalo_oa_app_secret": SecretStr("wrong")}, "Zalo does not say which Official Account this is"),
        ({"zalo_oauth_base": "http://127.0.0.1:1"}, "does not answer"),
        ({"zalo_oa_api_base": "http://127.0.0.1:1"}, "does not answer"),
    ],
)
async def test_where_nobody_can_know_the_bot_says_so_and_does_not_start(
    zalo: ZaloOaServer, tmp_path: Path, more: dict[str, object], sentence: str
) -> None:
    with pytest.raises(Invalid) as refused:
        async with opened(settings(zalo, tmp_path, **more)):
            raise AssertionError("it has started")
    assert sentence in str(refused.value.params["problem"])


async def test_what_was_mended_in_the_settings_starts_at_the_next_try(zalo: ZaloOaServer, tmp_path: Path) -> None:
    with pytest.raises(Invalid):
        async with opened(settings(zalo, tmp_path, zalo_oa_app_secret=SecretStr("wrong"))):
            raise AssertionError("it has started")
    async with opened(settings(zalo, tmp_path)) as parts:
        assert ("zalo_oa", zalo.oa_id) in parts.bench.outlets


async def test_another_secret_key_is_found_out_at_the_start(zalo: ZaloOaServer, tmp_path: Path) -> None:
    async with opened(settings(zalo, tmp_path)):
        pass
    with pytest.raises(Invalid, match="SECRET_KEY"):
        async with opened(settings(zalo, tmp_path, secret_key=SecretStr("another"))):
            raise AssertionError("it has started")
