"""Where announcements leave, and how they will look: an outlet and a preview for each channel."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import partial

from bot.announcements.copies import Linked, fitted
from bot.announcements.outlets import Bulk, Outlet, Outlets
from bot.announcements.pace import Pace
from bot.conversation.brake import Brake
from bot.conversation.channel import Channel, Preview, Previews
from bot.conversation.sample_links import sample_link

PER_SECOND = 50.0
"""On channels whose messages are rows of our own: nobody limits them, but the database has others to serve."""


def outlets(channels: Iterable[Channel], bulk: Mapping[str, Bulk], brake: Brake) -> Outlets:
    """`bulk`: by name, the channels that have a way of their own of telling many."""
    return {
        (channel.name, channel.bot): replace(
            _outlet(bulk.get(channel.name), partial(brake.left, channel.name)), buttons=channel.capabilities.buttons
        )
        for channel in channels
    }


def previews(channels: Iterable[Channel], bulk: Mapping[str, Bulk], public_url: str) -> Previews:
    """How one of many sees a reply, on each channel."""
    linked = partial(sample_link, public_url)
    return {(channel.name, channel.bot): _preview(channel, bulk.get(channel.name), linked) for channel in channels}


def _preview(channel: Channel, bulk: Bulk | None, linked: Linked) -> Preview:
    largest = None if bulk is None else bulk.largest_file
    return lambda reply: channel.preview(fitted(reply, largest, linked))


def _outlet(bulk: Bulk | None, brake_left: partial[float]) -> Outlet:
    if bulk is None:
        return Outlet(pace=Pace(PER_SECOND, brake_left))
    return Outlet(
        pace=Pace(bulk.per_second, brake_left), send=bulk.send, prepare=bulk.prepare, largest_file=bulk.largest_file
    )
