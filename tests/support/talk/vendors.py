"""The vendors' servers that a town is reached through, simulated: each behaves as its options say."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Collection
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from pydantic import SecretStr

from bot.clock import Clock
from bot.settings import Settings
from tests.support import zalo_bot as bot_platform
from tests.support import zalo_oa as official_account
from tests.support.telegram import TOKEN, TelegramServer
from tests.support.zalo_bot import ZaloBotServer
from tests.support.zalo_oa import ZaloOaServer

SECRET = "a-secret-of-the-webhook"
IMPATIENCE = 0.01
"""What half a minute of an Official Account's pauses takes here, in half minutes."""
PATIENCE = 60.0
"""Seconds until the bot must listen to everybody."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vendors:
    """Those that are there."""

    telegram: TelegramServer | None = None
    zalo_bot: ZaloBotServer | None = None
    zalo_oa: ZaloOaServer | None = None

    @classmethod
    @asynccontextmanager
    async def opened(
        cls,
        wanted: Collection[str],
        zalo_bot: bot_platform.Options | None = None,
        zalo_oa: official_account.Options | None = None,
    ) -> AsyncIterator[Vendors]:
        """Those wanted by the names of their channels, and those whose options are given; nobody may break a rule."""
        async with AsyncExitStack() as stack:
            vendors = cls(
                telegram=await stack.enter_async_context(TelegramServer()) if "telegram" in wanted else None,
                zalo_bot=await stack.enter_async_context(ZaloBotServer(zalo_bot))
                if "zalo_bot" in wanted or zalo_bot
                else None,
                zalo_oa=await stack.enter_async_context(ZaloOaServer(zalo_oa))
                if "zalo_oa" in wanted or zalo_oa
                else None,
            )
            if vendors.zalo_oa is not None:
                vendors.zalo_oa.delivery.second = IMPATIENCE
            yield vendors
        for server in (vendors.telegram, vendors.zalo_bot, vendors.zalo_oa):
            assert server is None or server.violations == [], server.violations

    def follow(self, clock: Clock) -> None:
        """Where time matters to a vendor, it is the town's."""
        if self.zalo_oa is not None:
            self.zalo_oa.clock.follow(clock)

    def settings(self, database: str, folder: Path, port: int, *, webhook: bool) -> Settings:
        """What the bot needs, to find them too; it is called where the settings say so."""
        secret, mode = SecretStr(SECRET if webhook else ""), "webhook" if webhook else "poll"
        telegram, bot, account = self.telegram, self.zalo_bot, self.zalo_oa
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
            zalo_oa_app_id=account.app_id if account else "",
            zalo_oa_app_secret=SecretStr(account.app_secret if account else ""),
            zalo_oa_secret_key=SecretStr(account.signing_secret if account else ""),
            zalo_oa_refresh_token=SecretStr(account.tokens.first_refresh_token if account else ""),
            zalo_oa_api_base=account.base if account else "",
            zalo_oauth_base=account.base if account else "",
            instance_id="",
        )

    async def are_heard(self, public_url: str) -> None:
        """Wait until the bot listens to all of them; an Official Account is told its address by hand, once."""
        async with asyncio.timeout(PATIENCE):
            if self.telegram is not None:
                world = self.telegram.world
                while not (world.poll or world.webhook.url):
                    await world.bell.wait(0.02)
            if self.zalo_bot is not None:
                # A poll does not wait where the queue repeats itself.
                zalo = self.zalo_bot.world
                polls = zalo.updates.polls
                while not (zalo.updates.polls > polls or zalo.webhook.url):
                    await zalo.bell.wait(0.02)
            if self.zalo_oa is not None and not self.zalo_oa.delivery.url:
                await self.zalo_oa.registers(f"{public_url}/zalo-oa/webhook")
