"""The channels of other people's apps: those that are set, and only then imported."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.clock import Clock
from bot.conversation.channel import Channel, LinkFile
from bot.domain.quotas import Quota
from bot.settings import Settings
from storage.store import Store

if TYPE_CHECKING:
    from channels.telegram.channel import TelegramChannel
    from channels.zalo_bot.channel import ZaloBotChannel
    from channels.zalo_oa.channel import ZaloOaChannel

    Vendor = TelegramChannel | ZaloBotChannel | ZaloOaChannel
    """One with a route on our server, and a way of its own to tell many."""


def vendors(
    settings: Settings,
    store: Store,
    clock: Clock,
    *,
    public_url: str,
    link_file: LinkFile,
    account: str,
    beside: Sequence[Channel],
) -> list[Vendor]:
    """One channel for each vendor whose token is set.

    `link_file`: for those that cannot carry files. `account`: the Official Account on Zalo, empty where there is none.
    `beside`: the channels that are no vendor's.
    """
    found: list[Vendor] = []
    if settings.has_telegram:
        found.append(_telegram(settings, store, public_url))
    if settings.has_zalo_bot:
        found.append(_zalo_bot(settings, clock, public_url, link_file))
    if account:
        from bot.app import zalo_oa

        others = {(channel.name, channel.bot) for channel in (*beside, *found)}
        found.append(
            zalo_oa.channel(
                settings,
                store,
                clock,
                account=account,
                public_url=public_url,
                link_file=link_file,
                beside=others,
            )
        )
    return found


async def zalo_account(settings: Settings, store: Store, clock: Clock) -> str:
    """Which Official Account this is; empty where none is set. Invalid("settings") where nobody can know."""
    if not settings.has_zalo_oa:
        return ""
    from bot.app.zalo_oa import account_of

    return await account_of(settings, store, clock)


def _telegram(settings: Settings, store: Store, public_url: str) -> TelegramChannel:
    # Importing aiogram costs 3 s and 120 MB, so only those pay who use it.
    from channels.telegram.channel import TelegramChannel

    is_called = settings.telegram_mode == "webhook"
    return TelegramChannel(
        token=settings.telegram_bot_token.get_secret_value(),
        api_base=settings.telegram_api_base,
        webhook_secret=settings.telegram_webhook_secret.get_secret_value() if is_called else "",
        public_url=public_url,
        read_file=store.files.read,
    )


def _zalo_bot(settings: Settings, clock: Clock, public_url: str, link_file: LinkFile) -> ZaloBotChannel:
    from channels.zalo_bot.channel import ZaloBotChannel

    is_called = settings.zalo_bot_mode == "webhook"
    return ZaloBotChannel(
        token=settings.zalo_bot_token.get_secret_value(),
        api_base=settings.zalo_bot_api_base,
        webhook_secret=settings.zalo_bot_webhook_secret.get_secret_value() if is_called else "",
        public_url=public_url,
        clock=clock,
        link_file=link_file,
        quota=Quota(messages=settings.zalo_bot_messages, people=settings.zalo_bot_people),
    )
