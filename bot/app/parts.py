"""The composition root: opens the database, makes the channels and the engine; tests call it too."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial

from aiohttp import web

from bot.actions.joining_codes import key_of
from bot.announcements.outlets import Bulk
from bot.app.chat_log import StoredChatLog
from bot.app.file_links import StoredFileLedger
from bot.app.links import doors
from bot.app.sealing import of_invitations, unsealed
from bot.app.vendors import vendors, zalo_account
from bot.app.ways_out import outlets, previews
from bot.clock import Clock, utc_now
from bot.conversation.channel import Channel, Previews
from bot.conversation.doors import Doors
from bot.conversation.engine import Engine
from bot.conversation.photos import keep
from bot.conversation.router import Router
from bot.conversation.writing import Shows
from bot.jobs.base import Bench
from bot.settings import Settings
from bot.signing_key import signing_key
from channels.console import channel as console
from channels.server import application
from channels.web.channel import WebChannel
from channels.web.open_files import OpenFiles
from handlers import ENTRANCES, HANDLERS
from storage.store import Store

TERMINAL: Shows = {console.ConsoleChannel.name: console.CAPABILITIES}
"""What is served by other processes."""


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
    previews: Previews
    """How an announcement will look on each channel."""

    @property
    def doors(self) -> Doors:
        """The ways in."""
        return self.bench.doors

    def engine_for(self, channel: Channel) -> Engine:
        """An engine that serves one channel only, beside the process that serves the others."""
        elsewhere = {other.name: other.capabilities for other in self.channels}
        router = Router(HANDLERS, ENTRANCES, self.doors, self.previews)
        return _engine(self.settings, self.store, [channel], self.clock, router=router, elsewhere=elsewhere)


@asynccontextmanager
async def opened(
    settings: Settings, *, clock: Clock = utc_now, more_channels: Sequence[Channel] = ()
) -> AsyncIterator[Parts]:
    """All parts on an open, migrated database; closed again at the end of the block."""
    store = await Store.open(settings.database, data_dir=settings.data_dir)
    try:
        # Part of every address there, and only Zalo knows it.
        account = await zalo_account(settings, store, clock)
        parts = _wired(settings, store, clock, more_channels, account)
        try:
            yield parts
        finally:
            for channel in parts.channels:
                await channel.close()
    finally:
        await store.close()


def _wired(settings: Settings, store: Store, clock: Clock, more_channels: Sequence[Channel], account: str) -> Parts:
    public_url = settings.web_address
    key = signing_key(settings)
    page = _page(store, clock, key, public_url)
    open_files = OpenFiles(
        secret_key=key, public_url=public_url, clock=clock, read_file=store.files.read, ledger=StoredFileLedger(store)
    )
    ours: list[Channel] = [page, *more_channels]
    link = open_files.link
    apps = vendors(settings, store, clock, public_url=public_url, link_file=link, account=account, beside=ours)
    bulk: dict[str, Bulk] = {app.name: app.bulk for app in apps}
    channels: list[Channel] = [*ours, *apps]
    mounts = [page.mount, open_files.mount, *(app.mount for app in apps)]
    ways_in, looks = _doors(key, channels), previews(channels, bulk, public_url)
    router = Router(HANDLERS, ENTRANCES, ways_in, looks)
    engine = _engine(settings, store, channels, clock, router=router, elsewhere=TERMINAL)
    bench = Bench(
        store=store,
        post=engine.outbox.post,
        clock=clock,
        brake=engine.outbox.brake,
        outlets=outlets(channels, bulk, engine.outbox.brake),
        link_file=link,
        doors=ways_in,
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
        previews=looks,
    )


def _doors(key: bytes, channels: Sequence[Channel]) -> Doors:
    return Doors(key=key_of(key), of=partial(doors, channels), sealed=of_invitations(key).sealed)


def _page(store: Store, clock: Clock, key: bytes, public_url: str) -> WebChannel:
    return WebChannel(
        secret_key=key,
        public_url=public_url,
        clock=clock,
        log=StoredChatLog(store, partial(unsealed, of_invitations(key))),
        put_file=partial(keep, store.files),
        read_file=store.files.read,
    )


def _engine(
    settings: Settings, store: Store, channels: Sequence[Channel], clock: Clock, *, router: Router, elsewhere: Shows
) -> Engine:
    return Engine(
        store=store,
        router=router,
        channels=channels,
        clock=clock,
        alone=not settings.instance_id,
        elsewhere=elsewhere,
        opened=partial(unsealed, of_invitations(signing_key(settings))),
    )
