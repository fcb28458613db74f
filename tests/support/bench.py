"""A job's bench without the application around it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from bot.clock import Clock, utc_now
from bot.conversation.brake import Brake
from bot.conversation.channel import FileLink
from bot.conversation.doors import NO_DOORS
from bot.jobs.base import Bench
from bot.messages import Address, Attachment, Outgoing
from storage.store import Store

NOWHERE = Path("/nowhere")


async def no_link(address: Address, file: Attachment) -> FileLink:
    """Where no server is that could follow one."""
    return FileLink(url="")


def bench_of(
    store: Store,
    post: Callable[[Iterable[Outgoing]], None] = lambda messages: None,
    clock: Clock = utc_now,
    folder: Path = NOWHERE,
) -> Bench:
    """On a store; what jobs say goes to `post`. Only jobs that keep files of their own need the folder."""
    return Bench(
        store=store,
        post=post,
        clock=clock,
        brake=Brake(),
        outlets={},
        link_file=no_link,
        doors=NO_DOORS,
        data_dir=folder,
        jobs_url="",
        instance="",
    )
