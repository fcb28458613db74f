"""A job's bench without the application around it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from bot.announcements.outlets import Outlet
from bot.announcements.pace import Pace
from bot.clock import Clock, utc_now
from bot.conversation.brake import Brake
from bot.conversation.channel import FileLink
from bot.conversation.doors import NO_DOORS
from bot.jobs.base import Bench
from bot.messages import Address, Attachment, Outgoing
from channels import CHANNELS
from storage.store import Store

NOWHERE = Path("/nowhere")
SERVED = frozenset((channel, "1") for channel in CHANNELS)
"""One bot of each vendor."""


async def no_link(address: Address, file: Attachment) -> FileLink:
    """Where no server is that could follow one."""
    return FileLink(url="")


def bench_of(
    store: Store,
    post: Callable[[Iterable[Outgoing]], None] = lambda messages: None,
    clock: Clock = utc_now,
    folder: Path = NOWHERE,
    served: Iterable[tuple[str, str]] = SERVED,
) -> Bench:
    """On a store; what jobs say goes to `post`. Only jobs that keep files of their own need the folder."""
    return Bench(
        store=store,
        post=post,
        clock=clock,
        brake=Brake(),
        outlets={place: Outlet(pace=Pace(50.0)) for place in served},
        link_file=no_link,
        doors=NO_DOORS,
        data_dir=folder,
        jobs_url="",
        instance="",
    )
