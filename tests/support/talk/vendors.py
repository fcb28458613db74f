"""The vendors' servers that a town is reached through, simulated: each behaves as its options say."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from aiohttp.test_utils import unused_port
from pydantic import SecretStr

from bot.settings import Settings
from tests.support import zalo_bot as bot_platform
from tests.support.telegram import TOKEN, TelegramServer
from tests.support.zalo_bot import ZaloBotServer

SECRET = "a-secret-of-the-webhook"


@dataclass(frozen=True, slots=True, kw_only=True)
class Vendors:
    """Those that are there."""

    telegram: TelegramServer | None = None
    zalo_bot: ZaloBotServer | None = None

    @classmethod
    @asynccontextmanager
    async def opened(
        cls,
        wanted: Collection[str],
        zalo_bot: bot_platform.Options | None = None,
    ) -> AsyncIterator[Vendors]:
        """Those wanted by the names of their channels, and those whose options are given; nobody may break a rule."""
        async with AsyncExitStack() as stack:
            vendors = cls(
                telegram=await stack.enter_async_context(TelegramServer()) if "telegram" in wanted else None,
                zalo_bot=await stack.enter_async_context(ZaloBotServer(zalo_bot))
                if "zalo_bot" in wanted or zalo_bot
                else None,
            )
            yield vendors
        for server in (vendors.telegram, vendors.zalo_bot):
            assert server is None or server.violations == [], server.violations

    def settings(self, database: str, folder: Path, *, webhook: bool) -> Settings:
        """What the bot needs, to find them too; it is called where the settings say so."""
        port = unused_port()
        secret, mode = SecretStr(SECRET if webhook else ""), "webhook" if webhook else "poll"
        telegram, bot = self.telegram, self.zalo_bot
        return Settings.model_construct(
            database_url=database,
            data_dir=folder,
            host="127.0.0.1",
            port=port,
            public_url=f"http://127.0.0.1:{port}",
            secret_key=SecretStr("a key for stories"),
            telegram_bot_token=SecretStr(TOKEN if telegram else ""),
            telegram_api_base=telegram.base if telegram else "",
            telegram_mode=mode,
            telegram_webhook_secret=secret,
            zalo_bot_token=SecretStr(bot_platform.TOKEN if bot else ""),
            zalo_bot_api_base=bot.base if bot else "",
            zalo_bot_mode=mode,
            zalo_bot_webhook_secret=secret,
            instance_id="",
        )

    async def are_heard(self) -> None:
        """Wait until the bot listens to all of them."""
        async with asyncio.timeout(10):
            if self.telegram is not None:
                world = self.telegram.world
                while not (world.poll or world.webhook.url):
                    await world.bell.wait(0.02)
            if self.zalo_bot is not None:
                zalo = self.zalo_bot.world
                while not (zalo.updates.listening or zalo.webhook.url):
                    await zalo.bell.wait(0.02)
