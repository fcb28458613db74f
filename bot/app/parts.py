"""The composition root: opens the database, makes the channels and the engine; tests call it too."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from aiohttp import web

from bot.actions.joining_codes import key_of
from bot.announcements.outlets import Bulk
from bot.app.chat_log import StoredChatLog
from bot.app.file_links import StoredFileLedger
from bot.app.links import doors
from bot.app.ways_out import outlets
from bot.clock import Clock, utc_now
from bot.conversation.channel import Channel, LinkFile
from bot.conversation.doors import Doors
from bot.conversation.engine import Engine
from bot.conversation.photos import keep
from bot.conversation.router import Router
from bot.conversation.writing import Shows
from bot.jobs.base import Bench
from bot.settings import Settings, signing_key
from channels.console import channel as console
from channels.server import application
from channels.web.channel import WebChannel
from channels.web.open_files import OpenFiles
from handlers import ENTRANCES, HANDLERS
from storage.store import Store

if TYPE_CHECKING:
    from channels.telegram import TelegramChannel
    from channels.zalo_bot import ZaloBotChannel
    from channels.zalo_oa import ZaloOaChannel

    Vendor = TelegramChannel | ZaloBotChannel | ZaloOaChannel
    """An app of somebody else, with a route on our server and a way of its own to tell many."""


@dataclass(slots=True, kw_only=True)
class Parts:
    """Everything that a running process is made of."""

    settings: Settings
    public_url: str
    store: Store
    channels: Sequence[Channel]
    engine: Engine
    server: web.Application
    clock: Clock
    bench: Bench
    """What jobs work with."""
    doors: Doors

    def engine_for(self, channel: Channel) -> Engine:
        """An engine that serves one channel only, beside the process that serves the others."""
        elsewhere = {other.name: other.capabilities for other in self.channels}
        return _engine(self.settings, self.store, [channel], self.clock, ways_in=self.doors, elsewhere=elsewhere)


@asynccontextmanager
async def opened(
    settings: Settings, *, clock: Clock = utc_now, more_channels: Sequence[Channel] = ()
) -> AsyncIterator[Parts]:
    """All parts on an open, migrated database; closed again at the end of the block."""
    store = await Store.open(settings.database, data_dir=settings.data_dir)
    try:
        account = await _zalo_account(settings, store, clock)
        parts = _wired(settings, store, clock, more_channels, account)
        try:
            yield parts
        finally:
            for channel in parts.channels:
                await channel.close()
    finally:
        await store.close()


def _wired(
    settings: Settings, store: Store, clock: Clock, more_channels: Sequence[Channel], zalo_account: str
) -> Parts:
    public_url = settings.public_url.rstrip("/") or f"http://{settings.host}:{settings.port}"
    key, read_file = signing_key(settings), store.files.read
    page = WebChannel(
        secret_key=key,
        public_url=public_url,
        clock=clock,
        log=StoredChatLog(store),
        put_file=partial(keep, store.files),
        read_file=read_file,
    )
    open_files = OpenFiles(
        secret_key=key, public_url=public_url, clock=clock, read_file=read_file, ledger=StoredFileLedger(store)
    )
    vendors: list[Vendor] = []
    if settings.has_telegram:
        vendors.append(_telegram(settings, store, public_url))
    if settings.has_zalo_bot:
        vendors.append(_zalo_bot(settings, public_url, clock, link_file=open_files.link))
    if zalo_account:
        vendors.append(_zalo_oa(settings, store, clock, account=zalo_account, link_file=open_files.link))
    channels: list[Channel] = [page, *more_channels, *vendors]
    mounts = [page.mount, open_files.mount, *(vendor.mount for vendor in vendors)]
    bulk: dict[str, Bulk] = {vendor.name: vendor.bulk for vendor in vendors}
    ways_in = Doors(key=key_of(key), of=partial(doors, channels))
    terminals = {console.ConsoleChannel.name: console.CAPABILITIES}
    engine = _engine(settings, store, channels, clock, ways_in=ways_in, elsewhere=terminals)
    bench = Bench(
        store=store,
        post=engine.outbox.post,
        clock=clock,
        brake=engine.outbox.brake,
        outlets=outlets(channels, bulk, engine.outbox.brake),
        link_file=open_files.link,
        data_dir=settings.data_dir,
        jobs_url=settings.jobs_url,
        instance=settings.instance_id,
    )
    return Parts(
        settings=settings,
        public_url=public_url,
        store=store,
        channels=channels,
        engine=engine,
        server=application(mounts, healthy=store.is_well),
        clock=clock,
        bench=bench,
        doors=ways_in,
    )


def _telegram(settings: Settings, store: Store, public_url: str) -> TelegramChannel:
    # Importing aiogram costs 3 s and 120 MB, so only those pay who use it.
    from channels.telegram import TelegramChannel

    is_called = settings.telegram_mode == "webhook"
    return TelegramChannel(
        token=settings.telegram_bot_token.get_secret_value(),
        api_base=settings.telegram_api_base,
        webhook_secret=settings.telegram_webhook_secret.get_secret_value() if is_called else "",
        public_url=public_url,
        read_file=store.files.read,
    )


def _zalo_bot(settings: Settings, public_url: str, clock: Clock, *, link_file: LinkFile) -> ZaloBotChannel:
    from channels.zalo_bot import ZaloBotChannel

    is_called = settings.zalo_bot_mode == "webhook"
    return ZaloBotChannel(
        token=settings.zalo_bot_token.get_secret_value(),
        api_base=settings.zalo_bot_api_base,
        webhook_secret=settings.zalo_bot_webhook_secret.get_secret_value() if is_called else "",
        public_url=public_url,
        clock=clock,
        link_file=link_file,
    )


async def _zalo_account(settings: Settings, store: Store, clock: Clock) -> str:
    """Which Official Account this is; empty where none is set."""
    if not settings.has_zalo_oa:
        return ""
    from bot.app.zalo_oa import account_of

    return await account_of(settings, store, clock)


def _zalo_oa(settings: Settings, store: Store, clock: Clock, *, account: str, link_file: LinkFile) -> ZaloOaChannel:
    from bot.app import zalo_oa

    return zalo_oa.channel(settings, store, clock, account=account, link_file=link_file)


def _engine(
    settings: Settings, store: Store, channels: Sequence[Channel], clock: Clock, *, ways_in: Doors, elsewhere: Shows
) -> Engine:
    return Engine(
        store=store,
        router=Router(HANDLERS, ENTRANCES, ways_in),
        channels=channels,
        clock=clock,
        alone=not settings.instance_id,
        elsewhere=elsewhere,
    )
